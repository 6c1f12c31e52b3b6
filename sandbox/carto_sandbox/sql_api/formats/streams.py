"""json, geojson and svg, which are sent while PostgreSQL computes: a piece for each row, as CARTO sends a chunk."""

import re
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field

from psycopg import pq

from carto_sandbox.database.connections import Connection
from carto_sandbox.database.ewkt import to_geojson
from carto_sandbox.database.wire import ROWS, Wire
from carto_sandbox.http.errors import SqlApiError, dump_json
from carto_sandbox.sql_api.formats.columns import GEOMETRY, WEBMERCATOR, Columns
from carto_sandbox.sql_api.queries import QueryRequest, wrap_geojson, wrap_svg
from carto_sandbox.sql_api.types import TypeNames
from carto_sandbox.sql_api.values import format_number

_RADIUS_AND_STROKE = 6
_BOX = re.compile(r"BOX\(([^ ]*) ([^ ,]*),([^ ]*) ([^)]*)\)")
_STYLE = 'style="fill-opacity:0.5; stroke:black; stroke-width:1; fill:none"'
_SHAPES = {"0": '<circle r="5" {} />\n', "1": '<path d="{}" />\n', "2": '<path d="{}" />\n'}


@dataclass
class _Progress:
    """The progress of a query: the last described columns, the rows sent, and the last command's own count."""

    columns: Columns | None = None
    rows: int = 0
    counted: int | None = None
    notices: dict[str, list[str]] = field(default_factory=dict)


async def write_json(connection: Connection, request: QueryRequest, types: TypeNames) -> AsyncGenerator[str, None]:
    """CARTO's JSON. Raises SqlApiError before the first piece only; a later error ends up inside the body."""
    started = time.monotonic()
    progress = _Progress()
    opening = _open(request, '{"rows":[')
    error = None
    remove = _collect_notices(connection, progress.notices)
    try:
        described = False
        async for result in Wire(connection).stream(request.query):
            if result.status in ROWS and not described:
                progress.columns, described = Columns(result, request.skipped), True
            if result.status == pq.ExecStatus.SINGLE_TUPLE and progress.columns:
                separator = "," if progress.rows else opening
                progress.rows += 1
                yield separator + progress.columns.write_row(result)
            else:
                progress.counted, described = result.command_tuples, False
    except SqlApiError as failure:
        if not progress.rows:
            raise
        error = failure.message
    finally:
        remove()
    fields = progress.columns.describe(types, request.skipped) if progress.columns else {}
    tail = {"time": round(time.monotonic() - started, 3), "fields": fields}
    tail |= {"total_rows": progress.counted or progress.rows} | ({"error": [error]} if error is not None else {})
    ending = "]," + dump_json(tail | progress.notices).decode()[1:]
    yield ("" if progress.rows else opening) + _close(request, ending)


def _open(request: QueryRequest, text: str) -> str:
    return text if request.callback is None else f"{request.callback}({text}"


def _close(request: QueryRequest, text: str) -> str:
    return text if request.callback is None else f"{text})"


def _collect_notices(connection: Connection, notices: dict[str, list[str]]) -> Callable[[], None]:
    def add(diagnostic: object) -> None:
        severity = str(getattr(diagnostic, "severity_nonlocalized", None) or "notice").lower()
        notices.setdefault(f"{severity}s", []).append(str(getattr(diagnostic, "message_primary", None) or ""))

    connection.add_notice_handler(add)
    return lambda: connection.remove_notice_handler(add)


async def write_geojson(connection: Connection, request: QueryRequest, postgis: bool) -> AsyncGenerator[str, None]:
    """A FeatureCollection. Geometries are PostGIS', or read from EWKT text."""
    opening = _open(request, '{"type": "FeatureCollection", "features": [')
    rows, error = 0, None
    columns: Columns | None = None
    try:
        async for row in Wire(connection).stream(wrap_geojson(request, postgis=postgis)):
            if row.status != pq.ExecStatus.SINGLE_TUPLE:
                continue
            columns = columns or Columns(row, {GEOMETRY, WEBMERCATOR, *request.skipped}, special=lambda _: "null")
            shape = row.get_value(0, row.nfields - 1)
            if GEOMETRY in request.skipped:
                geometry = "undefined"  # CARTO's answer really is invalid JSON here
            elif shape is None:
                geometry = "null"
            else:
                geometry = shape.decode() if postgis else to_geojson(shape.decode(), request.decimals_or_default)
            separator = "," if rows else opening
            rows += 1
            yield f'{separator}{{"type":"Feature","geometry":{geometry},"properties":{columns.write_row(row)}}}'
    except SqlApiError as failure:
        if not rows:
            raise
        error = failure.message
    ending = "]}" if error is None else f'],"error":{dump_json([error]).decode()}}}'
    yield ("" if rows else opening) + _close(request, ending)


async def write_svg(connection: Connection, request: QueryRequest) -> AsyncGenerator[str, None]:
    """All geometries on 1024 by 768. As at CARTO, an error after the first of them only ends the image."""
    gathered = ""
    started = False
    missing = False
    try:
        async for row in Wire(connection).stream(wrap_svg(request)):
            if row.status != pq.ExecStatus.SINGLE_TUPLE:
                continue
            box, dimension, shape = (row.get_value(0, number) for number in range(3))
            missing = GEOMETRY in request.skipped
            if missing or not shape:
                continue
            gathered += _SHAPES[(dimension or b"").decode()].format(shape.decode())
            if not started:
                gathered, started = _write_root(box) + gathered, True
            yield gathered
            gathered = ""
    except SqlApiError:
        if not started:
            raise
    if missing:
        raise SqlApiError(400, f'column "{GEOMETRY}" does not exist')
    yield gathered + ("" if started else _write_root(None)) + "</svg>\n"


def _write_root(box: bytes | None) -> str:
    lines = [
        '<?xml version="1.0" standalone="no"?>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ]
    view = ""
    found = _BOX.match((box or b"").decode())
    if found:
        west, south, east, north = map(float, found.groups())
        west, south = west - _RADIUS_AND_STROKE, south - _RADIUS_AND_STROKE
        east, north = east + _RADIUS_AND_STROKE, north + _RADIUS_AND_STROKE
        numbers = (west, -north, east - west, north - south)
        view = f'viewBox="{" ".join(format_number(repr(number)) for number in numbers)}" '
    lines.append(f'<svg {view}{_STYLE} xmlns="http://www.w3.org/2000/svg" version="1.1">\n')
    return "\n".join(lines)
