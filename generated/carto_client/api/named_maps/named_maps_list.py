# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/named"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.named_map_list import NamedMapList
from ...types import Response, read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/map/named"}

    return _kwargs


def _parse_response(response: httpx.Response) -> NamedMapList:
    if response.status_code == 200:
        errors.check_content_type("named_maps_list", response, "JSON")
        try:
            response_200 = NamedMapList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_list", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_list", response)


def _build_response(response: httpx.Response) -> Response[NamedMapList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[NamedMapList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> NamedMapList:
    """List the names of all templates.

    All of them, in no order, without pages. Needs the master key: 403 `Only authenticated users can list
    templated maps` without a key, 403 `Forbidden` with another one, 401 with an unknown one.

    Returns:
        NamedMapList: The names.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[NamedMapList]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> NamedMapList:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
