"""topojson and arraybuffer, which need all rows before the first byte: every error comes before it."""

import json
from collections.abc import AsyncGenerator
from json.encoder import encode_basestring as quote
from typing import Any

from psycopg import pq

from carto_sandbox.database.connections import Connection
from carto_sandbox.database.ewkt import to_geojson
from carto_sandbox.database.wire import Wire
from carto_sandbox.http.errors import SqlApiError
from carto_sandbox.sql_api.formats.arraybuffer import pack_rows, read_value
from carto_sandbox.sql_api.formats.columns import GEOMETRY, WEBMERCATOR, Columns
from carto_sandbox.sql_api.formats.topology import Topology
from carto_sandbox.sql_api.queries import QueryRequest, wrap_geojson
from carto_sandbox.sql_api.values import dump_value


async def write_topojson(connection: Connection, request: QueryRequest, postgis: bool) -> AsyncGenerator[str, None]:
    geometries: list[dict[str, Any]] = []
    properties: list[str] = []
    columns: Columns | None = None
    query = f"{wrap_geojson(request, postgis=postgis)} where the_geom is not null"
    async for row in Wire(connection).stream(query):
        if row.status != pq.ExecStatus.SINGLE_TUPLE:
            continue
        skipped = {GEOMETRY, WEBMERCATOR, *request.skipped}
        columns = columns or Columns(row, skipped, special=lambda text: json.dumps(float(text)))
        if GEOMETRY in request.skipped:
            raise SqlApiError(400, "Unexpected token u in JSON at position 0")
        shape = (row.get_value(0, row.nfields - 1) or b"").decode()
        geometries.append(json.loads(shape if postgis else to_geojson(shape, request.decimals_or_default)))
        properties.append(_write_properties(columns.read_row(row)))
    topology = Topology(geometries)
    opening = "" if request.callback is None else f"{request.callback}("
    transform = dump_value(topology.transform)
    yield f'{opening}{{"type":"Topology","transform":{transform},"objects":{{'
    # Without geometries, CARTO's JavaScript writes one member, `undefined`.
    for number, (geometry, extra) in enumerate(zip(geometries, properties, strict=True)):
        yield f'{"," if number else ""}"{number}":{dump_value(geometry)[:-1]}{extra}}}'
    yield ("" if geometries else '"undefined":undefined') + '},"arcs":['
    count = 0
    for arc in topology.arcs:
        yield ("," if count else "") + json.dumps(arc, separators=(",", ":"))
        count += 1
    yield ("" if count else "undefined") + "]}" + ("" if request.callback is None else ")")


def _write_properties(values: dict[str, str]) -> str:
    """Write the properties without nulls, or no member at all if none is left. NaN becomes null."""
    kept = {name: text for name, text in values.items() if text != "null"}
    if not kept:
        return ""
    return ',"properties":{' + ",".join(f"{quote(name)}:{_clean(text)}" for name, text in kept.items()) + "}"


def _clean(text: str) -> str:
    return "null" if text in ("NaN", "Infinity", "-Infinity") else text


async def write_arraybuffer(connection: Connection, request: QueryRequest) -> AsyncGenerator[bytes, None]:
    rows: list[dict[str, Any]] = []
    columns: Columns | None = None
    described, counted = False, 0
    async for result in Wire(connection).stream(request.query):
        if result.status == pq.ExecStatus.SINGLE_TUPLE:
            if columns is None or not described:
                columns, described = Columns(result, request.skipped, lambda text: json.dumps(float(text))), True
            oids = {name: oid for name, oid, _ in columns.described}
            rows.append({name: read_value(text, oids[name]) for name, text in columns.read_row(result).items()})
        else:
            described, counted = False, result.command_tuples or 0
    if counted and not rows:
        raise SqlApiError(400, "Cannot convert undefined or null to object")
    # The last command's own count decides how many rows there are, also where others came before it.
    yield pack_rows(rows[:counted]) if counted else b""
