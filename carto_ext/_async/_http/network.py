"""Sockets: resolving, connecting, TLS, reading and writing. Each wait ends at a given time of time.monotonic()."""

import errno
import os
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ, EVENT_WRITE
from time import monotonic
from typing import Any, TypeVar

from carto_ext._async._http.sockets import checkpoint, first_connected, ready, resolve
from carto_ext._shared._http.readiness import has_news, unacknowledged
from carto_ext._shared._http.tls import TlsInTls
from carto_ext._shared.deadlines import left_until

T = TypeVar("T")
# Bytes written between two checks for an early answer, and between two turns of an event loop.
_PIECE = 256 * 1024
# After this many reads or writes that did not have to wait, other tasks have their turn.
_TURNS = 16
# Seconds before the next address is tried in parallel (RFC 8305).
_HEAD_START = 0.25


class AsyncWire:
    """A non-blocking socket, plain or TLS. Its methods raise OSErrors, TimeoutError among them."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._turns = 0

    async def read(self, most: int, until: float) -> bytes:
        """Read up to `most` bytes; b"" at the end."""
        return await self._perform(partial(self.sock.recv, most), EVENT_READ, lambda: until)

    def read_at_once(self, most: int) -> bytes | None:
        """Read without waiting. Returns None if there is no data, or only TLS's own."""
        with suppress(BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return self.sock.recv(most)
        return None

    async def write(self, data: bytes, until: Callable[[], float], look: Callable[[], bool] | None = None) -> None:
        """Write everything. `until` is called again after each progress; `look` is called when data arrives meanwhile,
        until it returns False."""
        rest = memoryview(data)
        while rest:
            rest = rest[await self._perform(partial(self.sock.send, rest[:_PIECE]), EVENT_WRITE, until, look) :]

    async def _perform(
        self, action: Callable[[], T], event: int, until: Callable[[], float], look: Callable[[], bool] | None = None
    ) -> T:
        self._turns -= 1
        if self._turns < 0:
            self._turns = _TURNS
            await checkpoint()
        moment: float | None = None
        queued = 0
        while True:
            if look is not None and has_news(self.sock) and not look():
                look = None
            try:
                return action()
            except ssl.SSLWantReadError:
                wanted = EVENT_READ
            except ssl.SSLWantWriteError:
                wanted = EVENT_WRITE
            except BlockingIOError:
                wanted = event
            if moment is None:
                moment, queued = until(), unacknowledged(self.sock)
            if monotonic() >= moment or not await ready(self.sock, wanted, look is not None, left_until(moment)):
                # Systems report a socket as writable only when a third of its buffer is free. A slow receiver that
                # still makes progress is not a timeout.
                before, queued = queued, unacknowledged(self.sock)
                moment = until() if event == EVENT_WRITE and queued < before else moment
                if monotonic() >= moment:
                    raise TimeoutError
            self._turns = _TURNS

    async def start_tls(self, context: ssl.SSLContext, host: str, until: float) -> None:
        sock: Any
        if isinstance(self.sock, ssl.SSLSocket):
            sock = TlsInTls(self.sock, context, host)
        else:
            sock = context.wrap_socket(self.sock, server_hostname=host, do_handshake_on_connect=False)
        self.sock = sock
        await self._perform(sock.do_handshake, EVENT_READ, lambda: until)

    def wake(self) -> None:
        """Shut the connection down, so that a waiting call ends and closes it. Only that call can close it."""
        sock = getattr(self.sock, "outer", self.sock)
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # TLS sockets have another shutdown, which ends encryption


async def connect(host: str, port: int, until: float) -> AsyncWire:
    """Connect to the first address that answers. Each gets a head start over the next; all share one deadline."""
    waiting = await resolve(host, port, left_until(until))
    trying: list[socket.socket] = []
    failure = OSError(f"no address for {host}")
    try:
        while waiting or trying:
            if waiting:
                try:
                    trying.append(_begin(*waiting.pop(0)))
                except OSError as error:
                    failure = error
                    continue
            head_start = min(until, monotonic() + _HEAD_START) if waiting else until
            found = await first_connected(trying, left_until(head_start))
            if found is None and monotonic() >= until:
                raise TimeoutError
            if found is not None:
                trying.remove(found)
                code = found.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if code == 0:
                    return AsyncWire(found)
                found.close()
                failure = OSError(code, os.strerror(code))
        raise failure
    finally:
        for sock in trying:
            sock.close()


def _begin(family: int, kind: int, protocol: int, _: str, address: Any) -> socket.socket:
    sock = socket.socket(family, kind, protocol)
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    code = sock.connect_ex(address)
    if code not in (0, errno.EINPROGRESS, errno.EWOULDBLOCK):
        sock.close()
        raise OSError(code, os.strerror(code))
    return sock
