# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/tags"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.tag_list import TagList
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    types: str | Unset = UNSET,
    q: str | Unset = UNSET,
    include_shared: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["types"] = types

    params["q"] = q

    params["include_shared"] = include_shared

    params["page"] = page

    params["per_page"] = per_page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v3/tags", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> TagList:
    if response.status_code == 200:
        errors.check_content_type("tags_list", response, "JSON")
        try:
            response_200 = TagList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tags_list", response, error) from error.with_traceback(None)
    raise errors.check_status("tags_list", response)


def _build_response(response: httpx.Response) -> Response[TagList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    q: str | Unset = UNSET,
    include_shared: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> Response[TagList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(types=types, q=q, include_shared=include_shared, page=page, per_page=per_page)
        )
    )


def sync(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    q: str | Unset = UNSET,
    include_shared: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> TagList:
    """List tags and how often they are used.

    One page of the caller's tags. Needs the master key. Only six per page unless told. Errors: 400 `{"error":
    "…"}` for a bad `types` or `per_page`, 500 `{"errors": "Wrong 'page' parameter value."}` for a bad `page`.

    Args:
        types (str | Unset): Comma list of `table` (datasets), `derived` (maps), `remote` (data library); all of
            them unless told.
        q (str | Unset): Text to look for in the tags.
        include_shared (bool | Unset): True to count what others have shared with the caller too.
        page (int | Unset): Number of the page, from 1.
        per_page (int | Unset): Tags per page; 6 unless told.

    Returns:
        TagList: One page.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        client=client, types=types, q=q, include_shared=include_shared, page=page, per_page=per_page
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    q: str | Unset = UNSET,
    include_shared: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> Response[TagList]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(types=types, q=q, include_shared=include_shared, page=page, per_page=per_page)
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    q: str | Unset = UNSET,
    include_shared: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> TagList:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            client=client, types=types, q=q, include_shared=include_shared, page=page, per_page=per_page
        )
    ).parsed
