# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/maps/{map_id}/layers/{layer_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization_layer import VisualizationLayer
from ...types import Response, read_json


def _get_kwargs(map_id: str, layer_id: str) -> dict[str, Any]:
    errors.require_segment("map_id", map_id, "UUID of the map (`map_id` of its visualization, not its `id`).")
    errors.require_segment("layer_id", layer_id, "UUID of the layer.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/maps/{map_id}/layers/{layer_id}".format(
            map_id=quote(str(map_id), safe=""), layer_id=quote(str(layer_id), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> VisualizationLayer:
    if response.status_code == 200:
        errors.check_content_type("map_layers_read", response, "JSON")
        try:
            response_200 = VisualizationLayer.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_read", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_read", response)


def _build_response(response: httpx.Response) -> Response[VisualizationLayer]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(map_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> Response[VisualizationLayer]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(map_id=map_id, layer_id=layer_id)))


def sync(map_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLayer:
    """Read a layer of a map.

    Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
    "errors_cause": ...}`.

    Args:
        map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
        layer_id (str): UUID of the layer.

    Returns:
        VisualizationLayer: The layer.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(map_id=map_id, layer_id=layer_id, client=client).parsed


async def asyncio_detailed(
    map_id: str, layer_id: str, *, client: AuthenticatedClient | Client
) -> Response[VisualizationLayer]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(map_id=map_id, layer_id=layer_id))
    )


async def asyncio(map_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLayer:
    """`sync`, awaited."""
    return (await asyncio_detailed(map_id=map_id, layer_id=layer_id, client=client)).parsed
