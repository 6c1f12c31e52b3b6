"""Checks of tile requests (pure): CARTO answers an impossible one with 400, and a browser then shows no tile.

A Layergroup lists the map's layers. For a token, only requests that fit no map at all are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import index
from typing import TYPE_CHECKING, SupportsIndex, TypeAlias
from urllib.parse import quote

from carto_ext.errors import InvalidArgumentError, UnexpectedResponseError

if TYPE_CHECKING:
    from carto_client.models import Layergroup
    from carto_client.types import File

Coordinate: TypeAlias = int | str
Layers: TypeAlias = int | str | Sequence[int] | Sequence[str]

FORMATS = ("png", "png32", "mvt", "grid.json", "torque.json", "json.torque")
_OF_TORQUE = ("torque.json", "json.torque")
_KINDS = {"png": "image/png", "mvt": "application/x-protobuf"}
_TYPES = ("mapnik", "torque", "http", "plain")
# Ids that CARTO generates but does not accept.
_MADE_UP = re.compile(r"(?:(?:torque|http|plain)-)?layer\d+")
# Texts that JavaScript reads as a number: CARTO takes such an id for an index.
_NUMBER = re.compile(r"\s*(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?infinity|0[xob][0-9a-f]+)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class LayerFilter:
    """A choice of layers: all or those of a type (`alias`), or by `indexes`, or by `ids`."""

    alias: str = ""
    indexes: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return ",".join(quote(str(part), safe="") for part in (self.alias and [self.alias]) or self.indexes or self.ids)


@dataclass(frozen=True)
class DrawnLayer:
    """One layer of a map. `has_style`: it can be drawn as an image. `has_grid`: it has interactivity."""

    type: str
    id: str
    has_style: bool
    has_grid: bool


def layers_of(layergroup: Layergroup | str) -> list[DrawnLayer] | None:
    """Return the map's layers; None for a token, whose layers are unknown."""
    from carto_client.types import Unset

    if isinstance(layergroup, str):
        return None
    found = []
    for layer in layergroup.metadata.layers:
        told = layer.tilejson
        raster = None if isinstance(told, Unset) else told.raster
        grids = None if raster is None or isinstance(raster, Unset) else raster.to_dict().get("grids")
        # If the server does not describe the tiles, assume that all exist.
        found.append(
            DrawnLayer(layer.type_, str(layer.id), not isinstance(raster, Unset), raster is None or bool(grids))
        )
    return found


def token_of(layergroup: Layergroup | str) -> str:
    from carto_client.models import Layergroup

    token = layergroup.layergroupid if isinstance(layergroup, Layergroup) else layergroup
    if not isinstance(token, str):
        raise InvalidArgumentError(f"layergroup is {type(token).__name__}: give a Layergroup or its layergroupid")
    if not token.strip():
        raise InvalidArgumentError("layergroup is blank: give a Layergroup or its layergroupid")
    return token


def layer_filter(layer: Layers) -> LayerFilter:
    """Parse `layer`. CARTO accepts indexes or ids, but not both together."""
    if layer in ("all", *_TYPES):
        return LayerFilter(alias=str(layer))
    parts: Sequence[object] = layer.split(",") if isinstance(layer, str) else [layer]
    if isinstance(layer, Sequence) and not isinstance(layer, str | bytes):
        parts = layer
    if not parts:
        raise InvalidArgumentError(f"layer is {layer!r}: give an index, an id, a list of indexes or of ids, or 'all'")
    indexes, ids = [], []
    for part in parts:
        number = int(part) if isinstance(part, str) and re.fullmatch(r"0|[1-9][0-9]*", part) else _whole(part)
        if number is not None and number >= 0:
            indexes.append(number)
        elif isinstance(part, str):
            _check_id(part)
            ids.append(part)
        else:
            raise InvalidArgumentError(f"layer is {layer!r}: give an index (a whole number from 0) or an id (a string)")
    if indexes and ids:
        raise InvalidArgumentError(f"layer is {layer!r}, which mixes indexes and ids: give one or the other")
    return LayerFilter(indexes=tuple(indexes), ids=tuple(ids))


def _whole(value: object) -> int | None:
    """Return an integer, also from types such as numpy's; None for floats and for True, which is 1 only by accident."""
    return index(value) if isinstance(value, SupportsIndex) and not isinstance(value, bool) else None


def _check_id(layer_id: str) -> None:
    if _MADE_UP.fullmatch(layer_id):
        raise InvalidArgumentError(
            f"CARTO made up the id {layer_id!r} and does not accept it: give the layer's index, which counts all "
            "layers from 0, or give the layer an `id` of your own when you make the map"
        )
    if layer_id in ("all", *_TYPES):
        raise InvalidArgumentError(f"{layer_id!r} cannot be in a list: give layer={layer_id!r}")
    if _NUMBER.fullmatch(layer_id):
        raise InvalidArgumentError(f"layer {layer_id!r} is neither an id nor an index from 0: give one of them")


def check_tile(layers: list[DrawnLayer] | None, chosen: LayerFilter | None, extension: str, *, retina: bool) -> None:
    """Raise InvalidArgumentError for a tile that the map does not have, and name those it has if they are known."""
    if extension not in FORMATS:
        raise InvalidArgumentError(f"extension is {extension!r}, not a tile format: give one of {', '.join(FORMATS)}")
    if retina and (chosen is not None or extension not in ("png", "png32", "mvt")):
        raise InvalidArgumentError("retina tiles are png, png32 or mvt, and of all layers: leave out layer or retina")
    if extension in _OF_TORQUE and (chosen is None or len(chosen.indexes) != 1):
        raise InvalidArgumentError(f"{extension} shows one torque layer: give its index, such as layer=0")
    if extension == "grid.json" and (chosen is None or max(len(chosen.indexes), len(chosen.ids)) > 1):
        raise InvalidArgumentError("grid.json shows one layer: give layer=0 or the layer's id")
    if chosen is not None and chosen.alias in _TYPES[1:] and extension != "png":
        raise InvalidArgumentError(
            f"layers of type {chosen.alias} together have only png tiles, not {extension}: give extension='png'"
        )
    if layers is not None:
        _check_format(layers, _resolve(layers, chosen), extension)


def _resolve(layers: list[DrawnLayer], chosen: LayerFilter | None) -> list[int]:
    if chosen is None:
        found = _of_type(layers, "mapnik")
        if not found:
            advice = "pass layer='all' for images of the other layers" if layers else "it has no layers at all"
            raise InvalidArgumentError(f"without `layer`, tiles show the mapnik layers, and the map has none: {advice}")
        return found
    if chosen.alias:
        found = list(range(len(layers))) if chosen.alias == "all" else _of_type(layers, chosen.alias)
        if not found:
            raise InvalidArgumentError(f"the map has no {chosen.alias} layers".replace("all ", ""))
        return found
    if chosen.indexes:
        if max(chosen.indexes) >= len(layers):
            raise InvalidArgumentError(f"layer {max(chosen.indexes)} does not exist: {_described(layers)}")
        return list(chosen.indexes)
    ids = [layer.id for layer in layers]
    for one in chosen.ids:
        if one not in ids:
            raise InvalidArgumentError(f"layer {one!r} does not exist: {_described(layers)}")
    return [ids.index(one) for one in chosen.ids]


def _check_format(layers: list[DrawnLayer], chosen: list[int], extension: str) -> None:
    types = {layers[number].type for number in chosen}
    if types != {"mapnik"}:
        if extension == "png" or (extension in _OF_TORQUE and types == {"torque"}):
            return
        raise InvalidArgumentError(
            f"{' and '.join(sorted(types))} layers have no {extension} tiles: {_described(layers)}"
        )
    if extension in _OF_TORQUE:
        raise InvalidArgumentError(f"{extension} needs a torque layer: {_described(layers)}")
    if extension == "grid.json" and (len(chosen) > 1 or not layers[chosen[0]].has_grid):
        raise InvalidArgumentError("grid.json needs one layer, made with `interactivity` in its options")
    if extension in ("png", "png32") and not all(layers[number].has_style for number in chosen):
        raise InvalidArgumentError(
            f"the map has no CartoCSS, so it has vector tiles but no {extension}: give extension='mvt'"
        )


def _of_type(layers: list[DrawnLayer], kind: str) -> list[int]:
    return [number for number, layer in enumerate(layers) if layer.type == kind]


def _described(layers: list[DrawnLayer]) -> str:
    told = (
        f"{number} is {layer.type}" + ("" if _MADE_UP.fullmatch(layer.id) else f" ({layer.id!r})")
        for number, layer in enumerate(layers)
    )
    return f"the map's layers: {', '.join(told)}"


def check_attributes(layers: list[DrawnLayer] | None, layer: int, feature_id: int) -> None:
    """Check a request for attributes: CARTO accepts only a layer's index, and puts the id into SQL unquoted."""
    for name, value in (("layer", layer), ("feature_id", feature_id)):
        if _whole(value) is None:
            raise InvalidArgumentError(f"{name} is {value!r}: give a whole number (for layer, its index)")
    if layer < 0 or (layers is not None and layer >= len(layers)):
        raise InvalidArgumentError(f"layer {layer} does not exist: {_described(layers or [])}")
    if layers is not None and layers[layer].type in ("http", "plain"):
        raise InvalidArgumentError(f"layer {layer} has no features: {_described(layers)}")


def place(z: Coordinate, x: Coordinate, y: Coordinate) -> str:
    """Return `z/x/y` with numbers or placeholders. `x` can be negative, because the world is round."""
    return "/".join(_coordinate(name, value) for name, value in (("z", z), ("x", x), ("y", y)))


def _coordinate(name: str, value: Coordinate) -> str:
    least = "-?" if name == "x" else ""
    if isinstance(value, str) and re.fullmatch(rf"\{{-?\w+\}}|{least}[0-9]+", value):
        return value
    number = _whole(value)
    if number is not None and (number >= 0 or name == "x"):
        return str(number)
    what = "a whole number" if name == "x" else "a whole number from 0"
    raise InvalidArgumentError(f"{name} is {value!r}: give {what}, or leave it out for a map library to fill in")


def check_kind(tile: File, extension: str) -> None:
    """Raise UnexpectedResponseError for a tile of the other format. A tile without a stated format is accepted."""
    kind = (tile.mime_type or "").partition(";")[0].strip().lower()
    if kind in _KINDS.values() and _KINDS.get(extension, kind) != kind:
        raise UnexpectedResponseError(
            f"named_maps.tile: CARTO answered with {kind} instead of {extension}, because it keeps one renderer per "
            "template for a minute, for one format. If you need both formats, instantiate the map and use carto.maps",
            status_code=200,
            headers={"content-type": kind},
            content=tile.payload.read(),
        )
