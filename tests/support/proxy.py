"""A proxy on loopback: forwards plain HTTP, tunnels CONNECT, and remembers what it was asked for."""

import socket
from contextlib import suppress
from urllib.parse import urlsplit

from tests.support.hostile import Hostile


class Proxy(Hostile):
    """`asked` are method and target of the first request of each connection, and of every forwarded one; `heads` is
    all that the proxy itself could read of them."""

    def __init__(self) -> None:
        super().__init__(self._pass_on)
        self.asked: list[tuple[str, str]] = []
        self.heads = b""
        self.url = f"http://127.0.0.1:{self.port}"

    def _pass_on(self, client: socket.socket, number: int) -> None:
        while head := self._read_head(client):
            first, _, rest = head.partition(b"\r\n")
            method, target, _ = first.decode().split(" ")
            self.asked.append((method, target))
            self.heads += head
            where = target if method == "CONNECT" else urlsplit(target).netloc
            host, _, port = where.rpartition(":")
            server = socket.create_connection((host, int(port)))
            self._sockets.append(server)
            if method == "CONNECT":
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._start(_pump, server, client)
                _pump(client, server)
                return
            parts = urlsplit(target)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            server.sendall(f"{method} {path} HTTP/1.1\r\n".encode() + rest)
            self._forward(client, server, rest)

    def _read_head(self, client: socket.socket) -> bytes:
        head = b""
        while not head.endswith(b"\r\n\r\n") and (byte := client.recv(1)):
            head += byte
        return head

    def _forward(self, client: socket.socket, server: socket.socket, headers: bytes) -> None:
        """One request with Content-Length; the answer ends when the server has sent its own Content-Length."""
        left = _content_length(headers)
        while left and (data := client.recv(min(left, 65536))):
            server.sendall(data)
            left -= len(data)
        head = self._read_head(server)
        client.sendall(head)
        left = _content_length(head)
        while left and (data := server.recv(min(left, 65536))):
            client.sendall(data)
            left -= len(data)


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
