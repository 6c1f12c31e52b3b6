"""A CARTO that misbehaves to order: sockets served in a thread of their own."""

import asyncio
import contextlib
import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from carto_sandbox.faults.answers import Answers
from carto_sandbox.faults.exchange import Exchange
from carto_sandbox.faults.faults import Fault, Fine
from carto_sandbox.faults.script import Script
from carto_sandbox.faults.wire import HEAD_LIMIT, Connection, RawLink, Request, read_head

_LOOPBACK = "127.0.0.1"
# Small, so that a client notices soon that the server does not read: by default the kernel accepts megabytes.
_RECEIVE_BUFFER = 65536
# How a client that leaves, or speaks no HTTP, looks from here; faults make clients do both.
_PEER_FAILURES = (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError)


@dataclass(eq=False)
class _Visit:
    """A connection. `round` is that in which the first byte of its present request came, None between two requests."""

    sock: socket.socket
    round: int | None = None

    def has_news(self) -> bool:
        """Return True if there is something to read, even if it is only the end of the connection."""
        poll = select.poll()
        if self.sock.fileno() >= 0:
            poll.register(self.sock, select.POLLIN)
        return bool(poll.poll(0))


class _Reader(asyncio.StreamReader):
    """Tells when something comes."""

    def __init__(self, came: Callable[[], None]) -> None:
        super().__init__(limit=HEAD_LIMIT, loop=asyncio.get_running_loop())
        self._came = came

    def feed_data(self, data: Any) -> None:
        self._came()
        super().feed_data(data)


