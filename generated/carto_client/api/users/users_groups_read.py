# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/organization/{organization_id}/groups/{group_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.group import Group
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    organization_id: str,
    group_id: str,
    *,
    fetch_shared_tables_count: bool | Unset = UNSET,
    fetch_shared_maps_count: bool | Unset = UNSET,
    fetch_users: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fetch_shared_tables_count"] = fetch_shared_tables_count

    params["fetch_shared_maps_count"] = fetch_shared_maps_count

    params["fetch_users"] = fetch_users

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe=""),
            group_id=quote(to_segment("group_id", group_id, "UUID of the group."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Group:
    if response.status_code == 200:
        errors.check_content_type("users_groups_read", response, "JSON")
        try:
            response_200 = Group.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_groups_read", response, error) from error.with_traceback(None)
    raise errors.check_status("users_groups_read", response)


def sync(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    fetch_shared_tables_count: bool | Unset = UNSET,
    fetch_shared_maps_count: bool | Unset = UNSET,
    fetch_users: bool | Unset = UNSET,
) -> Group:
    """Read a group: see `UsersApi.groups_read`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                organization_id=organization_id,
                group_id=group_id,
                fetch_shared_tables_count=fetch_shared_tables_count,
                fetch_shared_maps_count=fetch_shared_maps_count,
                fetch_users=fetch_users,
            )
        )
    )


async def asyncio(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    fetch_shared_tables_count: bool | Unset = UNSET,
    fetch_shared_maps_count: bool | Unset = UNSET,
    fetch_users: bool | Unset = UNSET,
) -> Group:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                organization_id=organization_id,
                group_id=group_id,
                fetch_shared_tables_count=fetch_shared_tables_count,
                fetch_shared_maps_count=fetch_shared_maps_count,
                fetch_users=fetch_users,
            )
        )
    )
