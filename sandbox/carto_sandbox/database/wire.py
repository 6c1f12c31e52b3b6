"""PostgreSQL's simple query protocol on an asynchronous connection, result by result and block by block.

CARTO sends a query as it is: several statements, rows while they come, notices, COPY. psycopg's cursors hide exactly
that, so libpq is driven directly, and only the data of one read from the socket is held.
"""

import asyncio
import contextlib
import select
import socket
from collections.abc import AsyncIterator, Callable

import psycopg
from psycopg import pq
from psycopg.pq.abc import PGresult

from carto_sandbox.database.connections import Connection
from carto_sandbox.http.errors import SqlApiError, make_sql_error

ROWS = frozenset({pq.ExecStatus.SINGLE_TUPLE, pq.ExecStatus.TUPLES_OK})
_BLOCK = 65536
_PROTOCOL_VIOLATION = "08P01"
_FAILED = frozenset({pq.ExecStatus.FATAL_ERROR, pq.ExecStatus.BAD_RESPONSE})


class Wire:
    """One connection's conversation with the server."""

    def __init__(self, connection: Connection) -> None:
        self._pg = connection.pgconn

    async def send(self, query: str) -> None:
        if "\0" in query:  # the protocol ends a text there; the server sees one it cannot read
            raise make_sql_error("invalid message format", _PROTOCOL_VIOLATION)
        self._pg.send_query(query.encode("utf-8", "replace"))
        await self._flush()

    async def stream(self, query: str) -> AsyncIterator[PGresult]:
        """Each row as a result of its own, and the closing result of each statement; raises SqlApiError."""
        await self.send(query)
        self._pg.set_single_row_mode()
        async for result in self.results():
            yield result

    async def results(self) -> AsyncIterator[PGresult]:
        while (result := await self.next_result()) is not None:
            if result.status in _FAILED:
                raise await self.end_with_error(result)
            if result.status == pq.ExecStatus.COPY_IN:
                self._pg.put_copy_end(b"No source stream defined")
                await self._flush()
            elif result.status == pq.ExecStatus.COPY_OUT:
                while len(await self.get_copy(_BLOCK)) >= _BLOCK:
                    pass
            else:
                yield result

    async def next_result(self) -> PGresult | None:
        while self._pg.is_busy():
            await self._wait(readable=True)
            self._pg.consume_input()
        return self._pg.get_result()

    async def end_with_error(self, result: PGresult) -> SqlApiError:
        """CARTO's error for a failed result, once the server has nothing more to say."""
        with contextlib.suppress(psycopg.Error):
            while await self.next_result() is not None:
                pass
        field = pq.DiagnosticField
        texts = (field.MESSAGE_PRIMARY, field.SQLSTATE, field.MESSAGE_DETAIL, field.MESSAGE_HINT)
        message, sqlstate, detail, hint = (_decode(result.error_field(name)) for name in texts)
        report = _decode(result.error_message) or ""
        error = make_sql_error(message or report.strip() or None, sqlstate, detail, hint)
        error.report = report
        return error

    async def put_copy(self, data: bytes) -> None:
        # libpq buffers without limit: handing over small blocks and flushing each keeps that small.
        self._pg.put_copy_data(data)
        await self._flush()

    async def end_copy(self, error: str | None = None) -> None:
        """Ends COPY FROM; with an error text the server rolls it back and answers with that text."""
        self._pg.put_copy_end(None if error is None else error.encode())
        await self._flush()

    async def get_copy(self, size: int) -> bytes:
        """The next rows of COPY TO, at least `size` bytes; less only before its end or an error, the next result."""
        rows, gathered = [], 0
        while gathered < size:
            length, row = self._pg.get_copy_data(1)
            if length > 0:
                rows.append(bytes(row))
                gathered += length
            elif length < 0:
                break
            else:
                await self._wait(readable=True)
                self._pg.consume_input()
        return b"".join(rows)

    def has_failed_early(self) -> bool:
        """During COPY FROM: whether an error already waits in the socket. libpq itself looks only at the end."""
        if not select.select([self._pg.socket], [], [], 0)[0]:
            return False
        with socket.socket(fileno=self._pg.socket) as peeked:
            try:
                return peeked.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b"E"
            except BlockingIOError:
                return False
            finally:
                peeked.detach()

    async def _flush(self) -> None:
        while self._pg.flush():
            await self._wait(readable=True, writable=True)
            if select.select([self._pg.socket], [], [], 0)[0]:
                self._pg.consume_input()

    async def _wait(self, *, readable: bool = False, writable: bool = False) -> None:
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[None] = loop.create_future()
        number = self._pg.socket

        def wake() -> None:
            if not ready.done():
                ready.set_result(None)

        adders: list[Callable[..., None]] = [loop.add_reader] * readable + [loop.add_writer] * writable
        for add in adders:
            add(number, wake)
        try:
            await ready
        finally:
            if readable:
                loop.remove_reader(number)
            if writable:
                loop.remove_writer(number)


def _decode(text: bytes | None) -> str | None:
    return None if text is None else text.decode("utf-8", "replace")
