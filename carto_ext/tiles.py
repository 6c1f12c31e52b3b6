"""URLs of tiles and attributes, for browsers and map libraries. The functions send no request.

`z`, `x` and `y` are numbers, or stay `{z}`, `{x}` and `{y}` for a map library to fill in. A URL contains the key only
if you pass it: a tile of a named map needs at most an `auth_token`, a tile of an anonymous map of private tables needs
`api_key`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, Concatenate, ParamSpec, Protocol
from urllib.parse import quote, urlencode

from carto_client.client import AuthenticatedClient, Client
from carto_client.models import Layergroup
from carto_ext._map_page import PageOptions as PageOptions
from carto_ext._map_tiles import (
    Coordinate,
    Layers,
    check_attributes,
    check_tile,
    layer_filter,
    layers_of,
    place,
    token_of,
)
from carto_ext.errors import InvalidArgumentError

P = ParamSpec("P")


def layergroup_tile_url(
    base_url: str,
    layergroup: Layergroup | str,
    *,
    z: Coordinate = "{z}",
    x: Coordinate = "{x}",
    y: Coordinate = "{y}",
    layer: Layers | None = None,
    extension: str = "png",
    retina: bool = False,
    auth_token: str | Sequence[str] | None = None,
    api_key: str | None = None,
) -> str:
    """Return the URL of a tile of a map that was created or instantiated.

    Pass the Layergroup rather than its token: its layers are known, so an impossible tile raises an error here instead
    of a 400 in the browser.

    Args:
        base_url: Address of the account.
        layergroup: The Layergroup that `create` or `instantiate` returned, or its token.
        z: Zoom level, or `{z}`.
        x: Column, or `{x}`.
        y: Row, or `{y}`.
        layer: An index, which counts all layers from 0; an id that you gave the layer; a list of either; 'all'; or one
            of the types 'mapnik', 'torque', 'http', 'plain'. By default the tile shows the mapnik layers.
        extension: png, png32, mvt, grid.json (for one layer with interactivity) or torque.json (for a torque layer, by
            its index).
        retina: True for a tile of double resolution: png, png32 or mvt, and all layers.
        auth_token: Token or tokens of a named map.
        api_key: Key for an anonymous map of private tables. Everyone who sees the URL can read it.

    Returns:
        The URL.

    Raises:
        InvalidArgumentError: The map does not have such a tile.

    Example:
        url = carto.maps.tile_url(layergroup, extension="mvt")
    """
    chosen = None if layer is None else layer_filter(layer)
    token = token_of(layergroup)
    check_tile(layers_of(layergroup), chosen, extension, retina=retina)
    filtered = "" if chosen is None else f"/{chosen.path}"
    path = f"{quote(token, safe='@:')}{filtered}/{place(z, x, y)}{'@2x' if retina else ''}.{extension}"
    return f"{base_url}/api/v1/map/{path}{_query(auth_token, api_key)}"


def attributes_url(
    base_url: str,
    layergroup: Layergroup | str,
    *,
    layer: int,
    feature_id: int,
    auth_token: str | Sequence[str] | None = None,
    api_key: str | None = None,
) -> str:
    """Return the URL of the attributes of one feature. The layer's definition must have `attributes` in its options.

    Args:
        base_url: Address of the account.
        layergroup: The Layergroup that `create` or `instantiate` returned, or its token.
        layer: Index of the layer, from 0. CARTO accepts no ids here.
        feature_id: The feature's id, such as its cartodb_id.
        auth_token: Token or tokens of a named map.
        api_key: Key for an anonymous map of private tables. Everyone who sees the URL can read it.

    Returns:
        The URL.

    Raises:
        InvalidArgumentError: The map has no such layer, or the layer has no features.
    """
    token = token_of(layergroup)
    check_attributes(layers_of(layergroup), layer, feature_id)
    path = f"{quote(token, safe='@:')}/{layer}/attributes/{feature_id}"
    return f"{base_url}/api/v1/map/{path}{_query(auth_token, api_key)}"


def named_tile_url(
    base_url: str,
    name: str,
    *,
    layer: Layers | None = None,
    z: Coordinate = "{z}",
    x: Coordinate = "{x}",
    y: Coordinate = "{y}",
    extension: str = "png",
    feature_id: int | None = None,
    parameters: Mapping[str, Any] | None = None,
    auth_token: str | Sequence[str] | None = None,
) -> str:
    """Return the URL of a tile of a named map, without instantiating it. It follows changes of the template at once.

    Args:
        base_url: Address of the account.
        name: Name of the template.
        layer: The layer, as in `layergroup_tile_url`. Required.
        z: Zoom level, or `{z}`.
        x: Column, or `{x}`.
        y: Row, or `{y}`.
        extension: png or mvt.
        feature_id: Not supported; raises an error that explains how to get attributes.
        parameters: Values for the template's placeholders.
        auth_token: Token or tokens of the template.

    Returns:
        The URL.

    Raises:
        InvalidArgumentError: `name` is blank, `layer` is missing, or the extension is another one.

    Example:
        url = carto.named_maps.tile_url("parks", layer="all", auth_token="secret")
    """
    if not name.strip():
        raise InvalidArgumentError("name must not be blank: give the named map's name")
    if feature_id is not None:
        raise InvalidArgumentError(
            "feature_id was given, but a named map has no attributes itself: instantiate it, and pass the result to "
            "carto.maps.attributes_url"
        )
    if layer is None:
        raise InvalidArgumentError("layer is missing: give layer='all', or 0 for the first layer of the named map")
    if extension not in ("png", "mvt"):
        raise InvalidArgumentError(
            f"extension is {extension!r}, but a named map has only png and mvt tiles: instantiate it for others"
        )
    chosen = layer_filter(layer)
    check_tile(None, chosen, extension, retina=False)
    path = f"named/{quote(name, safe='@')}/{chosen.path}/{place(z, x, y)}.{extension}"
    config = {"config": json.dumps(parameters, separators=(",", ":"))} if parameters else {}
    return f"{base_url}/api/v1/map/{path}{_query(auth_token, None, **config)}"


def _query(auth_token: str | Sequence[str] | None, api_key: str | None, **others: str) -> str:
    pairs = list(others.items())
    if isinstance(auth_token, str):
        pairs.append(("auth_token", auth_token))
    else:
        pairs += [("auth_token[]", token) for token in auth_token or ()]
    if api_key is not None:
        pairs.append(("api_key", api_key))
    return f"?{urlencode(pairs)}" if pairs else ""


class _Group(Protocol):
    _client: AuthenticatedClient | Client


def of_account(make_url: Callable[Concatenate[str, P], str]) -> Callable[Concatenate[_Group, P], str]:
    """Make the function a method of a group, which supplies its account's base URL."""

    @wraps(make_url)
    def method(group: _Group, /, *args: P.args, **kwargs: P.kwargs) -> str:
        return make_url(group._client._base_url, *args, **kwargs)

    # For help(): the method has no parameter base_url.
    _, *asked = signature(make_url).parameters.values()
    own = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
    method.__signature__ = Signature([own, *asked], return_annotation=str)  # type: ignore[attr-defined]
    return method
