# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/users/{user_id}/layers/{layer_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization_layer import VisualizationLayer
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(user_id: str, layer_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/users/{user_id}/layers/{layer_id}".format(
            user_id=quote(to_segment("user_id", user_id, "UUID of the caller."), safe=""),
            layer_id=quote(to_segment("layer_id", layer_id, "UUID of the layer."), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> VisualizationLayer:
    if response.status_code == 200:
        errors.check_content_type("map_layers_user_read", response, "JSON")
        try:
            response_200 = VisualizationLayer.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_user_read", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_user_read", response)


def sync(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLayer:
    """Read a layer of an account: see `MapLayersApi.user_read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id, layer_id=layer_id)))


async def asyncio(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLayer:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id, layer_id=layer_id))
    )
