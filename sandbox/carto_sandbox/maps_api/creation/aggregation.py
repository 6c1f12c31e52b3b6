"""`aggregation` of layers: what it may ask for, and the layers that are aggregated."""

from collections.abc import Callable
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.maps_api.configs import Layer, MapConfig
from carto_sandbox.maps_api.creation.aggregation_sql import FUNCTIONS, PLACEMENTS, write_aggregation
from carto_sandbox.maps_api.creation.analyses import wrap_query
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import UNDEFINED, is_finite, is_true, read, show
from carto_sandbox.maps_api.queries import estimate_rows, fill_tokens, run_query

_THRESHOLD = 100_000
_RESOLUTION = 1
_FILTERS = (
    "less_than",
    "less_than_or_equal_to",
    "greater_than",
    "greater_than_or_equal_to",
    "equal",
    "not_equal",
    "between",
    "in",
    "not_in",
)
_POINT = "ST_Point"

Formats = dict[str, bool]
"""Formats of a layer that can be aggregated: `png` and `mvt`."""


async def adapt_aggregation(account: Account, parsed: MapConfig, asked: str | None) -> list[Formats] | None:
    """Changes the queries of the layers that have points enough; None when the map asks for no aggregation."""
    if asked not in (None, "true", "false"):
        text = f"Invalid value for 'aggregation' query param: {asked}. Valid ones are 'true' or 'false'"
        raise MapsApiError(text, 400)
    _validate(parsed)
    if asked == "false" or not (asked == "true" or any(is_aggregated(parsed, layer) for layer in parsed.layers)):
        return None
    found = []
    for layer in parsed.layers:
        aggregated = await _adapt_layer(account, parsed, layer)
        found.append({"png": aggregated and not parsed.is_vector_only, "mvt": aggregated})
    parsed.refresh()
    return found


def is_aggregated(parsed: MapConfig, layer: Layer) -> bool:
    """Layers of maps without a style are, unless they say that they are not."""
    wanted = layer.options.get("aggregation", UNDEFINED)
    if isinstance(wanted, bool):
        return wanted
    return isinstance(wanted, dict | list) or wanted is None or parsed.is_vector_only


def read_aggregation(parsed: MapConfig, layer: Layer) -> Any:
    """Return a layer's aggregation: an empty object for the default, UNDEFINED for none."""
    wanted = layer.options.get("aggregation", UNDEFINED)
    if is_aggregated(parsed, layer) and (isinstance(wanted, bool) or not is_true(wanted)):
        return {}
    return wanted


def _validate(parsed: MapConfig) -> None:
    checks: tuple[tuple[str, Callable[[MapConfig, Layer, str, Any], str | None]], ...] = (
        ("resolution", _check_positive),
        ("placement", _check_placement),
        ("threshold", _check_positive),
        ("columns", _check_columns),
        ("filters", _check_filters),
    )
    for name, check in checks:
        for layer in parsed.layers:
            wanted = read_aggregation(parsed, layer)
            value = UNDEFINED if wanted is UNDEFINED else read(wanted, name)
            text = None if value is UNDEFINED else check(parsed, layer, name, value)
            if text is not None:
                raise MapsApiError(text, 400, "layer", layer=layer.label)


def _check_positive(parsed: MapConfig, layer: Layer, name: str, value: Any) -> str | None:
    return None if is_finite(value) and value > 0 else f"Invalid {name}, should be a number greather than 0"


def _check_placement(parsed: MapConfig, layer: Layer, name: str, value: Any) -> str | None:
    return None if value in PLACEMENTS else f"Invalid {name}. Valid values: {', '.join(PLACEMENTS)}"


def _check_columns(parsed: MapConfig, layer: Layer, name: str, value: Any) -> str | None:
    columns = _list_keys(value)
    if "" in columns:
        return "Invalid column name, should be a non empty string"
    for column in columns.values():
        function = read(column, "aggregate_function")
        if function not in FUNCTIONS:
            return f"Unsupported aggregation function {show(function)}, valid ones: {', '.join(FUNCTIONS)}"
    if not all(isinstance(read(column, "aggregated_column"), str) for column in columns.values()):
        return "Invalid aggregated column, should be a non empty string"
    return None


def _list_keys(value: Any) -> dict[str, Any]:
    if value is None:
        raise MapsApiError("Cannot convert undefined or null to object", 400)
    return value if isinstance(value, dict) else {}


def _check_filters(parsed: MapConfig, layer: Layer, name: str, value: Any) -> str | None:
    wanted = read_aggregation(parsed, layer)
    known = {*(wanted.get("dimensions") or {}), *(wanted.get("columns") or {})}
    for column, filters in _list_keys(value).items():
        if column not in known:
            return f"Invalid filtered column: {column}"
        for given in filters if isinstance(filters, list) else [filters]:
            for parameter in _list_keys(given):
                if parameter not in _FILTERS:
                    return f"Invalid filter parameter name: {parameter}"
    return None


async def _adapt_layer(account: Account, parsed: MapConfig, layer: Layer) -> bool:
    wanted = read_aggregation(parsed, layer)
    options = layer.options
    if not is_aggregated(parsed, layer) or not isinstance(options.get("sql"), str):
        return False
    query = str(options.get("sql_raw") or options["sql"])
    kind, count = await _measure(account, query)
    if count is None:
        return False
    if kind != _POINT:
        if parsed.is_vector_only:
            return False
        text = f"Unsupported geometry type: {show(UNDEFINED if kind is None else kind)}. "
        text += f"Aggregation is available only for geometry type: {_POINT}"
        raise MapsApiError(text, 400, "layer", layer=layer.label)
    if count < (wanted.get("threshold") or _THRESHOLD if isinstance(wanted, dict) else _THRESHOLD):
        return False
    given = wanted if isinstance(wanted, dict) else {}
    sql = write_aggregation(query, {"resolution": _RESOLUTION, **given}, is_default=_is_default(given))
    wrap = options.get("sql_wrap")
    options["sql"] = wrap_query(wrap, sql) if isinstance(wrap, str) and wrap else sql
    options["sql_raw"] = query
    return True


def _is_default(wanted: dict[str, Any]) -> bool:
    empty = all(not wanted.get(name) for name in ("dimensions", "filters"))
    return "placement" not in wanted and "columns" not in wanted and empty


async def _measure(account: Account, query: str) -> tuple[str | None, float | None]:
    """The kind of a first geometry, and about how many rows there are; no number where the query does not work."""
    text = f"SELECT ST_GeometryType(the_geom_webmercator) AS kind FROM ({fill_tokens(query)}) AS cdbq"
    try:
        rows = await run_query(account, account.master, f"{text} WHERE the_geom_webmercator IS NOT NULL LIMIT 1")
        if not rows:
            return None, 0
        return rows[0]["kind"], await estimate_rows(account, query)
    except (psycopg.Error, MapsApiError):
        return None, None
