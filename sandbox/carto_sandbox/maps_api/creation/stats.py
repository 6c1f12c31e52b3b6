"""Statistics of a layer's rows: their number and, as `metadata` requests, their types, values and a sample."""

import random
from collections.abc import Mapping
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.maps_api.configs import MAPNIK, Layer
from carto_sandbox.maps_api.creation.time_dimensions import describe_time, write_time
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true
from carto_sandbox.maps_api.queries import (
    ask,
    estimate_rows,
    fill_tokens,
    read_columns,
    run_query,
    strip_query,
    to_json,
)

_SAMPLE_ROWS = 100
_TOP_CATEGORIES = 1024
_TYPES: dict[str, tuple[int, ...]] = {
    "boolean": (16,),
    "number": (20, 21, 23, 700, 701, 1700),
    "string": (25, 1042, 1043, 705, 18),
    "date": (1082, 1083, 1114, 1184, 1266),
}
_AGGREGATES = {"number": ("min", "max", "avg", "sum"), "date": ("min", "max")}


async def describe_rows(account: Account, layer: Layer) -> dict[str, Any]:
    """Always counts and reads as the account's owner."""
    if layer.type != MAPNIK or not isinstance(layer.sql, str):
        return {}
    query = strip_query(fill_tokens(str(layer.source_sql)))
    wanted = layer.options.get("metadata")
    wanted = wanted if isinstance(wanted, dict) else {}
    found: dict[str, Any] = {}
    if is_true(wanted.get("sample")):
        found["sample"] = await _read_sample(account, query, wanted["sample"])
    try:
        found["estimatedFeatureCount"] = await estimate_rows(account, query)
    except (psycopg.Error, MapsApiError):
        found["estimatedFeatureCount"] = -1
    if is_true(wanted.get("featureCount")):
        found["featureCount"] = await _count(account, query)
    if "aggrFeatureCount" in wanted:
        found["aggrFeatureCount"] = await _count(account, strip_query(fill_tokens(layer.sql)))
    if is_true(wanted.get("geometryType")):
        text = f"SELECT ST_GeometryType(the_geom_webmercator) AS kind FROM ({query}) AS cdbq"
        rows = await ask(account, account.master, f"{text} WHERE the_geom_webmercator IS NOT NULL LIMIT 1")
        found |= {"geometryType": rows[0]["kind"]} if rows else {}
    if any(is_true(wanted.get(name)) for name in ("columns", "columnStats", "dimensions")):
        found |= await _describe_columns(account, query, wanted, layer)
    return found


async def _count(account: Account, query: str) -> int:
    rows = await ask(account, account.master, f"SELECT count(*) AS n FROM ({query}) AS cdbq")
    return int(rows[0]["n"])


async def _read_sample(account: Account, query: str, wanted: Any) -> Any:
    """Rows whose ids are drawn at random from between the first and the last."""
    given = wanted if isinstance(wanted, dict) else {}
    text = f"SELECT min(cartodb_id) AS low, max(cartodb_id) - min(cartodb_id) AS span FROM ({query}) AS cdbq"
    row = (await ask(account, account.master, text))[0]
    if not row["low"] or not row["span"]:
        return {}
    count = min(int(given.get("num_rows") or _SAMPLE_ROWS), int(row["span"]))
    ids = random.sample(range(int(row["low"]), int(row["low"]) + int(row["span"])), count)
    names = given.get("include_columns")
    columns = ", ".join(f'"{name}"' for name in names) if isinstance(names, list) else names or "*"
    listed = ",".join(map(str, ids))
    rows = await ask(account, account.master, f"SELECT {columns} FROM ({query}) AS cdbq WHERE cartodb_id IN ({listed})")
    return [to_json(row) for row in rows]


async def _describe_columns(account: Account, query: str, wanted: Mapping[str, Any], layer: Layer) -> dict[str, Any]:
    fields = await read_columns(account, account.master, query)
    names = await _name_types(account, fields)
    columns: dict[str, dict[str, Any]] = {name: {"type": names[name]} for name in fields}
    if not is_true(wanted.get("columnStats")) and not is_true(wanted.get("dimensions")):
        return {"columns": columns}
    stats = wanted.get("columnStats")
    if is_true(stats):
        await _add_values(account, query, columns, stats if isinstance(stats, dict) else {})
    else:
        columns = {name: {} for name in columns}
    return {"columns": columns, "dimensions": await _describe_dimensions(account, query, wanted, layer)}


async def _name_types(account: Account, fields: Mapping[str, int]) -> dict[str, str]:
    text = "SELECT oid::int8 AS oid, typname FROM pg_type WHERE oid = ANY(ARRAY[{}]::oid[])"
    rows = await ask(account, account.master, text.format(",".join(map(str, {*fields.values()}))))
    known = {int(row["oid"]): str(row["typname"]) for row in rows}
    simple = {oid: name for name, oids in _TYPES.items() for oid in oids}
    return {name: simple.get(oid, known.get(oid, f"unknown({oid})")) for name, oid in fields.items()}


async def _add_values(
    account: Account, query: str, columns: dict[str, dict[str, Any]], wanted: Mapping[str, Any]
) -> None:
    """Extremes, sums and means of numbers and dates; the most frequent texts."""
    aggregates = [(name, fn) for name, column in columns.items() for fn in _AGGREGATES.get(column["type"], ())]
    if aggregates:
        listed = ", ".join(f'{fn}("{name}") AS "{name}_{fn}"' for name, fn in aggregates)
        row = (await ask(account, account.master, f"SELECT {listed} FROM ({query}) AS cdbq"))[0]
        for name, fn in aggregates:
            columns[name][fn] = to_json(row[f"{name}_{fn}"])
    limit = wanted.get("topCategories") or _TOP_CATEGORIES
    for name, column in columns.items():
        if column["type"] == "string":
            where = "" if wanted.get("includeNulls", True) else f'WHERE "{name}" IS NOT NULL'
            text = f'SELECT "{name}" AS category, count(*) AS frequency FROM ({query}) AS cdbq {where}'
            rows = await ask(account, account.master, f"{text} GROUP BY 1 ORDER BY 2 DESC LIMIT {int(limit)}")
            column["categories"] = [to_json(row) for row in rows]


async def _describe_dimensions(account: Account, query: str, wanted: Mapping[str, Any], layer: Layer) -> dict[str, Any]:
    aggregation = layer.options.get("aggregation")
    dimensions = aggregation.get("dimensions") if isinstance(aggregation, dict) else None
    found: dict[str, Any] = {}
    for name, definition in (dimensions or {}).items() if is_true(wanted.get("dimensions")) else ():
        params = describe_time(definition)
        if params is None:
            found[name] = {"type": None}
            continue
        expression = write_time(params["time"], definition)
        text = f"SELECT min({expression}) AS min, max({expression}) AS max FROM ({query}) AS cdbq"
        row = (await run_query(account, account.master, text))[0]
        kind = "string" if definition.get("format") == "iso" else "number"
        found[name] = {"params": params, **to_json(row), "type": kind}
    return found
