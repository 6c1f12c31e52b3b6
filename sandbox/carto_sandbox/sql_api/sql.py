"""/sql: queries, answered while PostgreSQL still computes them."""

import contextlib
from collections.abc import AsyncGenerator, AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.auth import authenticate_sql, resolve_account
from carto_sandbox.database.connections import Connection
from carto_sandbox.http.errors import SqlApiError, check_header, get_sql_headers
from carto_sandbox.http.parameters import read_body, read_query
from carto_sandbox.sql_api.affected_tables import find_affected_tables
from carto_sandbox.sql_api.formats.csv import write_csv
from carto_sandbox.sql_api.formats.gdal import write_file
from carto_sandbox.sql_api.formats.streams import write_geojson, write_json, write_svg
from carto_sandbox.sql_api.formats.whole import write_arraybuffer, write_topojson
from carto_sandbox.sql_api.queries import FORMATS, QueryRequest, parse_query_request
from carto_sandbox.sql_api.types import NAMES, SPATIAL

# CARTO's server joins the row after every thousandth with it.
_ROWS_TOGETHER = 1000
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


class TypeNames(dict[int, str]):
    """The names the server has for an account's types, those of PostGIS read once, as CARTO does."""


class HeldResponse(StreamingResponse):
    """A streamed answer that keeps something open, until it is sent or the client is gone."""

    def __init__(
        self, content: AsyncIterator[bytes], held: contextlib.AsyncExitStack, status: int, headers: dict[str, str]
    ) -> None:
        super().__init__(content, status, headers)
        self._held = held

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._held:
            await super().__call__(scope, receive, send)


async def answer_query(request: Request) -> Response:
    account = resolve_account(request, "sql")
    body = await read_body(request)
    key = authenticate_sql(request, account, body)
    wanted = parse_query_request({**read_query(request), **body})
    check_header("Content-Disposition", wanted.disposition)
    affected = await find_affected_tables(account, wanted.original)
    if not key.is_master and affected.has_system_tables:
        raise SqlApiError(403, "system tables are forbidden")
    async with contextlib.AsyncExitStack() as stack:
        connection = await stack.enter_async_context(account.connect(key))
        headers = get_sql_headers(request)
        headers |= {"X-Served-By-DB-Host": "127.0.0.1", **affected.make_headers(persist=wanted.persist)}
        body_pieces = await _write(connection, account, wanted)
        await stack.enter_async_context(contextlib.aclosing(body_pieces))
        # The first event decides about the status: a piece of the body or an error.
        try:
            first = await anext(body_pieces, b"")
        except SqlApiError:
            if (await find_affected_tables(account, wanted.original, surely=True)).tables is None:
                headers.pop("Last-Modified", None)
            raise
        headers |= {
            "Content-Type": FORMATS[wanted.format].content_type,
            "Content-Disposition": wanted.disposition,
        }
        if wanted.format == "arraybuffer":
            return Response(first, 200, headers)
        return HeldResponse(_continue(first, body_pieces), stack.pop_all(), 200, headers)
    raise AssertionError("unreachable: the stack hides no exception")


async def _write(connection: Connection, account: Account, wanted: QueryRequest) -> AsyncGenerator[bytes, None]:
    if wanted.format == "csv":
        return write_csv(connection, wanted)
    if wanted.format == "arraybuffer":
        return write_arraybuffer(connection, wanted)
    if wanted.format == "geojson":
        return _join(write_geojson(connection, wanted, account.has_postgis))
    if wanted.format == "topojson":
        return _join(write_topojson(connection, wanted, account.has_postgis))
    if wanted.format == "svg":
        return _join(write_svg(connection, wanted))
    types = await _load_types(account)
    if wanted.format == "json":
        return _join(write_json(connection, wanted, types))
    return write_file(connection, wanted, types)


async def _join(pieces: AsyncGenerator[str, None]) -> AsyncGenerator[bytes, None]:
    """A chunk for each row, but for every thousandth, which waits for the next."""
    count, waiting = 0, ""
    async with contextlib.aclosing(pieces):
        async for piece in pieces:
            count += 1
            if count % _ROWS_TOGETHER:
                yield (waiting + piece).encode()
                waiting = ""
            else:
                waiting = piece
    if waiting:
        yield waiting.encode()


async def _continue(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for block in rest:
        yield block


async def _load_types(account: Account) -> TypeNames:
    names = account.get_state(TypeNames)
    if not names:
        async with account.connect() as connection:
            cursor = await connection.execute("SELECT oid, typname FROM pg_type WHERE typname = ANY(%s)", [[*SPATIAL]])
            found = await cursor.fetchall()
        names.update(NAMES)
        names.update({int(oid): str(name) for oid, name in found})
    return names


routes = [Route("/sql", answer_query, methods=_METHODS)]
