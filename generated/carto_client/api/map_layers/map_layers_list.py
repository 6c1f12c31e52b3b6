# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/maps/{map_id}/layers"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_layer_list import MapLayerList
from ...types import Response, read_json


def _get_kwargs(map_id: str) -> dict[str, Any]:
    errors.require_segment("map_id", map_id, "UUID of the map (`map_id` of its visualization, not its `id`).")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/maps/{map_id}/layers".format(map_id=quote(str(map_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> MapLayerList:
    if response.status_code == 200:
        errors.check_content_type("map_layers_list", response, "JSON")
        try:
            response_200 = MapLayerList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_list", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_list", response)


def _build_response(response: httpx.Response) -> Response[MapLayerList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(map_id: str, *, client: AuthenticatedClient | Client) -> Response[MapLayerList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(map_id=map_id)))


def sync(map_id: str, *, client: AuthenticatedClient | Client) -> MapLayerList:
    """List the layers of a map.

    Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
    "errors_cause": ...}`.

    Args:
        map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).

    Returns:
        MapLayerList: All of them.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(map_id=map_id, client=client).parsed


async def asyncio_detailed(map_id: str, *, client: AuthenticatedClient | Client) -> Response[MapLayerList]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(map_id=map_id)))


async def asyncio(map_id: str, *, client: AuthenticatedClient | Client) -> MapLayerList:
    """`sync`, awaited."""
    return (await asyncio_detailed(map_id=map_id, client=client)).parsed
