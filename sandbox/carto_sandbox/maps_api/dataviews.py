"""Dataviews of a layergroup: a formula, the largest categories, a histogram; and the search among categories."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps
from carto_sandbox.maps_api.filters import filter_rows
from carto_sandbox.maps_api.histograms import Histogram, compute_histogram
from carto_sandbox.maps_api.layergroups import OpenedMap, open_layergroup, set_cache_headers
from carto_sandbox.maps_api.queries import (
    as_table,
    ask,
    choose_key,
    quote_identifier,
    quote_literal,
    read_columns,
    to_json,
)

_OPERATIONS = ("count", "avg", "sum", "min", "max")
_FLOATS = (700, 701)
_CATEGORIES = 6
_MOST_CATEGORIES = 10_000
_OTHER = "Other"


@dataclass(frozen=True)
class _View:
    account: Account
    key: ApiKey
    type: str
    options: Mapping[str, Any]
    params: Mapping[str, str]
    query: str

    async def ask(self, text: str) -> list[dict[str, Any]]:
        return await ask(self.account, self.key, text)

    async def is_float(self, column: str) -> bool:
        return (await read_columns(self.account, self.key, self.query)).get(column) in _FLOATS


async def read_dataview(request: Request) -> Response:
    opened = await open_layergroup(request)
    view = _open_view(opened)
    if view.type == "formula":
        body = await _compute_formula(view)
    elif view.type == "aggregation":
        body = await _compute_aggregation(view)
    elif view.type == "histogram":
        column = _require_option(view, "Histogram", "column", "in dataview options")
        body = await compute_histogram(Histogram(view.account, view.key, view.query, column, view.options, view.params))
    else:
        raise MapsApiError(f'Invalid dataview type: "{view.type}"', 400, "dataview")
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, body)


async def search_dataview(request: Request) -> Response:
    """Categories with the text in them, whatever their rank."""
    opened = await open_layergroup(request)
    view = _open_view(opened)
    if view.type != "aggregation":
        raise MapsApiError(f"A dataview of type {view.type} cannot be searched: only aggregations can", 400, "dataview")
    column, value = _read_aggregation(view)
    pattern = quote_literal(f"%{request.query_params.get('q', '')}%")
    rows = await view.ask(
        f"SELECT {column}::text AS category, {value} AS value FROM {as_table(view.query)} AS cdbq"
        f" WHERE {column}::text ILIKE {pattern} GROUP BY {column} ORDER BY 2 DESC, 1"
    )
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, {"type": "aggregation", "categories": [to_json(row) for row in rows]})


def _open_view(opened: OpenedMap) -> _View:
    name = opened.request.path_params["name"]
    dataview = opened.group.map.dataviews.get(name)
    if dataview is None:
        raise MapsApiError(f"Dataview '{name}' does not exist", 400, "dataview")
    params = opened.request.query_params
    query = filter_rows(opened.group.map, name, params, postgis=opened.account.has_postgis)
    options = dataview.get("options")
    key = choose_key(opened.account, opened.key, dataview["as_owner"])
    kind = str(dataview.get("type"))
    return _View(opened.account, key, kind, options if isinstance(options, dict) else {}, params, query)


def _require_option(view: _View, kind: str, name: str, where: str) -> str:
    value = view.options.get(name)
    if not isinstance(value, str):
        raise MapsApiError(f"{kind} expects '{name}' {where}", 400)
    return value


async def _compute_formula(view: _View) -> dict[str, Any]:
    operation = _require_option(view, "Formula", "operation", "in dataview options")
    if operation not in _OPERATIONS:
        raise MapsApiError(f"Formula does not support '{operation}' operation", 400)
    given = view.options.get("column")
    if operation != "count" or given is not None:
        given = _require_option(view, "Formula", "column", "in dataview options")
    is_float = isinstance(given, str) and await view.is_float(given)
    column = quote_identifier(given) if isinstance(given, str) and given != "*" else "1"
    odd = f"{column} IN ('NaN', 'Infinity', '-Infinity')" if is_float else "false"
    row = (
        await view.ask(
            f"SELECT {operation}({column}) FILTER (WHERE ({odd}) IS NOT TRUE) AS result,"
            f" count(*) FILTER (WHERE {column} IS NULL) AS nulls"
            + (f", count(*) FILTER (WHERE {column} = 'NaN') AS nans" if is_float else "")
            + (f", count(*) FILTER (WHERE {odd} AND {column} <> 'NaN') AS infinities" if is_float else "")
            + f" FROM {as_table(view.query)} AS cdbq"
        )
    )[0]
    return {"operation": operation, **to_json(row), "type": "formula"}


def _read_aggregation(view: _View) -> tuple[str, str]:
    """The quoted column and the expression of a category's value."""
    column = _require_option(view, "Aggregation", "column", "in dataview options")
    operation = _require_option(view, "Aggregation", "aggregation", "operation in dataview options")
    if operation not in _OPERATIONS:
        raise MapsApiError(f"Aggregation does not support '{operation}' operation", 400)
    measured = view.options.get("aggregationColumn")
    if operation == "count":
        return quote_identifier(column), "count(*)"
    if not isinstance(measured, str):
        text = f"Aggregation '{operation}' is missing some options: aggregationColumn"
        raise MapsApiError(text, 400)
    return quote_identifier(column), f"{operation}({quote_identifier(measured)})"


