"""Bodies of /sql: json, geojson and csv, made row by row."""

import csv
import io
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from json.encoder import encode_basestring as quote
from typing import IO

from psycopg import pq
from psycopg.pq.abc import PGresult

from carto_sandbox.database.connections import Connection
from carto_sandbox.database.ewkt import to_geojson
from carto_sandbox.database.wire import ROWS, Wire
from carto_sandbox.http.errors import SqlApiError, dump_json
from carto_sandbox.sql_api.queries import QueryRequest, wrap_subselect
from carto_sandbox.sql_api.values import Render, choose_render, describe_field

TypeNames = Mapping[int, str]
_SPOOLED_BYTES = 1024 * 1024
_BLOCK = 65536
# Levels of PostgreSQL's messages that CARTO adds to an answer, by its plural names.
_SHOWN_LEVELS = ("NOTICE", "WARNING", "INFO", "LOG", "DEBUG")


class Columns:
    """The columns of one result, and how to write a row of them."""

    def __init__(self, result: PGresult, types: TypeNames, skipped: frozenset[str]) -> None:
        self.fields: dict[str, dict[str, object]] = {}
        # A name that comes twice keeps its last value, at its first place, as a JavaScript object does.
        self._writers: dict[str, tuple[int, str, Render]] = {}
        for number in range(result.nfields):
            name = (result.fname(number) or b"").decode()
            if name in skipped:
                continue
            oid = result.ftype(number)
            type_name = types.get(oid, f"unknown({oid})")
            self.fields[name] = describe_field(type_name, result.fmod(number))
            self._writers[name] = (number, f"{quote(name)}:", choose_render(type_name))

    def write_row(self, row: PGresult) -> str:
        parts = []
        for number, prefix, render in self._writers.values():
            raw = row.get_value(0, number)
            parts.append(prefix + ("null" if raw is None else render(raw.decode())))
        return "{" + ",".join(parts) + "}"


async def write_json(connection: Connection, request: QueryRequest, types: TypeNames) -> AsyncGenerator[str, None]:
    """CARTO's JSON. Raises SqlApiError before the first piece only; a later error ends up inside the body."""
    started = time.monotonic()
    notices: dict[str, list[str]] = {}
    opening = '{"rows":['
    separator = ""
    columns: Columns | None = None
    total, error = 0, None
    remove = _collect_notices(connection, notices)
    try:
        async for result in Wire(connection).stream(request.query):
            if columns is None and result.status in ROWS:
                columns, total = Columns(result, types, request.skipped), 0
            if result.status == pq.ExecStatus.SINGLE_TUPLE:
                assert columns is not None
                yield f"{opening}{separator}{columns.write_row(result)}"
                opening, separator, total = "", ",", total + 1
            elif result.status == pq.ExecStatus.TUPLES_OK:
                fields, columns = columns.fields if columns else {}, None
            else:
                fields, total = {}, result.command_tuples or 0
    except SqlApiError as failure:
        if opening:
            raise
        error = failure.message
        fields = columns.fields if columns else {}
    finally:
        remove()
    yield opening
    tail = {"time": round(time.monotonic() - started, 3), "fields": fields, "total_rows": total}
    tail |= {"error": [error]} if error is not None else {}
    yield "]," + dump_json(tail | notices).decode()[1:]


def _collect_notices(connection: Connection, notices: dict[str, list[str]]) -> Callable[[], None]:
    def add(diagnostic: object) -> None:
        severity = getattr(diagnostic, "severity_nonlocalized", None) or getattr(diagnostic, "severity", "")
        if severity in _SHOWN_LEVELS:
            message = getattr(diagnostic, "message_primary", "") or ""
            notices.setdefault(f"{severity.lower()}s", []).append(message)

    connection.add_notice_handler(add)
    return lambda: connection.remove_notice_handler(add)


async def write_geojson(connection: Connection, request: QueryRequest, postgis: bool) -> AsyncGenerator[str, None]:
    """A FeatureCollection. Properties are PostgreSQL's own JSON; geometries PostGIS', or read from EWKT text."""
    names = await _find_columns(connection, request)
    if "the_geom" not in names and "the_geom" not in request.skipped:
        raise SqlApiError(400, 'column "the_geom" does not exist')
    shown = [name for name in names if name not in ("the_geom", "the_geom_webmercator") and name not in request.skipped]
    listed = ",".join('"' + name.replace('"', '""') + '"' for name in shown)
    geometry = f"ST_AsGeoJSON(the_geom, {request.decimals})" if postgis else "the_geom::text"
    if "the_geom" in request.skipped:
        geometry = "NULL"
    select = f"{geometry}, row_to_json((SELECT l FROM (SELECT {listed}) AS l)), ({request.decimals})::integer"
    opening, separator = '{"type": "FeatureCollection", "features": [', ""
    error = None
    try:
        async for row in Wire(connection).stream(wrap_subselect(request.query, select)):
            if row.status != pq.ExecStatus.SINGLE_TUPLE:
                continue
            raw, properties, decimals = (row.get_value(0, number) for number in range(3))
            shape = "null"
            if "the_geom" in request.skipped:
                shape = "undefined"  # CARTO's answer really is invalid JSON here
            elif raw is not None:
                shape = raw.decode() if postgis else to_geojson(raw.decode(), int(decimals or 6))
            feature = f'{{"type":"Feature","geometry":{shape},"properties":{(properties or b"{}").decode()}}}'
            yield f"{opening}{separator}{feature}"
            opening, separator = "", ","
    except SqlApiError as failure:
        if opening:
            raise
        error = failure.message
    yield opening + ("]}" if error is None else f'],"error":{dump_json([error]).decode()}}}')


async def write_csv(connection: Connection, request: QueryRequest) -> AsyncGenerator[bytes, None]:
    """CSV as ogr2ogr leaves it. CARTO writes a file first, so every error comes before the first byte."""
    names = await _find_columns(connection, request)
    order = [number for number, name in enumerate(names) if name not in request.skipped]
    order.sort(key=lambda number: names[number] != "the_geom")
    with tempfile.SpooledTemporaryFile(_SPOOLED_BYTES) as spooled:
        await _spool_rows(connection, request, [names[number] for number in order], order, spooled)
        spooled.seek(0)
        while block := spooled.read(_BLOCK):
            yield block


async def _spool_rows(
    connection: Connection, request: QueryRequest, header: list[str], order: list[int], spooled: IO[bytes]
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    if len(header) == 1:  # GDAL's own habit
        text.seek(text.tell() - 2)
        text.write(",\r\n")
    try:
        async for row in Wire(connection).stream(wrap_subselect(request.query)):
            if row.status == pq.ExecStatus.SINGLE_TUPLE:
                values = [row.get_value(0, number) for number in order]
                writer.writerow(["" if value is None else value.decode() for value in values])
                if text.tell() > _BLOCK:
                    spooled.write(text.getvalue().encode())
                    text.seek(0)
                    text.truncate()
    except SqlApiError as error:
        if error.status != 400:
            raise
        reason = f"ogr2ogr command return code 1, Error: \nERROR 1: ERROR:  {error.message}\n"
        raise SqlApiError(400, reason) from None
    spooled.write(text.getvalue().encode())


async def _find_columns(connection: Connection, request: QueryRequest) -> list[str]:
    """Names of the query's columns; also finds errors in the text before anything is written."""
    names: list[str] = []
    async for result in Wire(connection).stream(wrap_subselect(request.query) + " LIMIT 0"):
        names = [(result.fname(number) or b"").decode() for number in range(result.nfields)]
    return names
