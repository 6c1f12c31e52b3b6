# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/organization/{organization_id}/groups/{group_id}/users"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_object import EmptyObject
from ...models.group_members_request import GroupMembersRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(
    organization_id: str, group_id: str, *, body: GroupMembersRequest | Mapping[str, Any]
) -> dict[str, Any]:
    body = as_model("body", body, GroupMembersRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}/users".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe=""),
            group_id=quote(to_segment("group_id", group_id, "UUID of the group."), safe=""),
        ),
    }

    _kwargs["json"] = to_object("body", body, GroupMembersRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> EmptyObject:
    if response.status_code == 200:
        errors.check_content_type("users_groups_add", response, "JSON")
        try:
            response_200 = EmptyObject.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_groups_add", response, error) from error.with_traceback(None)
    raise errors.check_status("users_groups_add", response)


def sync(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: GroupMembersRequest | Mapping[str, Any],
) -> EmptyObject:
    """Add members to a group: see `UsersApi.groups_add`."""
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(organization_id=organization_id, group_id=group_id, body=body))
    )


async def asyncio(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: GroupMembersRequest | Mapping[str, Any],
) -> EmptyObject:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, group_id=group_id, body=body)
        )
    )
