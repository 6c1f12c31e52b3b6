# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/maps/{map_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_settings import MapSettings
from ...models.map_settings_update_request import MapSettingsUpdateRequest
from ...types import Response, read_json


def _get_kwargs(map_id: str, *, body: MapSettingsUpdateRequest) -> dict[str, Any]:
    errors.require_segment("map_id", map_id, "UUID of the map (`map_id` of its visualization, not its `id`).")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/maps/{map_id}".format(map_id=quote(str(map_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MapSettings:
    if response.status_code == 200:
        errors.check_content_type("map_layers_map_update", response, "JSON")
        try:
            response_200 = MapSettings.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_map_update", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_map_update", response)


def _build_response(response: httpx.Response) -> Response[MapSettings]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    map_id: str, *, client: AuthenticatedClient | Client, body: MapSettingsUpdateRequest
) -> Response[MapSettings]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(map_id=map_id, body=body)))


def sync(map_id: str, *, client: AuthenticatedClient | Client, body: MapSettingsUpdateRequest) -> MapSettings:
    """Change the view of a map.

    For those who may write the map. The same under `/api/v2/`. Numbers and points are not checked: nonsense is
    stored or ignored, with 200. Errors: 404, also for a map of others; 422 `{"errors": ..., "errors_cause":
    ...}`, for one if `options` lacks one of its four switches.

    Args:
        map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
        body (MapSettingsUpdateRequest): What to change of a map. Empty strings and nulls are ignored.

    Returns:
        MapSettings: The view after the change.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(map_id=map_id, client=client, body=body).parsed


async def asyncio_detailed(
    map_id: str, *, client: AuthenticatedClient | Client, body: MapSettingsUpdateRequest
) -> Response[MapSettings]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(map_id=map_id, body=body)))


async def asyncio(map_id: str, *, client: AuthenticatedClient | Client, body: MapSettingsUpdateRequest) -> MapSettings:
    """`sync`, awaited."""
    return (await asyncio_detailed(map_id=map_id, client=client, body=body)).parsed
