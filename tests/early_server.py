"""A server on loopback that is only a socket: a test decides when and what it answers to any request."""

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable

import trustme

REASON = '{"error":["bad row"]}'
REFUSAL = f"HTTP/1.1 400 Bad Request\r\nContent-Length: {len(REASON)}\r\n\r\n{REASON}".encode()
CHUNK = b"x" * 256 * 1024
AUTHORITY = trustme.CA()


class Server:
    """Answers each connection with `behave(connection, body)`, where `body` is the part that came with the head."""

    def __init__(self, behave: Callable[["Peer"], None], tls: bool = False) -> None:
        self.behave = behave
        self.heads: list[bytes] = []
        self.failures: list[OSError] = []
        self.context: ssl.SSLContext | None = None
        if tls:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.minimum_version = ssl.TLSVersion.TLSv1_3
            AUTHORITY.issue_cert("localhost").configure_cert(self.context)
        self.done = threading.Event()
        self.asked = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"{'https' if tls else 'http'}://localhost:{self.listener.getsockname()[1]}/"
        self.threads: list[threading.Thread] = [threading.Thread(target=self._accept)]

    def __enter__(self) -> "Server":
        self.threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for thread in self.threads:
            thread.join(10)
            assert not thread.is_alive()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            # Else an answer may wait for the acknowledgement of the session tickets, and a reset would drop it.
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self.threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            with connection:
                connection.settimeout(20)
                self.behave(Peer(self, connection))
        except OSError as error:
            self.failures.append(error)


class Peer:
    """One connection of the server. `body` is the part that came with the head of the request."""

    def __init__(self, server: Server, connection: socket.socket) -> None:
        self.server, self.connection, self.body = server, connection, b""

    def head(self) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            if not (more := self.connection.recv(65536)):
                return b""
            data += more
        head, _, self.body = data.partition(b"\r\n\r\n")
        self.server.heads.append(head)
        self.server.asked.set()
        return head

    def take(self, count: int) -> int:
        done = len(self.body)
        while done < count and (more := self.connection.recv(65536)):
            done += len(more)
        return done

    def say(self, data: bytes) -> None:
        self.connection.sendall(data)

    def stall(self) -> None:
        self.server.done.wait(20)

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


def client_context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def refuse(peer: Peer) -> None:
    """As CARTO does: an answer in the middle of the request, and no reading any more."""
    peer.head()
    peer.take(100_000)
    peer.say(REFUSAL)
    peer.stall()
