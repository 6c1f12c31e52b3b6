# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/perm/{permission_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.permission import Permission
from ...models.permission_update_request import PermissionUpdateRequest
from ...types import Response, read_json


def _get_kwargs(permission_id: str, *, body: PermissionUpdateRequest) -> dict[str, Any]:
    errors.require_segment(
        "permission_id", permission_id, "UUID of the permission (`permission.id` of a visualization)."
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/perm/{permission_id}".format(permission_id=quote(str(permission_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Permission:
    if response.status_code == 200:
        errors.check_content_type("permissions_update", response, "JSON")
        try:
            response_200 = Permission.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("permissions_update", response, error) from error.with_traceback(None)
    raise errors.check_status("permissions_update", response)


def _build_response(response: httpx.Response) -> Response[Permission]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    permission_id: str, *, client: AuthenticatedClient | Client, body: PermissionUpdateRequest
) -> Response[Permission]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(permission_id=permission_id, body=body)))


def sync(permission_id: str, *, client: AuthenticatedClient | Client, body: PermissionUpdateRequest) -> Permission:
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
        body (PermissionUpdateRequest): All shares of a visualization.

    Returns:
        Permission: The permission after the change. Here `owner` and users have `groups`, and `owner` has
            `db_size_in_bytes`.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(permission_id=permission_id, client=client, body=body).parsed


async def asyncio_detailed(
    permission_id: str, *, client: AuthenticatedClient | Client, body: PermissionUpdateRequest
) -> Response[Permission]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(permission_id=permission_id, body=body))
    )


async def asyncio(
    permission_id: str, *, client: AuthenticatedClient | Client, body: PermissionUpdateRequest
) -> Permission:
    """`sync`, awaited."""
    return (await asyncio_detailed(permission_id=permission_id, client=client, body=body)).parsed
