# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/named/{template_id}/{layer}/{z}/{x}/{y}.{format_}"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, File, Response, Unset, json_text


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
    errors.require_segment("template_id", template_id, "Name of the template, also as `user@name`.")
    errors.require_segment("layer", layer, "An index (`0`) or several (`0,2`), counting all layers from 0.")
    errors.require_segment("z", z, "Zoom, from 0.")
    errors.require_segment("x", x, "Column of the tile, from 0 in the west.")
    errors.require_segment("y", y, "Row of the tile, from 0 in the north.")
    errors.require_segment("format", format_, "`png` or `mvt`.")

    config = json_text(config)
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
            template_id=quote(str(template_id), safe=""),
            layer=quote(str(layer), safe=""),
            z=quote(str(z), safe=""),
            x=quote(str(x), safe=""),
            y=quote(str(y), safe=""),
            format_=quote(str(format_), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("named_maps_tile", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("named_maps_tile", response)


def _build_response(response: httpx.Response) -> Response[File]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
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
) -> Response[File]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
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
    """Get a tile of a template without instantiating it.

    The layer part cannot be left out: without it the server looks for a layergroup called `named` and answers
    400. A vector tile without features is 200 with no bytes, not 204. There are no grids (400 `Missing
    interactivity parameter`), no attributes (404 with an empty body) and no double resolution. **Ask for one
    format only**: while the renderer lives (a minute) the next format gets the bytes of the first, with its
    Content-Type. Instantiate where both are wanted. 403 `Unauthorized template instantiation`, 404 `Template
    'x' of user 'u' not found`.

    Args:
        template_id (str): Name of the template, also as `user@name`.
        layer (str): An index (`0`) or several (`0,2`), counting all layers from 0; ids that the MapConfig gave,
            not mixed with indexes; `all`; or all layers of a type: `mapnik`, `torque`, `http`, `plain`. Ids
            that the server made up, such as `layer0`, are **not** accepted, although `tilejson` has them.
        z (int): Zoom, from 0.
        x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
        y (int): Row of the tile, from 0 in the north.
        format_ (str): `png` or `mvt`.
        config (Mapping[str, Any] | str | Unset): Values of the placeholders as JSON text, otherwise as in
            `named_maps.instantiate`.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        File: The tile: `png` and `png32` as image/png, `mvt` as application/x-protobuf. A PNG that comes from a
            basemap's server alone is application/octet-stream if that server does not say what it sends. It may
            be cached for a year.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        template_id=template_id,
        layer=layer,
        z=z,
        x=x,
        y=y,
        format_=format_,
        client=client,
        config=config,
        auth_token=auth_token,
        auth_tokens=auth_tokens,
    ).parsed


async def asyncio_detailed(
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
) -> Response[File]:
    """`sync_detailed`, awaited."""
    return _build_response(
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
    return (
        await asyncio_detailed(
            template_id=template_id,
            layer=layer,
            z=z,
            x=x,
            y=y,
            format_=format_,
            client=client,
            config=config,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
    ).parsed
