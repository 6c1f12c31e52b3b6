# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/organization/{organization_id}/groups/{group_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.group_password_confirmation import GroupPasswordConfirmation
from ...sending import as_model, to_object, to_segment
from ...types import UNSET, Unset


def _get_kwargs(
    organization_id: str, group_id: str, *, body: GroupPasswordConfirmation | Mapping[str, Any] | Unset = UNSET
) -> dict[str, Any]:
    if not isinstance(body, Unset):
        body = as_model("body", body, GroupPasswordConfirmation)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe=""),
            group_id=quote(to_segment("group_id", group_id, "UUID of the group."), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = to_object("body", body, GroupPasswordConfirmation)

    if not isinstance(body, Unset):
        headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("users_groups_delete", response)


def sync(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: GroupPasswordConfirmation | Mapping[str, Any] | Unset = UNSET,
) -> None:
    """Delete a group: see `UsersApi.groups_delete`."""
    _parse_response(
        client.get_httpx_client().request(**_get_kwargs(organization_id=organization_id, group_id=group_id, body=body))
    )


async def asyncio(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: GroupPasswordConfirmation | Mapping[str, Any] | Unset = UNSET,
) -> None:
    """`sync`, awaited."""
    _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, group_id=group_id, body=body)
        )
    )
