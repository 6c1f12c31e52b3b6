"""MapConfigs: what the server refuses, and the layers they describe."""

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.templates import show

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)", re.A)
_FIRST, _LAST = (1, 0, 0), (1, 8, 0)
_MIXED = (
    "The `mapnik` or `cartodb` layers must be consistent: `cartocss` option is either present or voided in all layers."
    " Mixing is not allowed."
)
MAPNIK, TORQUE, HTTP, PLAIN, NAMED = "mapnik", "torque", "http", "plain", "named"
TYPES = (MAPNIK, TORQUE, HTTP, PLAIN)


@dataclass(frozen=True)
class Layer:
    """One layer. `id` is made up unless `has_own_id`; `sql` is None for layers without data."""

    index: int
    type: str
    id: str
    has_own_id: bool
    options: dict[str, Any]
    sql: str | None
    as_owner: bool

    @property
    def has_style(self) -> bool:
        return "cartocss" in self.options

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
    def label(self) -> dict[str, Any]:
        return {"id": self.id, "index": self.index, "type": self.type}


@dataclass(frozen=True)
class Source:
    """A node of an analysis that is a query; every other kind has no query here."""

    id: str | None
    node_id: str
    type: str
    query: str | None


@dataclass(frozen=True)
class ParsedMap:
    """A MapConfig that was accepted."""

    config: dict[str, Any]
    layers: list[Layer]
    sources: list[list[Source]]
    dataviews: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def is_vector_only(self) -> bool:
        return bool(self.layers) and all(layer.type == MAPNIK and not layer.has_style for layer in self.layers)

    @property
    def has_data(self) -> bool:
        return any(layer.type == MAPNIK for layer in self.layers)

    def find_source(self, node: str) -> Source | None:
        return next((found for chain in self.sources for found in chain if node in (found.id, found.node_id)), None)


def parse_map(config: Any, owned: Mapping[int, bool] | None = None) -> ParsedMap:
    """MapsApiError for what CARTO refuses before it asks the database; `owned` marks the layers of templates."""
    given: dict[str, Any] = config if isinstance(config, dict) else {}
    _check_version(given.get("version"))
    layers = given.get("layers")
    if not isinstance(layers, list):
        raise MapsApiError("Missing layers array from layergroup config", 400)
    for index, layer in enumerate(layers):
        if not isinstance(layer, dict) or not isinstance(layer.get("options"), dict):
            raise MapsApiError(f"Missing options from layer {index} of layergroup config", 400)
    _check_buffer_sizes(given.get("buffersize"))
    chains = [_read_chain(analysis) for analysis in _list(given.get("analyses"), "analyses")]
    parsed = ParsedMap(given, [], chains)
    parsed.layers.extend(
        _read_layer(parsed, layers, index, bool((owned or {}).get(index))) for index in range(len(layers))
    )
    styled = {layer.has_style for layer in parsed.layers if layer.type == MAPNIK}
    if len(styled) > 1:
        raise MapsApiError(_MIXED, 400, "mapconfig")
    parsed.dataviews.update(_read_dataviews(parsed))
    return parsed


def _check_version(version: Any) -> None:
    found = _VERSION.fullmatch(version or "1.0.0") if isinstance(version or "", str) else None
    if not found or not _FIRST <= tuple(int(part) for part in found.groups()) <= _LAST:
        raise MapsApiError(f"Unsupported layergroup configuration version {show(version)}", 400)


def _check_buffer_sizes(sizes: Any) -> None:
    for name, size in sizes.items() if isinstance(sizes, dict) else ():
        if isinstance(size, bool) or not isinstance(size, int | float) or not math.isfinite(size):
            raise MapsApiError(f'Buffer size of format "{name}" must be a number', 400)


