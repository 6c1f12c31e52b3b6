# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/tags"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.tag_list import TagList
from ...types import UNSET, Unset, read_json


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


def sync(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    q: str | Unset = UNSET,
    include_shared: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> TagList:
    """List tags and how often they are used: see `TagsApi.list`."""
    return _parse_response(
        client.get_httpx_client().request(
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
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(types=types, q=q, include_shared=include_shared, page=page, per_page=per_page)
        )
    )