async def _compute_aggregation(view: _View) -> dict[str, Any]:
    column, value = _read_aggregation(view)
    operation, measured = str(view.options["aggregation"]), view.options.get("aggregationColumn")
    is_float = operation != "count" and isinstance(measured, str) and await view.is_float(measured)
    table = f"{as_table(view.query)} AS cdbq"
    quoted = quote_identifier(measured) if operation != "count" and isinstance(measured, str) else column
    odd = f"{quoted} IN ('NaN', 'Infinity', '-Infinity')" if is_float else "false"
    nans = f"{quoted} = 'NaN'" if is_float else "false"
    facts = (
        await view.ask(
            f"SELECT count(*) AS count, count(*) FILTER (WHERE {column} IS NULL) AS nulls,"
            f" count(*) FILTER (WHERE {nans}) AS nans, count(*) FILTER (WHERE {odd} AND NOT {nans}) AS infinities,"
            f" count(DISTINCT {column}) AS categories"
            f" FROM {table}"
        )
    )[0]
    ranked = await view.ask(
        f"SELECT {column}::text AS category, {value} AS value FROM {table}"
        f" WHERE {quoted} IS NOT NULL AND NOT ({odd}) GROUP BY {column} ORDER BY 2 DESC, 1"
    )
    values = [to_json(row["value"]) for row in ranked]
    return {
        "aggregation": operation,
        **{name: int(facts[name]) for name in ("count", "nulls", "nans", "infinities")},
        "min": min(values, default=0),
        "max": max(values, default=0),
        "categoriesCount": int(facts["categories"]) + bool(facts["nulls"]),
        "categories": _present_categories(view, ranked, values, operation),
        "type": "aggregation",
    }


def _present_categories(
    view: _View, ranked: list[dict[str, Any]], values: list[Any], operation: str
) -> list[dict[str, Any]]:
    """The first ones, and one entry for what the others come to."""
    limit = _read_limit(view.params.get("categories"))
    shown = len(ranked) if view.params.get("own_filter") == "1" else limit - 1
    listed = [
        {"category": row["category"], "value": value, "agg": False}
        for row, value in zip(ranked[:shown], values, strict=False)
    ]
    if rest := values[shown:]:
        listed.append({"category": _OTHER, "value": to_json(_combine(operation, rest)), "agg": True})
    return listed


def _combine(operation: str, values: list[Any]) -> Any:
    if operation in ("min", "max"):
        return min(values) if operation == "min" else max(values)
    return sum(values) / len(values) if operation == "avg" else sum(values)


def _read_limit(text: str | None) -> int:
    if text is None:
        return _CATEGORIES
    if not text.isascii() or not text.isdigit():
        raise MapsApiError("Invalid number format for parameter 'categories'", 400)
    return min(int(text[:9]), _MOST_CATEGORIES) or _CATEGORIES


routes: list[Route] = [
    Route("/map/{token}/dataview/{name}", read_dataview, methods=["GET"]),
    Route("/map/{token}/dataview/{name}/search", search_dataview, methods=["GET"]),
    Route("/map/{token}/{layer}/widget/{name}", read_dataview, methods=["GET"]),
    Route("/map/{token}/{layer}/widget/{name}/search", search_dataview, methods=["GET"]),
]
