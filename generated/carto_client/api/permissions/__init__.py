# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `permissions`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .. import documented_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.acl_request_entry import AclRequestEntry
    from ...models.permission import Permission

__all__ = ("AsyncPermissionsApi", "PermissionsApi")


class PermissionsApi:
    """The operations of `permissions`.

    Permissions to see and change visualizations.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def update(self, permission_id: str, acl: Sequence[AclRequestEntry | Mapping[str, Any]]) -> Permission:
        """Replace the shares of a visualization.

        Needs the master key of its owner. `acl` replaces **all** shares; without it they are all ended. There is no
        way to read a permission by itself: see `permission` of visualizations.

        **Dangerous: an unknown `type` of a share is answered by 500, but stored**, and from then on `viz.list` of
        the owner is 500 (`Unknown entity type: …`) until the shares are put again.

        Errors: 404 with an empty body for an unknown permission, or an entity of an unknown id; 401 not the owner;
        400 with an empty body for an unknown `access` and for a key of an entity that is not described here (so
        that `entity` of an answer cannot be sent back as it is); 422 `{"status": "422", "error": "Unprocessable
        Entity"}` for `rw` given to a viewer.

        Args:
            permission_id (str): UUID of the permission (`permission.id` of a visualization).
            acl (Sequence[AclRequestEntry | Mapping[str, Any]]): The shares; an empty list ends them all. (The
                server takes a missing list for an empty one.)

        Returns:
            Permission: The permission after the change. Here `owner` and users have `groups`, and `owner` has
                `db_size_in_bytes`.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.permission_update_request import PermissionUpdateRequest
        from .permissions_update import sync as _call

        return _call(
            client=self._client,
            permission_id=permission_id,
            body=PermissionUpdateRequest(acl=cast("list[AclRequestEntry]", acl)),
        )


@documented_by(PermissionsApi)
class AsyncPermissionsApi:
    """The operations of `permissions`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def update(self, permission_id: str, acl: Sequence[AclRequestEntry | Mapping[str, Any]]) -> Permission:
        """Replace the shares of a visualization: see `PermissionsApi.update`."""
        from ...models.permission_update_request import PermissionUpdateRequest
        from .permissions_update import asyncio as _call

        return await _call(
            client=self._client,
            permission_id=permission_id,
            body=PermissionUpdateRequest(acl=cast("list[AclRequestEntry]", acl)),
        )
