"""/sql/copyfrom and /sql/copyto: COPY both ways, streamed."""

import contextlib
import time
from collections.abc import AsyncGenerator, Iterable
from typing import Any
from urllib.parse import quote

from psycopg import pq
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.accounts.auth import authenticate_sql, resolve_account
from carto_sandbox.database.wire import Wire
from carto_sandbox.http.errors import SqlApiError, answer_json, dump_json, get_sql_headers
from carto_sandbox.http.parameters import Parameters, read_body, read_query
from carto_sandbox.sql_api.gunzip import Gunzip, GunzipError, check_gzip
from carto_sandbox.sql_api.sql import HeldResponse

_MAX_UPLOAD_BYTES = 2 * 1024**3
# PostgreSQL hands COPY's rows over in blocks of this size, and CARTO sends them as they come: a failure before the
# first is still a clean 400.
_BLOCK = 8192
# Of an error that PostgreSQL reports in more than one such piece CARTO's parser makes nothing: the rows just end.
_MAX_REPORT_CHARACTERS = 65536


async def copy_from(request: Request) -> Response:
    """The request's body goes to PostgreSQL as it arrives; an error is answered at once, even before the body's end."""
    account = resolve_account(request, "sql")
    key = authenticate_sql(request, account)
    query = _check_query(read_query(request))
    started = time.monotonic()
    async with account.connect(key) as connection:
        wire = Wire(connection)
        await wire.send(query)
        body = _Body(request)
        await body.check_beginning()
        result = await wire.next_result()
        if result is None or result.status != pq.ExecStatus.COPY_IN:
            if result is not None and result.status == pq.ExecStatus.FATAL_ERROR:
                raise await wire.end_with_error(result)
            raise SqlApiError(400, "The sandbox takes only COPY ... FROM STDIN here")
        problem = await _send_body(body, wire)
        total = 0
        try:
            async for result in wire.results():
                total = result.command_tuples or 0
        except SqlApiError as error:
            # The text that ended the COPY is ours, PostgreSQL only puts words before it.
            raise problem or error from None
        if problem is not None:
            raise problem
    if not total:
        raise SqlApiError(400, "No rows copied")
    answer = {"time": round(time.monotonic() - started, 3), "total_rows": total}
    return answer_json(answer, 200, get_sql_headers(request))


class _Body:
    """The request's body, unpacked where it says that it is packed."""

    def __init__(self, request: Request) -> None:
        self._chunks = request.stream()
        self._gunzip = Gunzip() if request.headers.get("content-encoding") == "gzip" else None
        self._received = 0
        self._first: list[bytes] = []

    async def check_beginning(self) -> None:
        """CARTO unpacks before PostgreSQL has answered, so its errors come first."""
        if self._gunzip is None:
            return
        async for chunk in self._chunks:
            self._first.append(chunk)
            if chunk:
                break
        try:
            check_gzip(b"".join(self._first))
        except GunzipError as error:
            raise SqlApiError(400, f"Error while gunzipping: {error}") from None

    async def read(self) -> AsyncGenerator[bytes, None]:
        """Read the body. Raises SqlApiError for its errors, also if the client disconnects."""
        try:
            for chunk in self._first:
                for block in self._unpack(chunk):
                    yield block
            async for chunk in self._chunks:
                for block in self._unpack(chunk):
                    yield block
            for block in self._gunzip.finish() if self._gunzip else ():
                yield block
        except GunzipError as error:
            raise SqlApiError(400, f"Error while gunzipping: {error}") from None
        except ClientDisconnect:
            raise SqlApiError(400, "Connection closed by client") from None

    def _unpack(self, chunk: bytes) -> Iterable[bytes]:
        self._received += len(chunk)
        if self._received > _MAX_UPLOAD_BYTES:
            raise SqlApiError(400, "COPY FROM maximum POST size of 2 GB exceeded")
        return self._gunzip.feed(chunk) if self._gunzip else (chunk,)


async def _send_body(body: _Body, wire: Wire) -> SqlApiError | None:
    """Also end the COPY. An error in the body is returned, because the COPY must be rolled back first."""
    problem: SqlApiError | None = None
    async with contextlib.aclosing(body.read()) as blocks:
        try:
            async for block in blocks:
                await wire.put_copy(block)
                if wire.has_failed_early():
                    break
        except SqlApiError as error:
            problem = error
    await wire.end_copy(None if problem is None else problem.message)
    return problem


async def copy_to(request: Request) -> Response:
    """COPY's bytes as they come. After the first block a failure can only be appended to the body, as CARTO does."""
    account = resolve_account(request, "sql")
    body: Parameters = await read_body(request) if request.method == "POST" else {}
    key = authenticate_sql(request, account, body)
    parameters = {**read_query(request), **body}
    query = _check_query(parameters)
    async with contextlib.AsyncExitStack() as stack:
        connection = await stack.enter_async_context(account.connect(key))
        blocks = await stack.enter_async_context(contextlib.aclosing(_read_blocks(Wire(connection), query)))
        first = await anext(blocks, b"")
        headers = get_sql_headers(request) | {
            "Content-Type": "application/octet-stream",
            "Content-Disposition": f"attachment; filename={_name_file(parameters)}",
        }
        if not first:
            return Response(b"", 200, headers)
        return HeldResponse(_continue(first, blocks), stack.pop_all(), 200, headers)
    raise AssertionError("unreachable: the stack hides no exception")


async def _read_blocks(wire: Wire, query: str) -> AsyncGenerator[bytes, None]:
    await wire.send(query)
    result = await wire.next_result()
    if result is not None and result.status == pq.ExecStatus.FATAL_ERROR:
        error = await wire.end_with_error(result)
        if len(error.report) < _MAX_REPORT_CHARACTERS:
            raise error
        return
    if result is None or result.status != pq.ExecStatus.COPY_OUT:
        raise SqlApiError(400, "The sandbox takes only COPY ... TO STDOUT here")
    held = await wire.get_copy(_BLOCK)
    streaming = len(held) >= _BLOCK
    while len(held) >= _BLOCK:
        yield held
        held = await wire.get_copy(_BLOCK)
    try:
        async for _ in wire.results():
            pass
    except SqlApiError as error:
        if len(error.report) < _MAX_REPORT_CHARACTERS:
            if not streaming:
                raise
            held += dump_json(error.body)
    yield held


async def _continue(first: bytes, rest: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    yield first
    async for block in rest:
        yield block


def _check_query(parameters: Parameters) -> str:
    query: Any = parameters.get("q")
    if not isinstance(query, str):
        raise SqlApiError(400, "SQL is missing")
    if not query.upper().startswith("COPY "):
        raise SqlApiError(400, "SQL must start with COPY")
    return query


def _name_file(parameters: Parameters) -> str:
    return quote(str(parameters.get("filename") or "carto-sql-copyto.dmp"), safe="-_.!~*'()")


routes = [
    Route("/sql/copyfrom", copy_from, methods=["POST"]),
    Route("/sql/copyto", copy_to, methods=["GET", "HEAD", "POST"]),
]
