# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/static/named/{template_id}/{width}/{height}.{format_}"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_json_text, to_segment
from ...types import UNSET, File, Unset


def _get_kwargs(
    template_id: str,
    width: int,
    height: int,
    format_: str,
    *,
    layer: str | Unset = UNSET,
    zoom: float | Unset = UNSET,
    lon: float | Unset = UNSET,
    lat: float | Unset = UNSET,
    bbox: str | Unset = UNSET,
    config: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    config = to_json_text("config", config)

    params: dict[str, Any] = {}

    params["layer"] = layer

    params["zoom"] = zoom

    params["lon"] = lon

    params["lat"] = lat

    params["bbox"] = bbox

    params["config"] = config

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/static/named/{template_id}/{width}/{height}.{format_}".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            ),
            width=quote(to_segment("width", width, "Width in pixels, usually up to 8192.", whole=True), safe=""),
            height=quote(to_segment("height", height, "Height in pixels, usually up to 8192.", whole=True), safe=""),
            format_=quote(to_segment("format", format_, "`png` or `jpg`."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("named_maps_static", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("named_maps_static", response)


def sync(
    template_id: str,
    width: int,
    height: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    layer: str | Unset = UNSET,
    zoom: float | Unset = UNSET,
    lon: float | Unset = UNSET,
    lat: float | Unset = UNSET,
    bbox: str | Unset = UNSET,
    config: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """Get an image of a template without instantiating it: see `NamedMapsApi.static`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                template_id=template_id,
                width=width,
                height=height,
                format_=format_,
                layer=layer,
                zoom=zoom,
                lon=lon,
                lat=lat,
                bbox=bbox,
                config=config,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    template_id: str,
    width: int,
    height: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    layer: str | Unset = UNSET,
    zoom: float | Unset = UNSET,
    lon: float | Unset = UNSET,
    lat: float | Unset = UNSET,
    bbox: str | Unset = UNSET,
    config: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                template_id=template_id,
                width=width,
                height=height,
                format_=format_,
                layer=layer,
                zoom=zoom,
                lon=lon,
                lat=lat,
                bbox=bbox,
                config=config,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )
