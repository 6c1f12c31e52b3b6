"""The query of an aggregated layer: points of a cell become one, with counts, columns, dimensions and filters."""

from collections.abc import Mapping
from typing import Any

from carto_sandbox.maps_api.creation.time_dimensions import write_dimension
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true, show, to_number

FUNCTIONS = ("count", "avg", "sum", "min", "max", "mode")
PLACEMENTS = ("centroid", "point-grid", "point-sample")
_PIXELS = 256
_COUNT = {"_cdb_feature_count": {"aggregate_function": "count"}}
# Cells are never smaller than a pixel of zoom 30.
_SMALLEST = "0.000000569498"
_METRES_PER_SCALE = 0.00028


def write_aggregation(query: str, options: Mapping[str, Any], *, is_default: bool) -> str:
    """`!bbox!` and `!scale_denominator!` in it stand for the tile: cells are of that tile's pixels.

    Cells that the edge of the tile cuts are left to its neighbour.
    """
    placement = options.get("placement") or "point-sample"
    columns = {**_COUNT, **(options.get("columns") or {})}
    dimensions = {name: write_dimension(given) for name, given in (options.get("dimensions") or {}).items()}
    cell = f"{show(options['resolution'])} * GREATEST(!scale_denominator! * {_METRES_PER_SCALE}, {_SMALLEST})"
    middle = " + 0.5) * grid.res" if placement == "point-grid" else ")"
    place = {axis: f"(FLOOR(cdb_{axis} / grid.res){middle} AS cdb_cell_{axis}" for axis in "xy"}
    shown = [
        "min(cartodb_id) AS cartodb_id",
        *_write_point(placement),
        *(f'{expression} AS "{name}"' for name, expression in dimensions.items()),
        *(f"{_write_column(name, column)} AS {name}" for name, column in columns.items()),
    ]
    groups = ["cdb_cell_x", "cdb_cell_y", *(f'"{name}"' for name in dimensions)]
    having = _write_having(options.get("filters") or {}, columns, dimensions)
    sample = "*" if is_default else "cartodb_id, the_geom_webmercator"
    joined = (
        f" NATURAL JOIN (SELECT {sample} FROM ({query}) AS source) AS sample" if placement == "point-sample" else ""
    )
    return (
        f"WITH grid AS (SELECT res, CEIL(ST_XMin(box) / res) * res AS west, FLOOR(ST_XMax(box) / res) * res AS east,"
        f" CEIL(ST_YMin(box) / res) * res AS south, FLOOR(ST_YMax(box) / res) * res AS north"
        f" FROM (SELECT ({cell})::float8 AS res, !bbox! AS box) AS tile)"
        f" SELECT * FROM (SELECT {', '.join(shown)} FROM ("
        f"SELECT points.*, {place['x']}, {place['y']} FROM ("
        f"SELECT source.*, ST_X(the_geom_webmercator) AS cdb_x, ST_Y(the_geom_webmercator) AS cdb_y"
        f" FROM ({query}) AS source, grid"
        f" WHERE the_geom_webmercator && ST_MakeEnvelope(west, south, east, north, 3857) OFFSET 0) AS points, grid"
        f" WHERE cdb_x < grid.east AND cdb_y < grid.north) AS cells"
        f" GROUP BY {', '.join(groups)}{having}) AS aggregated{joined}"
    )


def _write_point(placement: str) -> list[str]:
    if placement == "point-sample":
        return []
    x, y = ("AVG(cdb_x)", "AVG(cdb_y)") if placement == "centroid" else ("cdb_cell_x", "cdb_cell_y")
    return [f"ST_SetSRID(ST_MakePoint({x}, {y}), 3857) AS the_geom_webmercator"]


def _write_column(name: str, column: Mapping[str, Any]) -> str:
    function = column.get("aggregate_function") or "count"
    value = column.get("aggregated_column") or ("*" if function == "count" else name)
    return f"mode() WITHIN GROUP (ORDER BY {value})" if function == "mode" else f"{function}({value})"


def _write_having(filters: Mapping[str, Any], columns: Mapping[str, Any], dimensions: Mapping[str, str]) -> str:
    conditions = []
    for name, wanted in filters.items():
        if name not in columns and name not in dimensions:
            raise MapsApiError(f"Invalid filtered column: '{name}'", 400)
        expression = _write_column(name, columns[name]) if name in columns else dimensions[name]
        choices = [_write_condition(expression, one) for one in (wanted if isinstance(wanted, list) else [wanted])]
        if choices:
            conditions.append(" OR ".join(choices))
    return f" HAVING {' AND '.join(conditions)}" if conditions else ""


def _write_condition(expression: str, wanted: Mapping[str, Any]) -> str:
    """The first of these that the filter has; the last are those of a range, all together."""
    low, high = wanted.get("greater_than_or_equal_to"), wanted.get("less_than_or_equal_to")
    if low is not None and high is not None:
        return f"({expression} BETWEEN {_write_value(low)} AND {_write_value(high)})"
    for name, operator in (("in", "IN"), ("not_in", "NOT IN")):
        if isinstance(wanted.get(name), list):
            return f"({expression} {operator} ({','.join(map(_write_value, wanted[name]))}))"
    for name, operator in (("equal", "="), ("not_equal", "<>")):
        if wanted.get(name) is not None:
            return f"({expression} {operator} {_write_value(wanted[name])})"
    bounds = (
        ("greater_than_or_equal_to", ">="),
        ("greater_than", ">"),
        ("less_than_or_equal_to", "<="),
        ("less_than", "<"),
    )
    found = [
        f"({expression} {operator} {_write_value(wanted[name])})"
        for name, operator in bounds
        if wanted.get(name) is not None
    ]
    return " AND ".join(found) or "true"


def _write_value(value: Any) -> str:
    text = show(value)
    number = to_number(text) if isinstance(value, str) else value
    plain = isinstance(number, int | float) and is_true(number == number)
    return text if plain and not isinstance(value, bool) else "'" + text.replace("'", "''") + "'"
