"""Categories: the largest groups of rows, and the search among all of them."""

from typing import Any

from carto_sandbox.maps_api.dataviews.views import FLOATS, View
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true, show
from carto_sandbox.maps_api.queries import quote_literal, to_json

_CATEGORIES = 6
_OPERATIONS = ("count", "sum", "avg", "min", "max")
_FACTS = "nulls, min_value, max_value, total, categories_count"


def read_options(view: View) -> tuple[str, str, Any]:
    """The column, the operation and its operand."""
    options = view.options
    column, operation = options.get("column"), options.get("aggregation")
    if not isinstance(column, str):
        raise MapsApiError("Aggregation expects 'column' in dataview options", 400)
    if not isinstance(operation, str):
        raise MapsApiError("Aggregation expects 'aggregation' operation in dataview options", 400)
    if operation not in _OPERATIONS:
        raise MapsApiError(f"Aggregation does not support '{operation}' operation", 400)
    if operation != "count" and "aggregationColumn" not in options:
        raise MapsApiError(f"Aggregation '{operation}' is missing some options: aggregationColumn", 400)
    return column, operation, options.get("aggregationColumn")


async def compute_aggregation(view: View) -> dict[str, Any]:
    column, operation, measured = read_options(view)
    is_float = is_true(measured) and await view.find_type(show(measured)) in FLOATS
    value = f"{operation}({show(measured) if is_true(measured) else '1'})"
    asked = view.numbers.get("categories", 0)
    limit = show(asked) if asked > 0 else str(_CATEGORIES)
    parts = _write_parts(view.query, column, operation, value, show(measured), is_float=is_float)
    facts = f"{_FACTS}, nans, infinities"
    tables = "summary, extremes, counted"
    if view.has_own_filter:
        listed = (
            f"SELECT {column} AS category, {value} AS value, false AS agg, {facts}"
            f" FROM ({view.query}) _cdb_all, {tables} GROUP BY {column}, {facts} ORDER BY value DESC"
        )
    else:
        together = operation if operation != "count" else "sum"
        listed = (
            f"SELECT category, value, false AS agg, {facts} FROM categories, {tables} WHERE rank < {limit}"
            f" UNION ALL SELECT null AS category, {together}(value) AS value, true AS agg, {facts}"
            f" FROM categories, {tables} WHERE rank >= {limit} GROUP BY {facts}"
        )
    rows = [to_json(row) for row in await view.ask(f"WITH {parts} {listed}")]
    return _present(operation, rows)


def _write_parts(query: str, column: str, operation: str, value: str, measured: str, *, is_float: bool) -> str:
    """Common table expressions: the groups by rank, and facts of all of them."""
    infinities = nans = "0"
    where = ""
    if is_float:
        infinite = f"{measured} = 'infinity'::float OR {measured} = '-infinity'::float"
        infinities = f"sum(CASE WHEN {infinite} THEN 1 ELSE 0 END)"
        nans = f"sum(CASE WHEN {measured} = 'NaN'::float THEN 1 ELSE 0 END)"
    if is_float and operation != "count":
        odd = ("infinity", "-infinity", "NaN")
        where = " WHERE " + " AND ".join(f"{measured} != '{name}'::float" for name in odd)
    present = column if operation == "count" else measured
    return (
        f"summary AS (SELECT count(1) AS total, sum(CASE WHEN {column} IS NULL THEN 1 ELSE 0 END) AS nulls,"
        f" {infinities} AS infinities, {nans} AS nans FROM ({query}) _cdb_nulls),"
        f" categories AS (SELECT {column} AS category, {value} AS value,"
        f" row_number() OVER (ORDER BY {value} desc) AS rank"
        f" FROM (SELECT * FROM ({query}) _cdb_source{where}) filtered_source WHERE {present} IS NOT NULL"
        f" GROUP BY {column} ORDER BY 2 DESC),"
        " extremes AS (SELECT max(value) AS max_value, min(value) AS min_value FROM categories),"
        " counted AS (SELECT count(1) AS categories_count FROM"
        f" (SELECT {column} AS category FROM ({query}) _cdb_categories GROUP BY {column}) _cdb_counted)"
    )


def _present(operation: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    first = rows[0] if rows else {}
    return {
        "aggregation": operation,
        "count": first.get("total", 0),
        **{name: first.get(name, 0) for name in ("nulls", "nans", "infinities")},
        "min": first.get("min_value", 0),
        "max": first.get("max_value", 0),
        "categoriesCount": first.get("categories_count", 0),
        "categories": [
            {"category": "Other" if row["agg"] else row["category"], "value": row["value"], "agg": row["agg"]}
            for row in rows
        ],
        "type": "aggregation",
    }


async def search_aggregation(view: View, text: str | None) -> dict[str, Any]:
    """Categories with the text in them, whatever their rank."""
    column, operation, measured = read_options(view)
    value = f"{operation}({show(measured)})" if operation != "count" and is_true(measured) else "count(1)"
    pattern = quote_literal(f"%{'undefined' if text is None else text}%")
    parts = [
        f"SELECT {column} AS category, {what} AS value FROM ({view.query}) _cdb_search"
        f" WHERE CAST({column} AS text) ILIKE {pattern} GROUP BY {column}"
        for what in ("0", value)
    ]
    rows = await view.ask(
        f"WITH unfiltered AS ({parts[0]}), filtered AS ({parts[1]}),"
        " both_of_them AS (SELECT * FROM unfiltered UNION ALL SELECT * FROM filtered)"
        " SELECT category, sum(value) AS value FROM both_of_them GROUP BY category ORDER BY value desc"
    )
    return {"type": "aggregation", "categories": [to_json(row) for row in rows]}
