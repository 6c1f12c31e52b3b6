"""A client by hand, for tests of the fault server."""

import socket
import ssl
import time
from collections.abc import Iterable, Iterator

import httpx

from carto_sandbox.faults import (
    FaultServer,
    Status,
)

QUERY = "/api/v2/sql?q=SELECT+1"
COPY_TO = "/api/v2/sql/copyto?q=COPY+a+TO+STDOUT"
COPY_FROM = "/api/v2/sql/copyfrom?q=COPY+a+FROM+STDIN"
REFUSAL = Status(400, b'{"error":["bad row"]}')
SHORT = httpx.Timeout(0.1)
# Shared, since httpx reads all authorities for every client otherwise.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def connect(server: FaultServer, request: bytes = b"") -> socket.socket:
    port = int(server.url.rpartition(":")[2])
    sock = socket.create_connection(("127.0.0.1", port), timeout=10)
    sock.sendall(request)
    return sock


def ask(path: str) -> bytes:
    return f"GET /user/me{path} HTTP/1.1\r\nHost: x\r\n\r\n".encode()


def collect(pieces: Iterable[bytes], received: bytearray) -> None:
    """Keeps what came before the error, too."""
    for piece in pieces:
        received += piece


def read_pieces(sock: socket.socket) -> Iterator[bytes]:
    return iter(lambda: sock.recv(65536), b"")


def wait_for_record(server: FaultServer, attribute: str) -> bool:
    """The server notes what it did after the client has seen it."""
    for _ in range(500):
        if server.requests and getattr(server.requests[-1], attribute):
            return True
        time.sleep(0.01)
    return False


def assert_all_let_go(server: FaultServer) -> None:
    for _ in range(500):
        if not server.open_connections:
            break
        time.sleep(0.01)
    assert server.open_connections == 0
