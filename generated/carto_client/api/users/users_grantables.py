# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/organization/{organization_id}/grantables"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.grantable_list import GrantableList
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    organization_id: str,
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
        "url": "/api/v1/organization/{organization_id}/grantables".format(
            organization_id=quote(to_segment("organization_id", organization_id, "UUID of the organization."), safe="")
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> GrantableList:
    if response.status_code == 200:
        errors.check_content_type("users_grantables", response, "JSON")
        try:
            response_200 = GrantableList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_grantables", response, error) from error.with_traceback(None)
    raise errors.check_status("users_grantables", response)


def sync(
    organization_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> GrantableList:
    """List the users and groups of an organization to share with: see `UsersApi.grantables`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, q=q, page=page, per_page=per_page, order=order)
        )
    )


async def asyncio(
    organization_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> GrantableList:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, q=q, page=page, per_page=per_page, order=order)
        )
    )
