# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/app"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.app_list import AppList
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    privacy: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["page"] = page

    params["per_page"] = per_page

    params["order"] = order

    params["order_direction"] = order_direction

    params["privacy"] = privacy

    params["q"] = q

    params["tags"] = tags

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v4/app", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> AppList:
    if response.status_code == 200:
        errors.check_content_type("apps_list", response, "JSON")
        try:
            response_200 = AppList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("apps_list", response, error) from error.with_traceback(None)
    raise errors.check_status("apps_list", response)


def _build_response(response: httpx.Response) -> Response[AppList]:
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
    privacy: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
) -> Response[AppList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                page=page,
                per_page=per_page,
                order=order,
                order_direction=order_direction,
                privacy=privacy,
                q=q,
                tags=tags,
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
    privacy: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
) -> AppList:
    """List apps.

    Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). 401 without a key.
    Filters of `viz.list` beyond those listed here are understood as well. Errors: 400 `{"error": ...}`.

    Args:
        page (int | Unset): Number of the page, from 1.
        per_page (int | Unset): Apps per page, from 1; 20 unless told.
        order (str | Unset): `name`, `updated_at` or `privacy`.
        order_direction (str | Unset): `asc` or `desc`.
        privacy (str | Unset): `public` or `password`, in lower case.
        q (str | Unset): Words to look for.
        tags (str | Unset): Comma list of tags.

    Returns:
        AppList: One page.

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
        privacy=privacy,
        q=q,
        tags=tags,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    privacy: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
) -> Response[AppList]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                page=page,
                per_page=per_page,
                order=order,
                order_direction=order_direction,
                privacy=privacy,
                q=q,
                tags=tags,
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
    privacy: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
) -> AppList:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            client=client,
            page=page,
            per_page=per_page,
            order=order,
            order_direction=order_direction,
            privacy=privacy,
            q=q,
            tags=tags,
        )
    ).parsed
