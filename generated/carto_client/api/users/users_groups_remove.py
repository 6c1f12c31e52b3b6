# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/organization/{organization_id}/groups/{group_id}/users/{user_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_object import EmptyObject
from ...models.group_password_confirmation import GroupPasswordConfirmation
from ...sending import as_model, to_object, to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    organization_id: str,
    group_id: str,
    user_id: str,
    *,
    body: GroupPasswordConfirmation | Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    if not isinstance(body, Unset):
        body = as_model("body", body, GroupPasswordConfirmation)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}/users/{user_id}".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe=""),
            group_id=quote(to_segment("group_id", group_id, "UUID of the group."), safe=""),
            user_id=quote(to_segment("user_id", user_id, "UUID of the member."), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = to_object("body", body, GroupPasswordConfirmation)

    if not isinstance(body, Unset):
        headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> EmptyObject:
    if response.status_code == 200:
        errors.check_content_type("users_groups_remove", response, "JSON")
        try:
            response_200 = EmptyObject.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_groups_remove", response, error) from error.with_traceback(None)
    raise errors.check_status("users_groups_remove", response)


def sync(
    organization_id: str,
    group_id: str,
    user_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: GroupPasswordConfirmation | Mapping[str, Any] | Unset = UNSET,
) -> EmptyObject:
    """Remove a member from a group: see `UsersApi.groups_remove`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, group_id=group_id, user_id=user_id, body=body)
        )
    )


async def asyncio(
    organization_id: str,
    group_id: str,
    user_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: GroupPasswordConfirmation | Mapping[str, Any] | Unset = UNSET,
) -> EmptyObject:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, group_id=group_id, user_id=user_id, body=body)
        )
    )
