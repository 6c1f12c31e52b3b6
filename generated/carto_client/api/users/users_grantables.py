# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/organization/{organization_id}/grantables"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.grantable_list import GrantableList
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    organization_id: str,
    *,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("organization_id", organization_id, "UUID of the organization.")

    params: dict[str, Any] = {}

    params["q"] = q

    params["page"] = page

    params["per_page"] = per_page

    params["order"] = order

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/organization/{organization_id}/grantables".format(
            organization_id=quote(str(organization_id), safe="")
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


def _build_response(response: httpx.Response) -> Response[GrantableList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    organization_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> Response[GrantableList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, q=q, page=page, per_page=per_page, order=order)
        )
    )


def sync(
    organization_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> GrantableList:
    """List the users and groups of an organization to share with.

    One page of those whom `permissions` may name. Errors: 400 `{"errors": ...}`, 500 for an unknown
    organization.

    Args:
        organization_id (str): UUID of the organization; its name will not do.
        q (str | Unset): Part of the name.
        page (int | Unset): Number of the page, from 1.
        per_page (int | Unset): Users and groups per page, from 1; 20 unless told.
        order (str | Unset): `id`, `name`, `type`, `avatar_url`, `organization_id` or `updated_at`; `updated_at`
            unless told.

    Returns:
        GrantableList: One page.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        organization_id=organization_id, client=client, q=q, page=page, per_page=per_page, order=order
    ).parsed


async def asyncio_detailed(
    organization_id: str,
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
) -> Response[GrantableList]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
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
    return (
        await asyncio_detailed(
            organization_id=organization_id, client=client, q=q, page=page, per_page=per_page, order=order
        )
    ).parsed
