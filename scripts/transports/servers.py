"""Servers that are only sockets, and do what a requirement is about."""

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
REFUSAL = b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
Handler = Callable[[socket.socket], None]


@contextmanager
def serving(handler: Handler, context: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port; each connection has a thread."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)

    def one(sock: socket.socket) -> None:
        with suppress(OSError):
            handler(context.wrap_socket(sock, server_side=True) if context else sock)
        with suppress(OSError):
            sock.close()

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=one, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.close()


def read_head(sock: socket.socket) -> tuple[bytes, bytes]:
    """Return the head, and the part of the body that came with it."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (more := sock.recv(65536)):
            raise OSError("the client has left")
        data += more
    head, _, rest = data.partition(b"\r\n\r\n")
    return head, rest


def read_request(sock: socket.socket) -> tuple[bytes, int]:
    """The head and the size of the body."""
    head, rest = read_head(sock)
    size, last = len(rest), rest[-5:]
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    while size < int(length[1]) if length else b"chunked" in head and last != b"0\r\n\r\n":
        if not (more := sock.recv(1 << 18)):
            raise OSError("the client has left")
        size, last = size + len(more), (last + more)[-5:]
    return head, size


def well(sock: socket.socket) -> None:
    while True:
        read_request(sock)
        sock.sendall(OK)


def silent(sock: socket.socket) -> None:
    read_head(sock)
    time.sleep(60)


def refuses(sock: socket.socket) -> None:
    """As CARTO does: an answer in the middle of an upload, and no reading any more; small requests it answers."""
    while True:
        head, _ = read_head(sock)
        if b"/copyfrom" in head:
            sock.sendall(REFUSAL)
            time.sleep(60)
        sock.sendall(OK)


def drips(before: bytes, drop: bytes, pause: float = 0.3) -> Handler:
    def handle(sock: socket.socket) -> None:
        read_head(sock)
        sock.sendall(before)
        for _ in range(40):
            sock.sendall(drop)
            time.sleep(pause)

    return handle


def drips_tls(sock: socket.socket) -> None:
    sock.recv(65536)
    for _ in range(40):
        sock.sendall(b"\x16")
        time.sleep(0.3)


def reads_slowly(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    head, rest = read_head(sock)
    size = len(rest)
    length = int(re.search(rb"(?i)content-length: *(\d+)", head)[1])  # type: ignore[index]
    while size < length:
        size += len(sock.recv(400_000, socket.MSG_WAITALL if length - size > 400_000 else 0))
        time.sleep(0.3)
    sock.sendall(OK)


def pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def proxy(seen: list[bytes]) -> Handler:
    """HTTP (forwarding and tunnels) and SOCKS 5."""

    def handle(sock: socket.socket) -> None:
        first = sock.recv(1, socket.MSG_PEEK)
        if first == b"\5":
            sock.recv(1 + 1 + sock.recv(2, socket.MSG_PEEK)[1])
            sock.sendall(b"\5\0")
            asked = sock.recv(300)
            host = asked[5 : 5 + asked[4]].decode() if asked[3] == 3 else socket.inet_ntoa(asked[4:8])
            seen.append(b"socks " + host.encode())
            onward = socket.create_connection((host, int.from_bytes(asked[-2:])))
            sock.sendall(b"\5\0\0\1\0\0\0\0\0\0")
        else:
            head, rest = read_head(sock)
            seen.append(head.split(b"\r\n")[0])
            where = head.split()[1].removeprefix(b"http://").partition(b"/")[0].decode()
            onward = socket.create_connection((where.rpartition(":")[0], int(where.rpartition(":")[2])))
            if head.startswith(b"CONNECT"):
                sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                onward.sendall(head + b"\r\n\r\n" + rest)
        threading.Thread(target=pump, args=(onward, sock), daemon=True).start()
        pump(sock, onward)

    return handle
