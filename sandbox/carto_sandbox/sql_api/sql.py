"""/sql: queries, answered while PostgreSQL still computes them."""

import contextlib
import re
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.auth import authenticate_sql, resolve_account
from carto_sandbox.database.connections import Connection
from carto_sandbox.http.errors import SqlApiError, check_header, get_sql_headers
from carto_sandbox.http.parameters import read_body, read_query
from carto_sandbox.sql_api.formats import write_csv, write_geojson, write_json
from carto_sandbox.sql_api.queries import FORMATS, SERVED, QueryRequest, parse_query_request

_BLOCK = 65536
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


class TypeNames(dict[int, str]):
    """Names of an account's types by oid, read once, as CARTO does: later types stay unknown."""


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
    if wanted.format not in SERVED:
        what = f"The sandbox has no ogr2ogr to make {wanted.format}: use json, geojson or csv"
        raise SqlApiError(400, what)
    check_header("Content-Disposition", wanted.disposition)
    if not key.is_master and wanted.reads_system_tables:
        raise SqlApiError(403, "system tables are forbidden")
    async with contextlib.AsyncExitStack() as stack:
        connection = await stack.enter_async_context(account.connect(key))
        headers = get_sql_headers(request)
        headers |= {
            "X-Served-By-DB-Host": "127.0.0.1",
            "Cache-Control": wanted.cache_control,
            "Last-Modified": format_datetime(datetime.now(UTC), usegmt=True),
        }
        body_pieces = _write(connection, account, wanted, await _load_types(account))
        await stack.enter_async_context(contextlib.aclosing(body_pieces))
        # The status is decided by what comes first: a piece of the body or an error.
        try:
            first = await anext(body_pieces, b"")
        except SqlApiError as error:
            if error.is_in_text:
                del headers["Last-Modified"]
            raise
        headers |= {
            "Content-Type": FORMATS[wanted.format].content_type,
            "Content-Disposition": wanted.disposition,
        }
        return HeldResponse(_continue(first, body_pieces), stack.pop_all(), 200, headers)
    raise AssertionError("unreachable: the stack hides no exception")


async def _write(
    connection: Connection, account: Account, wanted: QueryRequest, types: TypeNames
) -> AsyncGenerator[bytes, None]:
    if wanted.format == "csv":
        async for block in write_csv(connection, wanted):
            yield block
        return
    if wanted.format == "geojson":
        pieces = write_geojson(connection, wanted, account.has_postgis)
    else:
        pieces = write_json(connection, wanted, types)
    callback = wanted.callback if wanted.callback and re.fullmatch(r"[\w$.\[\]]+", wanted.callback) else None
    gathered: list[str] = [f"{callback}("] if callback else []
    size = 0
    # The first piece goes out alone: with it the status is settled, and slow queries show their rows.
    async with contextlib.aclosing(pieces):
        async for piece in pieces:
            gathered.append(piece)
            size += len(piece)
            if size >= _BLOCK or (len(gathered) == 1 and not callback):
                yield "".join(gathered).encode()
                gathered, size = [""], 0
    yield ("".join(gathered) + (")" if callback else "")).encode()


async def _continue(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for block in rest:
        yield block


async def _load_types(account: Account) -> TypeNames:
    names = account.get_state(TypeNames)
    if not names:
        async with account.connect() as connection:
            cursor = await connection.execute("SELECT oid, typname FROM pg_type")
            names.update(await cursor.fetchall())
    return names


routes = [Route("/sql", answer_query, methods=_METHODS)]
