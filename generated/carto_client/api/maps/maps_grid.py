# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer}/{z}/{x}/{y}.grid.json"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.utf_grid import UtfGrid
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment("layer", layer, "An index (`0`) or several (`0,2`), counting all layers from 0.")
    errors.require_segment("z", z, "Zoom, from 0.")
    errors.require_segment("x", x, "Column of the tile, from 0 in the west.")
    errors.require_segment("y", y, "Row of the tile, from 0 in the north.")

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
            token=quote(str(token), safe=""),
            layer=quote(str(layer), safe=""),
            z=quote(str(z), safe=""),
            x=quote(str(x), safe=""),
            y=quote(str(y), safe=""),
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


def _build_response(response: httpx.Response) -> Response[UtfGrid]:
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
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[UtfGrid]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


def sync(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> UtfGrid:
    """Get the UTFGrid of a tile.

    Which feature is at which place of the tile, with the columns of `interactivity`. 400 `Tileset has no
    interactivity` if the layer has none.

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
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        UtfGrid: The grid.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token, layer=layer, z=z, x=x, y=y, client=client, auth_token=auth_token, auth_tokens=auth_tokens
    ).parsed


async def asyncio_detailed(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[UtfGrid]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


async def asyncio(
    token: str,
    layer: str,
    z: int,
    x: int,
    y: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> UtfGrid:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token, layer=layer, z=z, x=x, y=y, client=client, auth_token=auth_token, auth_tokens=auth_tokens
        )
    ).parsed
