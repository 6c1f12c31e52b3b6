# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/maps/{map_id}/layers"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_layer_request import MapLayerRequest
from ...models.visualization_layer import VisualizationLayer
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    map_id: str, *, body: MapLayerRequest, from_layer_id: str | Unset = UNSET, from_letter: str | Unset = UNSET
) -> dict[str, Any]:
    errors.require_segment("map_id", map_id, "UUID of the map (`map_id` of its visualization, not its `id`).")
    errors.require_text("kind", body.kind, "`carto` (data), `tiled`, `torque`, `background`, `gmapsbase`, `wms`.")
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["from_layer_id"] = from_layer_id

    params["from_letter"] = from_letter

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/maps/{map_id}/layers".format(map_id=quote(str(map_id), safe="")),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[VisualizationLayer]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    map_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: MapLayerRequest,
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> Response[VisualizationLayer]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(map_id=map_id, body=body, from_layer_id=from_layer_id, from_letter=from_letter)
        )
    )


def sync(
    map_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: MapLayerRequest,
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> VisualizationLayer:
    """Add a layer to a map.

    Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
    "errors_cause": ...}`. Errors: 422 if there are too many layers, **500** for a `kind` that is missing or
    unknown, and for `carto` without `options`.

    Args:
        map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
        from_layer_id (str | Unset): Layer whose analysis nodes move to the new one, with their styles.
        from_letter (str | Unset): Letter of the nodes that move.
        body (MapLayerRequest): A layer to add.

    Returns:
        VisualizationLayer: The layer (not 201).

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        map_id=map_id, client=client, body=body, from_layer_id=from_layer_id, from_letter=from_letter
    ).parsed


async def asyncio_detailed(
    map_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: MapLayerRequest,
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> Response[VisualizationLayer]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(map_id=map_id, body=body, from_layer_id=from_layer_id, from_letter=from_letter)
        )
    )


async def asyncio(
    map_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: MapLayerRequest,
    from_layer_id: str | Unset = UNSET,
    from_letter: str | Unset = UNSET,
) -> VisualizationLayer:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            map_id=map_id, client=client, body=body, from_layer_id=from_layer_id, from_letter=from_letter
        )
    ).parsed
