# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/users/{user_id}/layers"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_layer_request import MapLayerRequest
from ...models.visualization_layer import VisualizationLayer
from ...types import Response, read_json


def _get_kwargs(user_id: str, *, body: MapLayerRequest) -> dict[str, Any]:
    errors.require_segment("user_id", user_id, "UUID of the caller.")
    errors.require_text("kind", body.kind, "`carto` (data), `tiled`, `torque`, `background`, `gmapsbase`, `wms`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/users/{user_id}/layers".format(user_id=quote(str(user_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> VisualizationLayer:
    if response.status_code == 200:
        errors.check_content_type("map_layers_user_create", response, "JSON")
        try:
            response_200 = VisualizationLayer.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_user_create", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_user_create", response)


def _build_response(response: httpx.Response) -> Response[VisualizationLayer]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    user_id: str, *, client: AuthenticatedClient | Client, body: MapLayerRequest
) -> Response[VisualizationLayer]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id, body=body)))


def sync(user_id: str, *, client: AuthenticatedClient | Client, body: MapLayerRequest) -> VisualizationLayer:
    """Add a layer to an account.

    The base maps of the caller. Needs the master key. Errors: 422 if there are too many layers or `kind` is
    missing or unknown (`Kind is not included in the list`).

    Args:
        user_id (str): UUID of the caller; another one is refused.
        body (MapLayerRequest): A layer to add.

    Returns:
        VisualizationLayer: The layer (not 201).

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(user_id=user_id, client=client, body=body).parsed


async def asyncio_detailed(
    user_id: str, *, client: AuthenticatedClient | Client, body: MapLayerRequest
) -> Response[VisualizationLayer]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id, body=body)))


async def asyncio(user_id: str, *, client: AuthenticatedClient | Client, body: MapLayerRequest) -> VisualizationLayer:
    """`sync`, awaited."""
    return (await asyncio_detailed(user_id=user_id, client=client, body=body)).parsed
