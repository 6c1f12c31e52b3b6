"""One connection: requests and answers in turn. The answer is read even while the request is still being sent.

A server that refuses an upload answers at once and stops reading. A client that reads only after writing would wait for
ever.
"""

import ssl
from collections.abc import AsyncIterable, Iterator, MutableMapping
from contextlib import aclosing, contextmanager
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

import httpx

from carto_ext._async._http.network import AsyncWire
from carto_ext._shared._http.http1 import Answer, Unseen
from carto_ext._shared._http.readiness import has_news, unacknowledged
from carto_ext._shared.deadlines import end_of_wait

if TYPE_CHECKING:
    import httpcore

# A small buffer keeps memory allocation cheap for small answers. If it fills up, larger reads are worth it: 200 MB then
# take 0.17 instead of 0.23 s.
_READ = 64 * 1024
_MOST_READ = 256 * 1024
# A head waits for the first piece of its body if both fit together, so that the server wakes up only once.
_CORKED = 16 * 1024


class _NotWrittenError(httpx.WriteError):
    """The server accepts no more data; its answer can say why. Errors of the body's source are of other types."""


class AsyncConnection:
    """A connection to one origin, direct or through a proxy. After an error it can only be closed."""

    def __init__(self, wire: AsyncWire, origin: object) -> None:
        self.wire, self.origin = wire, origin
        self._answer = Answer(b"")
        self._read_size = _READ
        self._idle_until = 0.0
        self._may_stay = False
        self._body_bytes = 0

    async def call(self, request: "httpcore.Request", head: Unseen) -> Answer:
        """Send a request and return the answer as soon as its head has arrived. Raises httpx's errors."""
        answer = self._answer = Answer(request.method)
        self._may_stay = False
        try:
            await self._send(request, head)
        except _NotWrittenError as error:
            if isinstance(error.__cause__, ssl.SSLError) and not isinstance(error.__cause__, ssl.SSLEOFError):
                raise httpx.ReadError(str(error)) from error.__cause__
        else:
            self._may_stay = not answer.status
        await self._read_head(request, answer)
        # The connection can be used again only if the server has read the whole body. A server that refuses the request
        # may not have read it; one that accepts it has, unless part of the body is still in this socket's buffer.
        refused = answer.status >= 300 and self._body_bytes > 0
        self._may_stay = self._may_stay and not refused and not unacknowledged(self.wire.sock)
        return answer

    async def _read_head(self, request: "httpcore.Request", answer: Answer) -> None:
        """Read the head within the timeout, which restarts with each 1xx and while the server still accepts data."""
        interim, queued, until = -1, 0, 0.0
        while not answer.status:
            if answer.interim != interim:
                interim, queued = answer.interim, unacknowledged(self.wire.sock)
                until = end_of_wait(request.extensions, "read")
            try:
                await self._receive(until)
            except httpx.ReadTimeout:
                before, queued = queued, unacknowledged(self.wire.sock)
                until = end_of_wait(request.extensions, "read")
                if queued >= before or monotonic() >= until:
                    raise

    async def _send(self, request: "httpcore.Request", head: Unseen) -> None:
        lengths = {name.lower(): value for name, value in request.headers}
        chunked, length = b"transfer-encoding" in lengths, int(lengths.get(b"content-length", 0))

        async def write(data: bytes, look: bool) -> None:
            with faults(httpx.WriteTimeout, _NotWrittenError):
                moment = partial(end_of_wait, request.extensions, "write")
                await self.wire.write(data, moment, self._look if look else None)

        waiting: Unseen | bytes = head
        self._body_bytes = 0
        pieces: Any = aiter(cast(AsyncIterable[bytes], request.stream))
        async with aclosing(pieces):
            async for piece in pieces:
                self._body_bytes += len(piece)
                if not piece:
                    continue
                if not chunked and self._body_bytes > length:
                    raise httpx.LocalProtocolError("the body is longer than its Content-Length")
                data = b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece
                if waiting and len(waiting) + len(data) > _CORKED:
                    await write(waiting, False)
                    waiting = b""
                await write(waiting + data if waiting else data, not waiting)
                waiting = b""
        if not chunked and self._body_bytes < length:
            raise httpx.LocalProtocolError("the body is shorter than its Content-Length")
        await write(waiting + b"0\r\n\r\n" if chunked else waiting, not waiting)

    def _look(self) -> bool:
        """Look for an early answer. Returns True to continue looking: a 1xx is not final, a 2xx no reason to stop.

        Raises OSError for 3xx to 5xx, and for the end of the connection.
        """
        data = self.wire.read_at_once(_READ)
        if data is not None:
            self._answer.feed(data)
        if data == b"" or self._answer.status >= 300:
            raise OSError("the server answered before it had read the whole request")
        return not self._answer.status

    async def read_body(self, extensions: MutableMapping[str, Any]) -> bytes:
        """Return the next piece, b"" at the end. The timeout counts bytes of the body, not of the chunk framing."""
        until = end_of_wait(extensions, "read")
        while not (piece := self._answer.take()) and not self._answer.is_complete:
            await self._receive(until)
        return piece

    async def _receive(self, until: float) -> None:
        with faults(httpx.ReadTimeout, httpx.ReadError):
            # Not in a variable: a traceback with local variables would show the key if the server repeats it.
            self._answer.feed(self._sized(await self.wire.read(self._read_size, until)))

    def _sized(self, data: bytes) -> bytes:
        if len(data) == self._read_size:
            self._read_size = _MOST_READ
        elif len(data) < _READ // 4:
            self._read_size = _READ
        return data

    def close(self) -> None:
        self.wire.sock.close()

    def is_ready_again(self) -> bool:
        """Return True if the connection can serve another call from now on."""
        seconds = self._answer.seconds_to_keep() if self._may_stay else 0.0
        self._idle_until = monotonic() + seconds
        return seconds > 0

    def has_expired(self) -> bool:
        """Return True after the idle time, or if there is something to read: between calls, that means the end."""
        return monotonic() > self._idle_until or has_news(self.wire.sock)


@contextmanager
def faults(
    timed_out: type[httpx.TimeoutException], broke: type[httpx.TransportError], whose: str = ""
) -> Iterator[None]:
    """Turn a timeout, or any other error of a socket, into these errors, with the original as their cause."""
    try:
        yield
    except TimeoutError as error:
        raise timed_out(whose) from error
    except (OSError, ValueError) as error:  # ValueError: another thread closed the socket
        raise broke(f"{whose}: {error}" if whose else str(error)) from error
