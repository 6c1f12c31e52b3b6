# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/organization/{organization_id}/groups/{group_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.group import Group
from ...models.group_request import GroupRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(organization_id: str, group_id: str, *, body: GroupRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, GroupRequest)
    errors.require_text("display_name", body.display_name, "Name for people.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe=""),
            group_id=quote(to_segment("group_id", group_id, "UUID of the group."), safe=""),
        ),
    }

    _kwargs["json"] = to_object("body", body, GroupRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Group:
    if response.status_code == 200:
        errors.check_content_type("users_groups_update", response, "JSON")
        try:
            response_200 = Group.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_groups_update", response, error) from error.with_traceback(None)
    raise errors.check_status("users_groups_update", response)


def sync(
    organization_id: str, group_id: str, *, client: AuthenticatedClient | Client, body: GroupRequest | Mapping[str, Any]
) -> Group:
    """Rename a group: see `UsersApi.groups_update`."""
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(organization_id=organization_id, group_id=group_id, body=body))
    )


async def asyncio(
    organization_id: str, group_id: str, *, client: AuthenticatedClient | Client, body: GroupRequest | Mapping[str, Any]
) -> Group:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, group_id=group_id, body=body)
        )
    )
