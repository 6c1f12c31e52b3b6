# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{z}/{x}/{y}.{format_}"""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...sending import to_segment
from ...types import UNSET, File, Unset


def _get_kwargs(
    token: str | Layergroup,
    z: int,
    x: int,
    y: int,
    format_: str,
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
        "url": "/api/v1/map/{token}/{z}/{x}/{y}.{format_}".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            z=quote(to_segment("z", z, "Zoom, from 0.", whole=True), safe=""),
            x=quote(to_segment("x", x, "Column of the tile, from 0 in the west.", whole=True), safe=""),
            y=quote(to_segment("y", y, "Row of the tile, from 0 in the north.", whole=True), safe=""),
            format_=quote(to_segment("format", format_, "`png`, `png32` or `mvt`."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File | None:
    if response.status_code == 200:
        errors.check_content_type("maps_tile", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    if response.status_code == 204:
        return None
    raise errors.check_status("maps_tile", response)


def sync(
    token: str | Layergroup,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File | None:
    """Get a tile of all mapnik layers: see `MapsApi.tile`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(token=token, z=z, x=x, y=y, format_=format_, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


async def asyncio(
    token: str | Layergroup,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File | None:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(token=token, z=z, x=x, y=y, format_=format_, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )
