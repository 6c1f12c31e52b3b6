# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer}/{z}/{x}/{y}.grid.json"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...models.utf_grid import UtfGrid
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    token: str | Layergroup,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/{layer}/{z}/{x}/{y}.grid.json".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            layer=quote(
                to_segment("layer", layer, "An index (`0`) or several (`0,2`), counting all layers from 0."), safe=""
            ),
            z=quote(to_segment("z", z, "Zoom, from 0.", whole=True), safe=""),
            x=quote(to_segment("x", x, "Column of the tile, from 0 in the west.", whole=True), safe=""),
            y=quote(to_segment("y", y, "Row of the tile, from 0 in the north.", whole=True), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> UtfGrid:
    if response.status_code == 200:
        errors.check_content_type("maps_grid", response, "JSON")
        try:
            response_200 = UtfGrid.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_grid", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_grid", response)


def sync(
    token: str | Layergroup,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> UtfGrid:
    """Get the UTFGrid of a tile: see `MapsApi.grid`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


async def asyncio(
    token: str | Layergroup,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> UtfGrid:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )
