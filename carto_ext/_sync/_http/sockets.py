"""The synchronous side of carto_ext/_async/_http/sockets.py, by hand like it."""

import math
import select
import socket
from selectors import EVENT_READ, EVENT_WRITE


def checkpoint() -> None:
    """Nobody else waits for this thread."""


def ready(sock: socket.socket, event: int, watching: bool, seconds: float | None) -> bool:
    """Wait until the socket can do `event`, or, if `watching`, until there is something to read; False: neither."""
    reading = event == EVENT_READ or watching
    if not hasattr(select, "poll"):  # Windows
        return any(select.select([sock] * reading, [sock] * (event == EVENT_WRITE), [], seconds))
    poll = select.poll()  # select itself cannot wait for descriptors above 1023
    poll.register(sock, (select.POLLIN if reading else 0) | (select.POLLOUT if event == EVENT_WRITE else 0))
    return bool(poll.poll(None if seconds is None else math.ceil(seconds * 1000)))


def has_news(sock: socket.socket) -> bool:
    """Whether there are bytes to read, the end, or an error; in TLS the bytes may be for TLS alone."""
    return sock.fileno() < 0 or ready(sock, EVENT_READ, False, 0)


def connect(host: str, port: int, seconds: float | None, local_address: str | None) -> socket.socket:
    """Try one address after the other; raises OSError, TimeoutError is one."""
    return socket.create_connection((host, port), seconds, None if local_address is None else (local_address, 0))
