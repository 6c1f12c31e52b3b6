# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/organization/{organization_id}/groups/{group_id}/users"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_member_list import OrganizationMemberList
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    organization_id: str,
    group_id: str,
    *,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["page"] = page

    params["per_page"] = per_page

    params["order"] = order

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}/users".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe=""),
            group_id=quote(to_segment("group_id", group_id, "UUID of the group."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> OrganizationMemberList:
    if response.status_code == 200:
        errors.check_content_type("users_groups_members", response, "JSON")
        try:
            response_200 = OrganizationMemberList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_groups_members", response, error) from error.with_traceback(None)
    raise errors.check_status("users_groups_members", response)


def sync(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> OrganizationMemberList:
    """List the members of a group: see `UsersApi.groups_members`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                organization_id=organization_id, group_id=group_id, q=q, page=page, per_page=per_page, order=order
            )
        )
    )


async def asyncio(
    organization_id: str,
    group_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> OrganizationMemberList:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                organization_id=organization_id, group_id=group_id, q=q, page=page, per_page=per_page, order=order
            )
        )
    )
