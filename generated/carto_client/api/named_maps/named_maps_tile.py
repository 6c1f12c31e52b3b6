# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/named/{template_id}/{layer}/{z}/{x}/{y}.{format_}"""

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
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    config: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    config = to_json_text("config", config)

    params: dict[str, Any] = {}

    params["config"] = config

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/named/{template_id}/{layer}/{z}/{x}/{y}.{format_}".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            ),
            layer=quote(
                to_segment("layer", layer, "An index (`0`) or several (`0,2`), counting all layers from 0."), safe=""
            ),
            z=quote(to_segment("z", z, "Zoom, from 0.", whole=True), safe=""),
            x=quote(to_segment("x", x, "Column of the tile, from 0 in the west.", whole=True), safe=""),
            y=quote(to_segment("y", y, "Row of the tile, from 0 in the north.", whole=True), safe=""),
            format_=quote(to_segment("format", format_, "`png` or `mvt`."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("named_maps_tile", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("named_maps_tile", response)


def sync(
    template_id: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    config: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """Get a tile of a template without instantiating it: see `NamedMapsApi.tile`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                template_id=template_id,
                layer=layer,
                z=z,
                x=x,
                y=y,
                format_=format_,
                config=config,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    template_id: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    config: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                template_id=template_id,
                layer=layer,
                z=z,
                x=x,
                y=y,
                format_=format_,
                config=config,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )
