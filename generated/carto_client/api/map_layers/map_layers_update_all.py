# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/maps/{map_id}/layers"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_layers_update_request import MapLayersUpdateRequest
from ...types import Response, read_json


def _get_kwargs(map_id: str, *, body: MapLayersUpdateRequest) -> dict[str, Any]:
    errors.require_segment("map_id", map_id, "UUID of the map (`map_id` of its visualization, not its `id`).")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/maps/{map_id}/layers".format(map_id=quote(str(map_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("map_layers_update_all", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_update_all", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_update_all", response)


def _build_response(response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(map_id: str, *, client: AuthenticatedClient | Client, body: MapLayersUpdateRequest) -> Response[Any]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(map_id=map_id, body=body)))


def sync(map_id: str, *, client: AuthenticatedClient | Client, body: MapLayersUpdateRequest) -> Any:
    """Change several layers of a map.

    Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
    "errors_cause": ...}`. **The form of the answer depends on how many there were.** Errors: 404 if one is
    unknown, 422, 500 if one of several has no `options`.

    Args:
        map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
        body (MapLayersUpdateRequest): What to change of several layers.

    Returns:
        Any: A list in an object for several layers, the bare layer for one.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(map_id=map_id, client=client, body=body).parsed


async def asyncio_detailed(
    map_id: str, *, client: AuthenticatedClient | Client, body: MapLayersUpdateRequest
) -> Response[Any]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(map_id=map_id, body=body)))


async def asyncio(map_id: str, *, client: AuthenticatedClient | Client, body: MapLayersUpdateRequest) -> Any:
    """`sync`, awaited."""
    return (await asyncio_detailed(map_id=map_id, client=client, body=body)).parsed
