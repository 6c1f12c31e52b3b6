"""Servers that are only sockets and misbehave: what each does is a function of one connection."""

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Self

ROWS = b'{"rows":[{"who":"%b"}],"time":0.1,"fields":{},"total_rows":1}'
Handler = Callable[[socket.socket, int], None]


class Hostile:
    """`connections` counts; `behave(sock, number)` runs in a thread for each of them, and ends with the server."""

    def __init__(self, behave: Handler, context: ssl.SSLContext | None = None) -> None:
        self.behave, self.context = behave, context
        self.connections = 0
        self.over = threading.Event()
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = int(self._listener.getsockname()[1])
        self.base_url = f"{'https' if context else 'http'}://127.0.0.1:{self.port}/user/me"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for sock in [self._listener, *self._sockets]:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)  # which wakes who waits for it
            sock.close()
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._sockets.append(sock)
                self.connections += 1
                self._start(self._serve, sock, self.connections)

    def _serve(self, sock: socket.socket, number: int) -> None:
        with suppress(OSError, ValueError):  # ValueError: of a socket that the end of the test closed
            if self.context is not None:
                sock = self.context.wrap_socket(sock, server_side=True)
                self._sockets.append(sock)
            self.behave(sock, number)
        sock.close()


def read_head(sock: socket.socket) -> bytes:
    """Return the head, and the bytes that came with it."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (more := sock.recv(65536)):
            raise OSError("the client has left")
        data += more
    return data


def read_request(sock: socket.socket) -> bytes:
    head, _, body = read_head(sock).partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    while len(body) < int(length[1]) if length else b"chunked" in head and not body.endswith(b"0\r\n\r\n"):
        if not (more := sock.recv(1 << 18)):
            raise OSError("the client has left")
        body = body + more if length else body[-5:] + more
    return head


def answer(who: bytes = b"right", status: bytes = b"200 OK", headers: bytes = b"") -> bytes:
    body = ROWS % who
    head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\n%bContent-Length: %d\r\n\r\n"
    return head % (status, headers, len(body)) + body


def serve_well(sock: socket.socket, number: int) -> None:
    while read_request(sock):
        sock.sendall(answer())


def first_call_meets(fault: Callable[[socket.socket, threading.Event], None]) -> Hostile:
    """The first connection meets the fault after a request's head; all others are served well."""

    def behave(sock: socket.socket, number: int) -> None:
        if number > 1:
            return serve_well(sock, number)
        read_head(sock)
        return fault(sock, server.over)

    server = Hostile(behave)
    return server


def drip(before: bytes, drop: bytes) -> Callable[[socket.socket, threading.Event], None]:
    def behave(sock: socket.socket, over: threading.Event) -> None:
        sock.sendall(before)
        while not over.wait(0.02):
            sock.sendall(drop)

    return behave


def flood(before: bytes, drop: bytes) -> Callable[[socket.socket, threading.Event], None]:
    def behave(sock: socket.socket, over: threading.Event) -> None:
        sock.sendall(before)
        while not over.is_set():
            sock.sendall(drop * 1000)

    return behave


def stall(sock: socket.socket, over: threading.Event) -> None:
    over.wait(20)


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to that")
