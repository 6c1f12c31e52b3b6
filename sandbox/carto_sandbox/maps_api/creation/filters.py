"""Filters of dataviews as SQL round the query of their source."""

from collections.abc import Collection
from typing import Any

from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import UNDEFINED, is_finite, read, show

_BOUNDS = ("greater_than", "greater_than_or_equal", "less_than", "less_than_or_equal", "min", "max")


def write_filter(query: str, wanted: Any, dates: Collection[str]) -> str:
    """`wanted` has type, column and params; MapsApiError 400 where these do not go together."""
    kind = read(wanted, "type")
    if not isinstance(kind, str):
        read(kind, "toLowerCase")
        raise MapsApiError("filterDefinition.type.toLowerCase is not a function", 400)
    writer = {"category": _write_category, "range": _write_range, "rank": _write_rank}.get(kind.lower())
    if writer is None:
        raise MapsApiError(f"Unknown filter type: {kind.lower()}", 400)
    return writer(query, show(wanted.get("column", UNDEFINED)), wanted.get("params", UNDEFINED), dates)


def _write_category(query: str, column: str, params: Any, dates: Collection[str]) -> str:
    accept, reject = read(params, "accept"), read(params, "reject")
    if not isinstance(accept, list) and not isinstance(reject, list):
        raise MapsApiError("Category filter expects at least one array in accept or reject params", 400)
    if accept == [] and reject == []:
        text = "Category filter expects one value either in accept or reject params when both are provided"
        raise MapsApiError(text, 400)
    conditions = []
    for values, operator, nothing in ((accept, "IN", "0 = 1"), (reject, "NOT IN", "1 = 1")):
        if isinstance(values, list):
            listed = ",".join(_write_value(number, value) for number, value in enumerate(values))
            conditions.append(f"{column} {operator} ({listed})" if values else nothing)
    return f"SELECT *\nFROM ({query}) _camshaft_category_filter\nWHERE {' AND '.join(conditions)}"


def _write_value(number: int, value: Any) -> str:
    return show(value) if is_finite(value) else f"$escape_{number}${show(value)}$escape_{number}$"


def _write_range(query: str, column: str, params: Any, dates: Collection[str]) -> str:
    found = {name: read(params, name) for name in _BOUNDS}
    if not any(map(is_finite, found.values())):
        names = "greater_than, greater_than_or_equal, less_than, less_than_or_equal, min, or max"
        raise MapsApiError(f"Range filter expect to have at least one value in {names} numeric params", 400)
    low = found["greater_than_or_equal"] or found["min"]
    high = found["less_than_or_equal"] or found["max"]
    value = f"date_part('epoch', {column})" if column in dates else column
    if is_finite(low) and is_finite(high):
        condition = f"{value} BETWEEN {show(low)} AND {show(high)}"
    else:
        bounds = ((found["greater_than"], ">"), (found["less_than"], "<"), (low, ">="), (high, "<="))
        bound, operator = next(pair for pair in bounds if is_finite(pair[0]))
        condition = f"{value} {operator} {show(bound)}"
    return f"SELECT * FROM ({query}) _camshaft_range_filter WHERE {condition}"


def _write_rank(query: str, column: str, params: Any, dates: Collection[str]) -> str:
    order = "ASC" if read(params, "rank") == "bottom" else "DESC"
    action = "OFFSET" if read(params, "action") == "hide" else "LIMIT"
    limit = read(params, "limit")
    if not is_finite(limit):
        raise MapsApiError("Rank filter expects a number in limit", 400)
    return f"SELECT * FROM ({query}) _cdb_rank_filter ORDER BY {column} {order} {action} {show(limit)}"
