# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer}/{z}/{x}/{y}.{format_}"""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment("layer", layer, "An index (`0`) or several (`0,2`), counting all layers from 0.")
    errors.require_segment("z", z, "Zoom, from 0.")
    errors.require_segment("x", x, "Column of the tile, from 0 in the west.")
    errors.require_segment("y", y, "Row of the tile, from 0 in the north.")
    errors.require_segment("format", format_, "`png`, `png32` or `mvt`.")

    params: dict[str, Any] = {}

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/{layer}/{z}/{x}/{y}.{format_}".format(
            token=quote(str(token), safe=""),
            layer=quote(str(layer), safe=""),
            z=quote(str(z), safe=""),
            x=quote(str(x), safe=""),
            y=quote(str(y), safe=""),
            format_=quote(str(format_), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File | None:
    if response.status_code == 200:
        errors.check_content_type("maps_layer_tile", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    if response.status_code == 204:
        return None
    raise errors.check_status("maps_layer_tile", response)


def _build_response(response: httpx.Response) -> Response[File | None]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[File | None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                token=token, layer=layer, z=z, x=x, y=y, format_=format_, auth_token=auth_token, auth_tokens=auth_tokens
            )
        )
    )


def sync(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File | None:
    """Get a tile of chosen layers.

    Layers of several types together only as `png` (400 `Unsupported format mvt` otherwise). A vector tile
    without features is **204** without a body.

    Errors: 400 `Invalid layer filtering`, `Layer '9' not found in layergroup`, `Unsupported format …`,
    `Coordinates out of range: …`, `Invalid or nonexistent map configuration token '…'`; 403 `Sorry, you are
    unauthorized (permission denied)` without a valid `auth_token` for a named map, or `Cannot use map signature
    of user …` for another account's token.

    Args:
        token (str): `layergroupid` of the map; what follows its colon may be left out. For a named map it
            begins with `user@hash@` and needs `auth_token` if the template does; the part after the second `@`
            alone works like an anonymous map, for public tables only.
        layer (str): An index (`0`) or several (`0,2`), counting all layers from 0; ids that the MapConfig gave,
            not mixed with indexes; `all`; or all layers of a type: `mapnik`, `torque`, `http`, `plain`. Ids
            that the server made up, such as `layer0`, are **not** accepted, although `tilejson` has them.
        z (int): Zoom, from 0.
        x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
        y (int): Row of the tile, from 0 in the north.
        format_ (str): `png`, `png32` or `mvt`. `grid.json` and `torque.json` answer JSON: use `maps.grid` and
            `maps.torque`.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        File | None: The tile: `png` and `png32` as image/png, `mvt` as application/x-protobuf. A PNG that comes
            from a basemap's server alone is application/octet-stream if that server does not say what it sends.
            It may be cached for a year.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token,
        layer=layer,
        z=z,
        x=x,
        y=y,
        format_=format_,
        client=client,
        auth_token=auth_token,
        auth_tokens=auth_tokens,
    ).parsed


async def asyncio_detailed(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[File | None]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                token=token, layer=layer, z=z, x=x, y=y, format_=format_, auth_token=auth_token, auth_tokens=auth_tokens
            )
        )
    )


async def asyncio(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    format_: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File | None:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token,
            layer=layer,
            z=z,
            x=x,
            y=y,
            format_=format_,
            client=client,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
    ).parsed
