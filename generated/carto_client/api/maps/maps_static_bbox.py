# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/static/bbox/{token}/{west},{south},{east},{north}/{width}/{height}.{format_}"""

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
    west: float,
    south: float,
    east: float,
    north: float,
    width: int,
    height: int,
    format_: str,
    *,
    layer: str | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["layer"] = layer

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/static/bbox/{token}/{west},{south},{east},{north}/{width}/{height}.{format_}".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            west=quote(to_segment("west", west, "Western bound, in degrees."), safe=""),
            south=quote(to_segment("south", south, "Southern bound, in degrees."), safe=""),
            east=quote(to_segment("east", east, "Eastern bound, in degrees."), safe=""),
            north=quote(to_segment("north", north, "Northern bound, in degrees."), safe=""),
            width=quote(to_segment("width", width, "Width in pixels, usually up to 8192.", whole=True), safe=""),
            height=quote(to_segment("height", height, "Height in pixels, usually up to 8192.", whole=True), safe=""),
            format_=quote(to_segment("format", format_, "`png` or `jpg`."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("maps_static_bbox", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("maps_static_bbox", response)


def sync(
    token: str | Layergroup,
    west: float,
    south: float,
    east: float,
    north: float,
    width: int,
    height: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    layer: str | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """Get an image of a map within bounds: see `MapsApi.static_bbox`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                token=token,
                west=west,
                south=south,
                east=east,
                north=north,
                width=width,
                height=height,
                format_=format_,
                layer=layer,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    token: str | Layergroup,
    west: float,
    south: float,
    east: float,
    north: float,
    width: int,
    height: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    layer: str | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                token=token,
                west=west,
                south=south,
                east=east,
                north=north,
                width=width,
                height=height,
                format_=format_,
                layer=layer,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )
