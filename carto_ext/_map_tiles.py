"""Which tiles a map has (pure): CARTO answers every other form with 400, and a browser then shows nothing.

What a map is drawn of, its Layergroup tells. Of a mere token only those forms are refused that no map has.
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
# Ids that CARTO makes up and then does not take.
_MADE_UP = re.compile(r"(?:(?:torque|http|plain)-)?layer\d+")
# What JavaScript reads as a number; CARTO takes an id that looks like one for an index.
_NUMBER = re.compile(r"\s*(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?infinity|0[xob][0-9a-f]+)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class LayerFilter:
    """One of: all layers, or those of a type (`alias`), by `indexes`, or by their own `ids`."""

    alias: str = ""
    indexes: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return ",".join(quote(str(part), safe="") for part in (self.alias and [self.alias]) or self.indexes or self.ids)


@dataclass(frozen=True)
class DrawnLayer:
    """One layer of a map: `has_style` is whether there are pictures of it, `has_grid` whether it has interactivity."""

    type: str
    id: str
    has_style: bool
    has_grid: bool


def layers_of(layergroup: Layergroup | str) -> list[DrawnLayer] | None:
    """None for a token, of which nothing is known."""
    from carto_client.types import Unset

    if isinstance(layergroup, str):
        return None
    found = []
    for layer in layergroup.metadata.layers:
        told = layer.tilejson
        raster = None if isinstance(told, Unset) else told.raster
        grids = None if raster is None or isinstance(raster, Unset) else raster.to_dict().get("grids")
        # A server that tells nothing of tiles is believed to have all.
        found.append(
            DrawnLayer(layer.type_, str(layer.id), not isinstance(raster, Unset), raster is None or bool(grids))
        )
    return found


def token_of(layergroup: Layergroup | str) -> str:
    from carto_client.models import Layergroup

    token = layergroup.layergroupid if isinstance(layergroup, Layergroup) else layergroup
    if not isinstance(token, str):
        raise InvalidArgumentError(f"layergroup is {type(token).__name__}: give a Layergroup, or its layergroupid")
    if not token.strip():
        raise InvalidArgumentError("layergroup must not be blank: give a Layergroup, or its layergroupid")
    return token


def layer_filter(layer: Layers) -> LayerFilter:
    """Indexes or ids: CARTO does not take a mixture."""
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
            raise InvalidArgumentError(f"layer is {layer!r}: an index is a whole number from 0, an id a text")
    if indexes and ids:
        raise InvalidArgumentError(f"layer is {layer!r}: give indexes or ids, CARTO takes no mixture")
    return LayerFilter(indexes=tuple(indexes), ids=tuple(ids))


def _whole(value: object) -> int | None:
    """Also of other libraries' integers, such as numpy's; not of floats, and True is 1 by mistake only."""
    return index(value) if isinstance(value, SupportsIndex) and not isinstance(value, bool) else None


def _check_id(layer_id: str) -> None:
    if _MADE_UP.fullmatch(layer_id):
        raise InvalidArgumentError(
            f"CARTO made up the id {layer_id!r}, and takes it from nobody: give the layer's index, which counts all "
            "layers from 0, or give the layer an `id` of your own when you make the map"
        )
    if layer_id in ("all", *_TYPES):
        raise InvalidArgumentError(f"{layer_id!r} stands alone, not in a list: layer={layer_id!r}")
    if _NUMBER.fullmatch(layer_id):
        raise InvalidArgumentError(f"layer {layer_id!r} is no id, and no index from 0: give one of them")


def check_tile(layers: list[DrawnLayer] | None, chosen: LayerFilter | None, extension: str, *, retina: bool) -> None:
    """Raises InvalidArgumentError for what the map does not have; with what it has, where that is known."""
    if extension not in FORMATS:
        raise InvalidArgumentError(f"there are no tiles in the format {extension!r}: give one of {', '.join(FORMATS)}")
    if retina and (chosen is not None or extension not in ("png", "png32", "mvt")):
        raise InvalidArgumentError("retina tiles are png, png32 or mvt, and of all layers: leave out layer, or retina")
    if extension in _OF_TORQUE and (chosen is None or len(chosen.indexes) != 1):
        raise InvalidArgumentError(f"{extension} is of one torque layer: give its index, such as layer=0")
    if extension == "grid.json" and (chosen is None or max(len(chosen.indexes), len(chosen.ids)) > 1):
        raise InvalidArgumentError("grid.json is of one layer: give layer=0 or the layer's id")
    if chosen is not None and chosen.alias in _TYPES[1:] and extension != "png":
        raise InvalidArgumentError(f"layers of the type {chosen.alias} together have png tiles, not {extension}")
    if layers is not None:
        _check_format(layers, _resolve(layers, chosen), extension)


def _resolve(layers: list[DrawnLayer], chosen: LayerFilter | None) -> list[int]:
    if chosen is None:
        found = _of_type(layers, "mapnik")
        if not found:
            advice = "pass layer='all' for pictures of its layers" if layers else "it has none at all"
            raise InvalidArgumentError(f"the map has no mapnik layers, of which tiles are without `layer`: {advice}")
        return found
    if chosen.alias:
        found = list(range(len(layers))) if chosen.alias == "all" else _of_type(layers, chosen.alias)
        if not found:
            raise InvalidArgumentError(f"the map has no {chosen.alias} layers".replace("all ", ""))
        return found
    if chosen.indexes:
        if max(chosen.indexes) >= len(layers):
            raise InvalidArgumentError(f"layer {max(chosen.indexes)} is not there: {_described(layers)}")
        return list(chosen.indexes)
    ids = [layer.id for layer in layers]
    for one in chosen.ids:
        if one not in ids:
            raise InvalidArgumentError(f"layer {one!r} is not there: {_described(layers)}")
    return [ids.index(one) for one in chosen.ids]


def _check_format(layers: list[DrawnLayer], chosen: list[int], extension: str) -> None:
    types = {layers[number].type for number in chosen}
    if types != {"mapnik"}:
        if extension == "png" or (extension in _OF_TORQUE and types == {"torque"}):
            return
        raise InvalidArgumentError(
            f"{extension} cannot be had of {' and '.join(sorted(types))} layers: {_described(layers)}"
        )
    if extension in _OF_TORQUE:
        raise InvalidArgumentError(f"{extension} is of a torque layer: {_described(layers)}")
    if extension == "grid.json" and (len(chosen) > 1 or not layers[chosen[0]].has_grid):
        raise InvalidArgumentError(
            "grid.json is of one layer, and that must be made with `interactivity` in its options"
        )
    if extension in ("png", "png32") and not all(layers[number].has_style for number in chosen):
        raise InvalidArgumentError(
            f"the map has no CartoCSS, so it has vector tiles and no {extension}: extension='mvt'"
        )


def _of_type(layers: list[DrawnLayer], kind: str) -> list[int]:
    return [number for number, layer in enumerate(layers) if layer.type == kind]


def _described(layers: list[DrawnLayer]) -> str:
    told = (
        f"{number} is {layer.type}" + ("" if _MADE_UP.fullmatch(layer.id) else f" ({layer.id!r})")
        for number, layer in enumerate(layers)
    )
    return f"of the layers of the map {', '.join(told)}"


def check_attributes(layers: list[DrawnLayer] | None, layer: int, feature_id: int) -> None:
    """CARTO takes the layer's index and no id, and puts what stands for the feature into SQL as it is."""
    for name, value in (("layer", layer), ("feature_id", feature_id)):
        if _whole(value) is None:
            raise InvalidArgumentError(
                f"{name} is {value!r}: attributes are asked for by whole numbers, layer by its index"
            )
    if layer < 0 or (layers is not None and layer >= len(layers)):
        raise InvalidArgumentError(f"layer {layer} is not there: {_described(layers or [])}")
    if layers is not None and layers[layer].type in ("http", "plain"):
        raise InvalidArgumentError(f"layer {layer} has no features: {_described(layers)}")


def place(z: Coordinate, x: Coordinate, y: Coordinate) -> str:
    """`z/x/y` of numbers, or of places for a map library to fill. `x` may be negative: the world goes round."""
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
    """Raises UnexpectedResponseError for a tile of the other format; what names no format is believed."""
    kind = (tile.mime_type or "").partition(";")[0].strip().lower()
    if kind in _KINDS.values() and _KINDS.get(extension, kind) != kind:
        raise UnexpectedResponseError(
            f"named_maps.tile: {kind} came where {extension} was asked for: CARTO keeps one renderer of a template for "
            "a minute, for tiles of one format. Where both are wanted, instantiate the map and use carto.maps",
            status_code=200,
            headers={"content-type": kind},
            content=tile.payload.read(),
        )
