# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/maps/{map_id}/layers"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_layer_request import MapLayerRequest
from ...models.visualization_layer import VisualizationLayer
from ...sending import as_model, to_object, to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    map_id: str,
    *,
    body: MapLayerRequest | Mapping[str, Any],
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> dict[str, Any]:
    body = as_model("body", body, MapLayerRequest)
    errors.require_text("kind", body.kind, "`carto` (data), `tiled`, `torque`, `background`, `gmapsbase`, `wms`.")
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["from_layer_id"] = from_layer_id

    params["from_letter"] = from_letter

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/maps/{map_id}/layers".format(
            map_id=quote(
                to_segment("map_id", map_id, "UUID of the map (`map_id` of its visualization, not its `id`)."), safe=""
            )
        ),
        "params": params,
    }

    _kwargs["json"] = to_object("body", body, MapLayerRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> VisualizationLayer:
    if response.status_code == 200:
        errors.check_content_type("map_layers_create", response, "JSON")
        try:
            response_200 = VisualizationLayer.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_create", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_create", response)


def sync(
    map_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: MapLayerRequest | Mapping[str, Any],
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> VisualizationLayer:
    """Add a layer to a map: see `MapLayersApi.create`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(map_id=map_id, body=body, from_layer_id=from_layer_id, from_letter=from_letter)
        )
    )


async def asyncio(
    map_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: MapLayerRequest | Mapping[str, Any],
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> VisualizationLayer:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(map_id=map_id, body=body, from_layer_id=from_layer_id, from_letter=from_letter)
        )
    )