class FaultServer:
    """Answers like CARTO, but for the faults it is given; running from `start` (or `with`) to `stop`.

    `faults` meet the requests in their order, whatever these ask for; None lets one pass, `default` meets all further
    ones. `ssl_context` makes it an HTTPS server, with whatever certificate the context has. `host` is only the name in
    `base_url`; the server listens on the loopback address. `requests` is what arrived, `connections` how many were
    accepted, `failed_handshakes` how many clients gave up over TLS.
    """

    def __init__(
        self,
        answers: Answers,
        *faults: Fault | None,
        default: Fault | None = None,
        ssl_context: ssl.SSLContext | None = None,
        host: str = _LOOPBACK,
    ) -> None:
        self.answers = answers.copy()
        self.requests: list[Request] = []
        self.connections = 0
        self.failed_handshakes = 0
        self.url = ""
        self._host = host
        self._ssl_context = ssl_context
        self._script = Script()
        self._script.put(faults, default)
        self._bugs: list[BaseException] = []
        self._round = 0
        self._visits: dict[asyncio.Task[None], _Visit] = {}
        self._in_fault: set[asyncio.Task[Any]] = set()
        self._thread: threading.Thread | None = None
        self._listener: socket.socket | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._main: asyncio.Task[None] | None = None

    def __enter__(self) -> "FaultServer":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        return f"{self.url}/user/me"

    @property
    def open_connections(self) -> int:
        return len(self._visits)

    @property
    def faults_left(self) -> int:
        """How many faults of the script no request has met yet."""
        return self._script.left

    def play(self, *faults: Fault | None, default: Fault | None = None, on: str = "") -> None:
        """A new script from here on. `on` gives one operation (operationId) a script of its own."""
        self._script.put(faults, default, on)

    def reset(self) -> None:
        """A new round: no faults, no requests seen; clients that are kept waiting are let go.

        What a client sent before is of the round before, read or not: it meets none of the faults to come, and is not
        counted. A connection that is kept may go on.
        """
        if self._loop is None:
            self._begin_round()
        else:
            asyncio.run_coroutine_threadsafe(self._let_go(), self._loop).result()

    async def _let_go(self) -> None:
        """All are gone when this returns: a client that is left sees it before it asks again."""
        self._begin_round()
        tasks = list(self._in_fault)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin_round(self) -> None:
        while self._listener is not None and self._accept(self._listener):
            pass
        for visit in self._visits.values():
            if visit.round is None and visit.has_news():
                visit.round = self._round
        self._round += 1
        self._script.clear()
        self.requests.clear()

    def start(self) -> None:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        listener.bind((_LOOPBACK, 0))
        listener.listen(256)
        listener.setblocking(False)
        scheme = "http" if self._ssl_context is None else "https"
        self.url = f"{scheme}://{self._host}:{listener.getsockname()[1]}"
        started = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._run(listener, started)), name="fault-server", daemon=True
        )
        self._thread.start()
        started.wait()

    def stop(self) -> None:
        """Cuts what is under way. An error of the server itself, which no fault asked for, is raised here."""
        thread, loop, main = self._thread, self._loop, self._main
        self._thread = self._loop = self._main = None
        if thread is None or loop is None or main is None:
            return
        loop.call_soon_threadsafe(main.cancel)
        thread.join()
        if self._bugs:
            raise self._bugs[0]

    async def _run(self, listener: socket.socket, started: threading.Event) -> None:
        self._loop = loop = asyncio.get_running_loop()
        self._listener = listener
        self._main = asyncio.current_task()
        started.set()
        with contextlib.suppress(asyncio.CancelledError), listener:
            loop.add_reader(listener, self._accept, listener)
            try:
                await loop.create_future()
            finally:
                loop.remove_reader(listener)
                self._listener = None
        tasks = list(self._visits)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _accept(self, listener: socket.socket) -> bool:
        # Not loop.sock_accept: cancelled at the wrong moment it loses the socket it has just accepted.
        try:
            sock, _ = listener.accept()
        except OSError:
            return False
        self.connections += 1
        visit = _Visit(sock)
        task = asyncio.create_task(self._guard(visit))
        self._visits[task] = visit
        task.add_done_callback(self._forget)
        return True

    def _forget(self, task: asyncio.Task[None]) -> None:
        # Not at the end of the task itself: one that is cancelled before its first step has no end.
        self._visits.pop(task).sock.close()

    @contextlib.contextmanager
    def _suffering(self) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None
        self._in_fault.add(task)
        try:
            yield
        finally:
            self._in_fault.discard(task)

    async def _guard(self, visit: _Visit) -> None:
        """A connection's failures end that connection only; bugs are kept for `stop`."""
        try:
            await self._welcome(visit)
        except _PEER_FAILURES:
            pass
        except Exception as error:  # noqa: BLE001 - raised by stop
            self._bugs.append(error)

    def _note(self, visit: _Visit) -> None:
        if visit.round is None:
            visit.round = self._round

    def _is_over(self, visit: _Visit) -> bool:
        """Return True for a request from an earlier round."""
        return visit.round is not None and visit.round != self._round

    async def _welcome(self, visit: _Visit) -> None:
        visit.sock.setblocking(False)
        if not self._is_over(visit) and (fault := self._script.take_at_accept()):
            with self._suffering():
                await fault.strike(RawLink(visit.sock))
            return
        loop = asyncio.get_running_loop()
        reader = _Reader(partial(self._note, visit))
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        try:
            transport, _ = await loop.connect_accepted_socket(lambda: protocol, visit.sock, ssl=self._ssl_context)
        except OSError:
            self.failed_handshakes += 1
            raise
        connection = Connection(reader, asyncio.StreamWriter(transport, protocol, reader, loop))
        try:
            while not connection.ended and (request := await read_head(reader)):
                await self._serve(connection, request, visit)
                visit.round = None
        finally:
            await connection.release()

    async def _serve(self, connection: Connection, request: Request, visit: _Visit) -> None:
        request.operation_id = self.answers.find_operation(request.method, _strip_origin(request.target))
        fault: Fault = Fine()
        if not self._is_over(visit):
            fault = self._script.take(request.operation_id)
            request.fault = repr(fault)
            self.requests.append(request)
        with contextlib.nullcontext() if isinstance(fault, Fine) else self._suffering():
            await fault.apply(Exchange(connection, request, self.answers))


def _strip_origin(target: str) -> str:
    return urlsplit(target).path
