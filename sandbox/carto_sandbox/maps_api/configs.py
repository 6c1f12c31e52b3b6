"""MapConfigs: what their server refuses before it asks the database, and the layers they describe."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from carto_sandbox.maps_api.errors import MapsApiError, dump
from carto_sandbox.maps_api.javascript import UNDEFINED, has, is_finite, is_true, parse_int, show

_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)", re.A)
_FIRST, _LAST = (1, 0, 0), (1, 8, 0)
_EXTENT, _SIMPLIFY_EXTENT, _MAX_EXTENT = 4096, 256, 2**31 - 1
MAPNIK, TORQUE, HTTP, PLAIN, NAMED = "mapnik", "torque", "http", "plain", "named"
TYPES = (MAPNIK, TORQUE, HTTP, PLAIN)
CARTO_VERSION = "3.0.15"
"""The version of Mapnik whose styles are drawn: those of older ones are translated."""

BUFFER_PIXELS = 64
"""Margin around a tile from which features are read, unless the map sets it."""


@dataclass(frozen=True)
class Layer:
    """One layer. `id` is made up where it has none of its own; `as_owner` marks those of named maps."""

    index: int
    type: str
    id: Any
    has_own_id: bool
    options: dict[str, Any]
    as_owner: bool = False

    @property
    def sql(self) -> Any:
        """None for layers without data."""
        return self.options.get("sql") if self.type in (MAPNIK, TORQUE) else None

    @property
    def source_sql(self) -> Any:
        """The query before it was wrapped or aggregated."""
        return self.options.get("sql_raw") or self.sql

    @property
    def has_style(self) -> bool:
        return "cartocss" in self.options

    @property
    def is_vector(self) -> bool:
        """True if the layer has data but no style, so that it has only vector tiles."""
        style = "cartocss" in self.options or "cartocss_version" in self.options
        return self.type == MAPNIK and isinstance(self.sql, str) and not style

    @property
    def columns(self) -> list[str]:
        """The columns that grids show."""
        given = self.options.get("interactivity")
        names = given if isinstance(given, list) else str(given).split(",") if given else []
        return [str(name).strip() for name in names if str(name).strip()]

    @property
    def geometry_column(self) -> str:
        return str(self.options.get("geom_column") or "the_geom_webmercator")

    @property
    def srid(self) -> Any:
        return self.options.get("srid") or 3857

    @property
    def label(self) -> dict[str, Any]:
        return {"id": self.id, "index": self.index, "type": self.type}


class MapConfig:
    """A MapConfig that has layers; MapsApiError where it cannot be one.

    `owned` are the indexes of layers that came from named maps, and read with their owner's rights.
    """

    def __init__(self, config: dict[str, Any], owned: frozenset[int] = frozenset()) -> None:
        self.config = config
        self.owned = owned
        _check_version(config.get("version"))
        if "layers" not in config:
            raise MapsApiError("Missing layers array from layergroup config", 400)
        if not isinstance(config["layers"], list):
            what = (
                "Cannot read property 'forEach' of null"
                if config["layers"] is None
                else "this._cfg.layers.forEach is not a function"
            )
            raise MapsApiError(what, 400)
        for index, layer in enumerate(config["layers"]):
            if not has(layer, "options"):
                raise MapsApiError(f"Missing options from layer {index} of layergroup config", 400)
            if read_type(layer) not in TYPES:
                # CARTO's server dies of these.
                kinds = "use mapnik, cartodb, torque, http, plain or named"
                text = f"Layer {index} has the type '{read_type(layer)}': {kinds}"
                raise MapsApiError(text, 400, "mapconfig")
        sizes = config.get("buffersize")
        for name, size in sizes.items() if isinstance(sizes, dict) else ():
            if not is_finite(size):
                raise MapsApiError(f'Buffer size of format "{name}" must be a number', 400)

    @cached_property
    def layers(self) -> list[Layer]:
        return [self._read(index) for index in range(len(self.config["layers"]))]

    def _read(self, index: int) -> Layer:
        given = self.config["layers"][index]
        kind = read_type(given)
        number = sum(read_type(other) == kind for other in self.config["layers"][:index])
        made_id = f"layer{number}" if kind == MAPNIK else f"{kind}-layer{number}"
        own_id = given.get("id")
        options = given["options"] if isinstance(given["options"], dict) else {}
        return Layer(index, kind, own_id if is_true(own_id) else made_id, is_true(own_id), options, index in self.owned)

    def refresh(self) -> None:
        """After layers were changed."""
        self.__dict__.pop("layers", None)

    @property
    def dataviews(self) -> dict[str, dict[str, Any]]:
        found = self.config.get("dataviews")
        return found if isinstance(found, dict) else {}

    @property
    def is_vector_only(self) -> bool:
        return bool(self.layers) and all(layer.is_vector for layer in self.layers)

    @property
    def has_data(self) -> bool:
        return any(layer.type == MAPNIK for layer in self.layers)

    def hash(self, *secrets: object) -> str:
        """The map's id: the same for the same map made by the same role."""
        text = dump([self.config, sorted(self.owned), *secrets])
        return hashlib.md5(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()

    def read_buffer(self, format_: str) -> int | None:
        """Pixels of margin of a format's tiles."""
        sizes = self.config.get("buffersize")
        size = sizes.get(format_) if isinstance(sizes, dict) else None
        return int(size) if is_finite(size) else None

    def read_margin(self, format_: str) -> int:
        """Like `read_buffer`, with the default if the map does not set it."""
        size = self.read_buffer(format_)
        return BUFFER_PIXELS if size is None else max(size, 0)

    def read_extents(self) -> tuple[int, int]:
        """Units along a vector tile's side, and those its lines are simplified to."""
        extent = _read_extent([layer.options.get("vector_extent", UNDEFINED) for layer in self.layers])
        asked = [layer.options.get("vector_simplify_extent", UNDEFINED) for layer in self.layers]
        options = [layer.options for layer in self.layers]
        values = [
            own if own is not UNDEFINED else other.get("vector_extent") or _SIMPLIFY_EXTENT
            for own, other in zip(asked, options, strict=True)
        ]
        different = list(dict.fromkeys(map(show, values)))
        if len(different) > 1:
            raise MapsApiError(f"Multiple simplify extent values in mapConfig ({','.join(different)})", 400)
        if all(own is UNDEFINED for own in asked):
            return extent or _EXTENT, extent or _SIMPLIFY_EXTENT
        most, found = extent or _EXTENT, parse_int(values[0])
        if not 1 <= found <= most:
            text = f"Invalid vector_simplify_extent ({show(found) if found == found else 'NaN'})."
            raise MapsApiError(f"{text} Must be between 1 and vector_extent [{most}]", 400)
        return extent or _EXTENT, int(found)


def _read_extent(asked: list[Any]) -> int | None:
    different = list(dict.fromkeys(show(_EXTENT if value is UNDEFINED else value) for value in asked))
    if len(different) > 1:
        raise MapsApiError(f"Multiple extent values in mapConfig ({','.join(different)})", 400)
    if all(value is UNDEFINED for value in asked):
        return None
    found = parse_int(asked[0])
    if not 1 <= found <= _MAX_EXTENT:
        raise MapsApiError(f"Invalid vector_extent. Must be between 1 and {_MAX_EXTENT}", 400)
    return int(found)


def read_type(layer: Any) -> str:
    kind = layer.get("type") if isinstance(layer, dict) else None
    return MAPNIK if not is_true(kind) or kind == "cartodb" else show(kind)


def _check_version(version: Any) -> None:
    given = version if is_true(version) else "1.0.0"
    found = _VERSION.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        raise MapsApiError(f"Invalid Version: {show(given)}", 400)
    if not _FIRST <= tuple(int(part) for part in found.groups()) <= _LAST:
        raise MapsApiError(f"Unsupported layergroup configuration version {show(version)}", 400)
