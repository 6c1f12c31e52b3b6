"""Formulas: one number of all rows."""

from typing import Any

from carto_sandbox.maps_api.dataviews.views import FLOATS, View, count_infinities, count_nans, count_nulls, without_odd
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true, show
from carto_sandbox.maps_api.queries import to_json

_OPERATIONS = ("count", "avg", "sum", "min", "max")


def read_operation(view: View) -> str:
    operation = view.options.get("operation")
    if not isinstance(operation, str):
        raise MapsApiError("Formula expects 'operation' in dataview options", 400)
    if operation not in _OPERATIONS:
        raise MapsApiError(f"Formula does not support '{operation}' operation", 400)
    if operation != "count" and not isinstance(view.options.get("column"), str):
        raise MapsApiError("Formula expects 'column' in dataview options", 400)
    return operation


async def compute_formula(view: View) -> dict[str, Any]:
    operation, given = read_operation(view), view.options.get("column")
    column = show(given) if is_true(given) else "1"
    is_float = await view.find_type(column) in FLOATS
    odd = ""
    if is_float:
        odd = f", {count_infinities(column, is_float=True)} AS infinities, {count_nans(column, is_float=True)} AS nans"
    rows = await view.ask(
        f"SELECT {operation}({without_odd(column, is_float=is_float)}) AS result, {count_nulls(column)} AS nulls{odd}"
        f" FROM ({view.query}) _cdb_formula"
    )
    row = to_json(rows[0])
    names = ("result", "nulls", *(("nans", "infinities") if is_float else ()))
    return {"operation": operation, **{name: row[name] for name in names}, "type": "formula"}


def present_nothing(view: View) -> dict[str, Any]:
    """A formula that was searched: it has nothing to find."""
    return {"operation": read_operation(view), "result": 0, "nulls": 0}
