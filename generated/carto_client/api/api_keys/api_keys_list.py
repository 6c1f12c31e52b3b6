# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/api_keys"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key_list import ApiKeyList
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    target_user: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["page"] = page

    params["per_page"] = per_page

    params["order"] = order

    params["order_direction"] = order_direction

    params["type"] = type_

    params["target_user"] = target_user

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v3/api_keys", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> ApiKeyList:
    if response.status_code == 200:
        errors.check_content_type("api_keys_list", response, "JSON")
        try:
            response_200 = ApiKeyList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("api_keys_list", response, error) from error.with_traceback(None)
    raise errors.check_status("api_keys_list", response)


def _build_response(response: httpx.Response) -> Response[ApiKeyList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    target_user: str | Unset = UNSET,
) -> Response[ApiKeyList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                page=page,
                per_page=per_page,
                order=order,
                order_direction=order_direction,
                type_=type_,
                target_user=target_user,
            )
        )
    )


def sync(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    target_user: str | Unset = UNSET,
) -> ApiKeyList:
    """List API keys.

    One page of keys: master, default and regular ones, always in that order. Any key may ask; only the master
    key sees others than itself. Keys that belong to OAuth applications are never shown. 404 with an empty body
    if the account may not use keys.

    Args:
        page (int | Unset): Number of the page, from 1.
        per_page (int | Unset): Keys per page; 20 unless told.
        order (str | Unset): `type`, `name` or `updated_at`; orders keys of the same type.
        order_direction (str | Unset): Checked (400 unless one of these) and of no effect.
        type_ (str | Unset): Comma list of `master`, `default`, `regular`.
        target_user (str | Unset): Another member of the organization; for administrators of it (403 otherwise,
            404 if unknown).

    Returns:
        ApiKeyList: One page of keys, with their secrets.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        client=client,
        page=page,
        per_page=per_page,
        order=order,
        order_direction=order_direction,
        type_=type_,
        target_user=target_user,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    target_user: str | Unset = UNSET,
) -> Response[ApiKeyList]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                page=page,
                per_page=per_page,
                order=order,
                order_direction=order_direction,
                type_=type_,
                target_user=target_user,
            )
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    target_user: str | Unset = UNSET,
) -> ApiKeyList:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            client=client,
            page=page,
            per_page=per_page,
            order=order,
            order_direction=order_direction,
            type_=type_,
            target_user=target_user,
        )
    ).parsed
