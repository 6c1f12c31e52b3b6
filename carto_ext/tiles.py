"""URLs of tiles and attributes, for browsers and map libraries (pure). Each form here is one CARTO answers.

`z`, `x`, `y` are numbers, or are left as `{z}`, `{x}`, `{y}` for a library to fill in. The key is never put into a URL
unless it is asked for: a tile of a named map needs an `auth_token` or nothing, one of an anonymous map of private
tables needs `api_key`.
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
    """A tile of a map that was created or instantiated: of its mapnik layers, unless `layer` says of which.

    `layer` is an index, which counts all layers from 0, an id that you gave the layer, a list of either, 'all', or one
    of the types 'mapnik', 'torque', 'http', 'plain'. `extension` is png, png32, mvt, grid.json (of one layer with
    interactivity) or torque.json (of a torque layer, by its index).

    InvalidArgumentError for what the map does not have: give the Layergroup rather than its token, and it is known.
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
    """The attributes of one feature of one layer, by the layer's index: CARTO takes no ids here.

    The layer must be made with `attributes` in its options.
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
    """A tile straight from a named map, which follows its template at once; `parameters` fill the placeholders."""
    if not name.strip():
        raise InvalidArgumentError("name must not be blank: give the named map's name")
    if feature_id is not None:
        raise InvalidArgumentError(
            "a named map has no attributes of its own: instantiate it, and pass the result to carto.maps.attributes_url"
        )
    if layer is None:
        raise InvalidArgumentError("a tile of a named map needs a layer: give layer='all', or 0 for the first one")
    if extension not in ("png", "mvt"):
        raise InvalidArgumentError(f"a named map has png and mvt tiles, not {extension}; instantiate it for others")
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
    """The same as a method of a group, which knows its account's base URL."""

    @wraps(make_url)
    def method(group: _Group, /, *args: P.args, **kwargs: P.kwargs) -> str:
        return make_url(group._client._base_url, *args, **kwargs)

    # For help(): the account's URL is not asked for.
    _, *asked = signature(make_url).parameters.values()
    own = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
    method.__signature__ = Signature([own, *asked], return_annotation=str)  # type: ignore[attr-defined]
    return method
