# Made from carto_ext/_async/_http/network.py by scripts/unasync; do not edit.
"""Below httpx: connections that see an answer which comes before the request has been sent.

A server that refuses an upload answers at once and stops reading. httpcore reads answers after it has written, so it
would wait for a buffer that nobody empties; but when a write fails it goes on to read. Here a write fails when the
answer is there.
"""

import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ, EVENT_WRITE
from typing import Any, TypeVar

import httpcore

from carto_ext._shared.early_answers import httpcore_faults, stops_upload
from carto_ext._sync._http.sockets import checkpoint, connect, has_news, ready

T = TypeVar("T")
# What is written between two looks, and between two turns of an event loop.
_PIECE = 256 * 1024
_READ = 64 * 1024
# A head waits for the first piece of its body if they fit together into one packet for the server to wake up for.
_CORKED = 16 * 1024
# After so many reads or writes that did not have to wait, others have their turn.
_TURNS = 16


class WatchingStream(httpcore.NetworkStream):
    """A non-blocking socket, plain or TLS. Readable is no answer yet: TLS has messages of its own, and 1xx is none."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self._sock = sock
        self._head = b""  # not yet sent
        self._turns = 0
        self._held = bytearray()  # came while writing; `read` gives it first
        self._in_body = False  # httpcore writes a request's head at once, then its body; then it reads
        self._waiting = self._ended = self._stopped = self._closed = False
        self._refusal: ssl.SSLError | None = None  # met while writing; told by `read`, since httpcore asks that

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._in_body = False
        if self._held or self._ended:
            data = bytes(self._held[:max_bytes])
            del self._held[:max_bytes]
            return data
        with httpcore_faults(httpcore.ReadTimeout, httpcore.ReadError):
            if self._refusal is not None:
                raise self._refusal
            return self._perform(partial(self._sock.recv, max_bytes), EVENT_READ, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Raises WriteTimeout when the server takes no byte for `timeout` seconds."""
        if not self._in_body and not self._head and 0 < len(buffer) < _CORKED:
            self._head = buffer
            return
        head, self._head = self._head, b""
        if head and len(buffer) >= _CORKED:
            self._send(head, timeout)
            self._in_body = True
            head = b""
        self._send(head + buffer if head else buffer, timeout)
        self._in_body = True

    def _send(self, buffer: bytes, timeout: float | None) -> None:
        rest = memoryview(buffer)
        with httpcore_faults(httpcore.WriteTimeout, httpcore.WriteError):
            try:
                while rest:
                    sent = self._perform(partial(self._sock.send, rest[:_PIECE]), EVENT_WRITE, timeout)
                    rest = rest[sent:]
            except ssl.SSLEOFError:
                raise  # reset: what came before can still be read
            except ssl.SSLError as error:
                self._refusal = error
                raise

    def _perform(self, action: Callable[[], T], event: int, timeout: float | None) -> T:
        self._turns -= 1
        if self._turns < 0:
            self._turns = _TURNS
            checkpoint()
        while True:
            watching = self._in_body and (not self._held or stops_upload(self._held) is None)
            if watching and has_news(self._sock) and self._is_refused():
                self._stopped = True
                raise httpcore.WriteError("the server answered before it had read the whole request")
            try:
                return action()
            except ssl.SSLWantReadError:
                wanted = EVENT_READ
            except ssl.SSLWantWriteError:
                wanted = EVENT_WRITE
            except BlockingIOError:
                wanted = event
            self._wait(wanted, watching, timeout)
            self._turns = _TURNS

    def _is_refused(self) -> bool:
        try:
            data = self._sock.recv(_READ)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return False
        self._held += data
        self._ended = not data
        return self._ended or stops_upload(self._held) is True

    def _wait(self, event: int, watching: bool, timeout: float | None) -> None:
        self._waiting = True
        try:
            if not ready(self._sock, event, watching, timeout):
                raise TimeoutError(f"nothing for {timeout:g} s")
        finally:
            self._waiting = False
            if self._closed:
                self._sock.close()

    def close(self) -> None:
        self._closed = True
        if self._waiting:  # a socket that is waited for must stay open; this wakes whoever waits, who closes it
            with suppress(OSError):
                self._sock.shutdown(socket.SHUT_RDWR)
        else:
            self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        with httpcore_faults(httpcore.ConnectTimeout, httpcore.ConnectError):
            sock = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname, do_handshake_on_connect=False)
            stream = type(self)(sock)
            try:
                stream._perform(sock.do_handshake, EVENT_READ, timeout)
            except BaseException:
                sock.close()
                raise
        return stream

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # asked before a connection is used again: what was cut short cannot be
            return self._stopped or bool(self._held) or has_news(self._sock)
        if info == "ssl_object":
            return self._sock if isinstance(self._sock, ssl.SSLSocket) else None
        if info == "client_addr":
            return self._sock.getsockname()
        if info == "server_addr":
            return self._sock.getpeername()
        return self._sock if info == "socket" else None


class WatchingBackend(httpcore.NetworkBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        with httpcore_faults(httpcore.ConnectTimeout, httpcore.ConnectError):
            sock = connect(host, port, timeout, local_address)
            try:
                for option in [*(socket_options or ()), (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]:
                    sock.setsockopt(*option)
            except OSError:
                sock.close()
                raise
        return WatchingStream(sock)
