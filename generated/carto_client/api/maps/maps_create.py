# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/map"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...models.map_config import MapConfig
from ...sending import as_model, to_json_text, to_object
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    *, body: MapConfig | Mapping[str, Any], filters: Mapping[str, Any] | str | Unset = UNSET
) -> dict[str, Any]:
    filters = to_json_text("filters", filters)
    body = as_model("body", body, MapConfig)
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["filters"] = filters

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/map", "params": params}

    _kwargs["json"] = to_object("body", body, MapConfig)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Layergroup:
    if response.status_code == 200:
        errors.check_content_type("maps_create", response, "JSON")
        try:
            response_200 = Layergroup.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_create", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_create", response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: MapConfig | Mapping[str, Any],
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> Layergroup:
    """Create an anonymous map: see `MapsApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body, filters=filters)))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: MapConfig | Mapping[str, Any],
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> Layergroup:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body, filters=filters)))
