"""One TCP connection, as rude as a fault wants it, and requests as they arrive on it."""

import asyncio
import contextlib
import hashlib
import math
import select
import socket
import struct
import time
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import unquote, urlsplit

HEAD_LIMIT = 262144
_POLL = 0.02
_KEPT = 65536
# With SO_LINGER on and no time given, closing a socket sends RST instead of FIN.
_NO_LINGER = struct.pack("ii", 1, 0)
_LEFT = getattr(select, "POLLRDHUP", 0) | select.POLLHUP | select.POLLERR


class ClientLeft(ConnectionError):
    """The client has closed the connection."""


@dataclass(eq=False)
class Request:
    """A received request. `body_bytes` counts the body without chunk framing, and grows while the body arrives.

    `complete` says whether all of the body came, `answered` whether the whole answer was handed to the network.
    `longest_gap` is the longest time in seconds without a byte of the body.
    """

    method: str
    target: str
    headers: dict[str, str]
    operation_id: str = ""
    fault: str = ""
    arrived: float = field(default_factory=time.monotonic)
    body_start: bytes = b""
    body_bytes: int = 0
    complete: bool = False
    answered: bool = False
    longest_gap: float = 0.0

    def __post_init__(self) -> None:
        self._digest = hashlib.sha256()
        self._last = self.arrived

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> str:
        return urlsplit(self.target).query

    @property
    def sha256(self) -> str:
        """Of the body so far."""
        return self._digest.hexdigest()

    def add(self, data: bytes) -> None:
        now = time.monotonic()
        self.longest_gap = max(self.longest_gap, now - self._last)
        self._last = now
        self._digest.update(data)
        self.body_bytes += len(data)
        self.body_start += data[: _KEPT - len(self.body_start)]


class Link(Protocol):
    """A connection that a fault can break: before anything was read from it, or later."""

    def reset(self) -> None:
        """RST: the other side sees "connection reset by peer"."""

    async def close(self) -> None:
        """FIN: the other side sees the end; what it still sends is thrown away, until it closes too."""

    async def pause(self, seconds: float = math.inf) -> None:
        """No byte in either direction. Raises ClientLeft as soon as the client has closed."""


class RawLink:
    """A socket fresh from accept(): no TLS handshake yet."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def reset(self) -> None:
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self._sock.close()

    async def close(self) -> None:
        self._sock.shutdown(socket.SHUT_WR)
        while await asyncio.get_running_loop().sock_recv(self._sock, 65536):
            pass

    async def pause(self, seconds: float = math.inf) -> None:
        await _watch(self._sock.fileno, seconds)


class Connection:
    """A connection that carries HTTP. `ended` says that no further request can come on it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self._writer = writer
        self._sock = writer.get_extra_info("socket")
        self.ended = False
        self._held: bytearray | None = None
        # Each send waits until the kernel has it all, so that a break comes after what was sent before it. Not 0 but 1:
        # asyncio's TLS takes the first number as "pause from here on", and so would never go on.
        writer.transport.set_write_buffer_limits(high=1, low=0)

    async def send(self, data: bytes) -> None:
        if self._held is not None:
            self._held += data
            return
        self._writer.write(data)
        await self._writer.drain()

    def hold(self) -> None:
        """Hold back all further data, and send it together at `let_go`."""
        self._held = bytearray()

    async def let_go(self) -> None:
        held, self._held = self._held or b"", None
        await self.send(bytes(held))

    def reset(self) -> None:
        if not self._writer.is_closing():
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.drop()

    def half_close(self) -> None:
        """FIN. Under TLS it comes without the closing alert: an end that TLS calls an attack."""
        self.ended = True
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_WR)

    async def close(self) -> None:
        self.half_close()
        while await self.reader.read(65536):
            pass

    async def pause(self, seconds: float = math.inf) -> None:
        await _watch(lambda: -1 if self._writer.is_closing() else self._sock.fileno(), seconds)

    def drop(self) -> None:
        """close(2) at once: FIN, or RST if the client had sent more than was read."""
        self.ended = True
        self._writer.transport.abort()

    async def release(self) -> None:
        self.drop()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


class _Descriptor(Protocol):
    def __call__(self) -> int: ...


async def _watch(descriptor: _Descriptor, seconds: float) -> None:
    """Looks for a hang-up without reading: what stays unread keeps the client's writes waiting."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        number = descriptor()
        poll = select.poll()
        if number >= 0:
            poll.register(number, _LEFT)
        if number < 0 or poll.poll(0):
            raise ClientLeft
        await asyncio.sleep(min(_POLL, left))


async def read_head(reader: asyncio.StreamReader) -> Request | None:
    """The next request without its body; None if the client closed instead of asking again."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    if first.count(" ") != 2:
        raise ConnectionAbortedError("The received data is not HTTP")
    method, target, _ = first.split(" ")
    headers: dict[str, str] = {}
    for line in filter(None, lines):
        name, _, value = line.partition(":")
        name = name.strip().lower()
        headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    return Request(method, target, headers)


class BodyReader:
    """The body of one request, with Content-Length or in chunks."""

    def __init__(self, reader: asyncio.StreamReader, headers: dict[str, str]) -> None:
        self._reader = reader
        self._chunked = "chunked" in headers.get("transfer-encoding", "").lower()
        # Of the whole body, or of the chunk under way.
        self._left = 0 if self._chunked else int(headers.get("content-length", "0"))
        self.ended = not self._chunked and not self._left

    async def read(self, most: int = 65536) -> bytes:
        """At least one byte, or nothing at the end."""
        if self._chunked and not self._left and not self.ended:
            await self._begin_chunk()
        if self.ended:
            return b""
        data = await self._reader.read(min(most, self._left))
        if not data:
            raise ClientLeft
        self._left -= len(data)
        if not self._left:
            if self._chunked:
                await self._reader.readexactly(2)
            else:
                self.ended = True
        return data

    async def _begin_chunk(self) -> None:
        line = await self._reader.readuntil(b"\r\n")
        self._left = int(line.partition(b";")[0], 16)
        if not self._left:
            while await self._reader.readuntil(b"\r\n") != b"\r\n":
                pass
            self.ended = True