def _list(value: Any, name: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise MapsApiError(f"`{name}` must be a list", 400)
    return value


def _read_chain(definition: Any) -> list[Source]:
    """An analysis and those it starts from, itself first."""
    chain: list[Source] = []
    while isinstance(definition, dict):
        params = definition.get("params")
        params = params if isinstance(params, dict) else {}
        kind = str(definition.get("type"))
        query = params.get("query") if kind == "source" else None
        if kind == "source" and not isinstance(query, str):
            raise MapsApiError('Missing required param "query"', 400, "analysis", analysis={"type": kind})
        given = definition.get("id")
        digest = hashlib.sha1(repr((kind, params)).encode("utf-8", "replace"), usedforsecurity=False)
        chain.append(Source(None if given is None else str(given), digest.hexdigest(), kind, query))
        definition = params.get("source")
    return chain


def _read_layer(parsed: ParsedMap, layers: list[dict[str, Any]], index: int, as_owner: bool) -> Layer:
    given = layers[index]
    kind = _read_type(given)
    if kind not in TYPES:
        text = f"Layer {index} has the type '{kind}': use mapnik, cartodb, torque, http, plain or named"
        raise MapsApiError(text, 400, "mapconfig")
    own_id = given.get("id")
    number = sum(_read_type(other) == kind for other in layers[:index])
    made_id = f"layer{number}" if kind == MAPNIK else f"{kind}-layer{number}"
    options: dict[str, Any] = given["options"]
    query = _read_query(parsed, index, options) if kind in (MAPNIK, TORQUE) else None
    layer = Layer(index, kind, str(own_id or made_id), bool(own_id), options, query, as_owner)
    _check_options(layer)
    return layer


def _read_type(layer: Mapping[str, Any]) -> str:
    kind = layer.get("type") or MAPNIK
    return MAPNIK if kind == "cartodb" else str(kind)


def _read_query(parsed: ParsedMap, index: int, options: Mapping[str, Any]) -> str | None:
    source = options.get("source")
    if isinstance(source, dict) and "id" in source:
        found = parsed.find_source(str(source["id"]))
        if found is None:
            raise MapsApiError(f'Missing analysis node.id="{source["id"]}" for layer={index}', 400, "analysis")
        return found.query
    query = options.get("sql")
    if not isinstance(query, str) or not query:
        raise MapsApiError(f"Missing sql for layer {index} options", 400, "layer")
    wrap = options.get("sql_wrap")
    return wrap.replace("<%= sql %>", query) if isinstance(wrap, str) else query


def _check_options(layer: Layer) -> None:
    options = layer.options
    if layer.type == HTTP and not options.get("urlTemplate"):
        raise _refuse(layer, 'Missing mandatory "urlTemplate" option')
    if layer.type == PLAIN and not (options.get("color") or options.get("imageUrl")):
        raise _refuse(layer, "Plain layer: at least one of the options, `color` or `imageUrl`, must be provided")
    if layer.type not in (MAPNIK, TORQUE):
        return
    has_style, has_version = "cartocss" in options, "cartocss_version" in options
    if layer.type == TORQUE or has_style or has_version:
        for name, there in (("cartocss", has_style), ("cartocss_version", has_version)):
            if not there:
                raise _refuse(layer, f"Missing {name} for layer {layer.index} options")
        if not str(options["cartocss"] or "").strip():
            raise _refuse(layer, f"style{layer.index}: CartoCSS is empty")
    attributes = options.get("attributes")
    if attributes is not None and not _is_attributes(attributes):
        raise _refuse(layer, f"Invalid attributes for layer {layer.index}: an `id` and a list of `columns` are needed")


def _is_attributes(attributes: Any) -> bool:
    columns = attributes.get("columns") if isinstance(attributes, dict) else None
    return isinstance(columns, list) and bool(columns) and isinstance(attributes.get("id"), str)


def _refuse(layer: Layer, text: str) -> MapsApiError:
    return MapsApiError(text, 400, "layer", layer=layer.label)


def _read_dataviews(parsed: ParsedMap) -> dict[str, dict[str, Any]]:
    """By name: `type`, `options`, the query under `sql`, and `layer` for those that are widgets of a layer."""
    found: dict[str, dict[str, Any]] = {}
    missing: list[MapsApiError] = []
    given = parsed.config.get("dataviews")
    for name, dataview in given.items() if isinstance(given, dict) else ():
        source = dataview.get("source") if isinstance(dataview, dict) else None
        node = source.get("id") if isinstance(source, dict) else None
        if node is None:
            missing.append(MapsApiError(f'"source.id" is required for dataview "{name}"', 400, "dataview"))
        elif (origin := parsed.find_source(str(node))) is None:
            text = f'Node with `source.id="{node}"` not found in analyses for dataview "{name}"'
            missing.append(MapsApiError(text, 400, "dataview"))
        else:
            found[name] = {**dataview, "sql": origin.query, "origin": origin.node_id, "as_owner": False}
    if missing:
        missing[0].others = missing[1:]
        raise missing[0]
    for layer in parsed.layers:
        widgets = layer.options.get("widgets")
        for name, widget in widgets.items() if isinstance(widgets, dict) and layer.sql is not None else ():
            extra = {"sql": layer.sql, "origin": layer.id, "layer": layer.index, "as_owner": layer.as_owner}
            found[name] = {**(widget if isinstance(widget, dict) else {}), **extra}
    return found
