# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{z}/{x}/{y}@{scale}x.png"""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    token: str,
    z: int,
    x: int,
    y: int,
    scale: int,
    *,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment("z", z, "Zoom, from 0.")
    errors.require_segment("x", x, "Column of the tile, from 0 in the west.")
    errors.require_segment("y", y, "Row of the tile, from 0 in the north.")
    errors.require_segment("scale", scale, "2.")

    params: dict[str, Any] = {}

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/{z}/{x}/{y}@{scale}x.png".format(
            token=quote(str(token), safe=""),
            z=quote(str(z), safe=""),
            x=quote(str(x), safe=""),
            y=quote(str(y), safe=""),
            scale=quote(str(scale), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("maps_tile_retina", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("maps_tile_retina", response)


def _build_response(response: httpx.Response) -> Response[File]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    token: str,
    z: int,
    x: int,
    y: int,
    scale: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[File]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(token=token, z=z, x=x, y=y, scale=scale, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


def sync(
    token: str,
    z: int,
    x: int,
    y: int,
    scale: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """Get a tile of all mapnik layers in double resolution.

    512 by 512 pixels of what `maps.tile` draws in 256. There is none for chosen layers.

    Args:
        token (str): `layergroupid` of the map; what follows its colon may be left out. For a named map it
            begins with `user@hash@` and needs `auth_token` if the template does; the part after the second `@`
            alone works like an anonymous map, for public tables only.
        z (int): Zoom, from 0.
        x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
        y (int): Row of the tile, from 0 in the north.
        scale (int): 2. Any other factor is refused with 404 `Tile with specified resolution not found`.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        File: The tile.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token, z=z, x=x, y=y, scale=scale, client=client, auth_token=auth_token, auth_tokens=auth_tokens
    ).parsed


async def asyncio_detailed(
    token: str,
    z: int,
    x: int,
    y: int,
    scale: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[File]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(token=token, z=z, x=x, y=y, scale=scale, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


async def asyncio(
    token: str,
    z: int,
    x: int,
    y: int,
    scale: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> File:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token, z=z, x=x, y=y, scale=scale, client=client, auth_token=auth_token, auth_tokens=auth_tokens
        )
    ).parsed
