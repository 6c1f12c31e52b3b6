"""The current state of sockets. Only `first_ready` can wait."""

import math
import select
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain


def first_ready(
    reading: Sequence[socket.socket], writing: Sequence[socket.socket], seconds: float | None
) -> socket.socket | None:
    """Return a socket that can be read or written, has ended or failed; None if there is none in that time."""
    if not hasattr(select, "poll"):  # on Windows, the third list reports a failed connection
        return next(chain(*select.select(reading, writing, writing, seconds)), None)
    poll = select.poll()  # select.select cannot wait for descriptors above 1023
    for sock in {*reading, *writing}:
        poll.register(sock, select.POLLIN * (sock in reading) | select.POLLOUT * (sock in writing))
    found = poll.poll(None if seconds is None else math.ceil(seconds * 1000))
    return next((sock for sock in (*reading, *writing) if found and sock.fileno() == found[0][0]), None)


def has_news(sock: socket.socket) -> bool:
    """Return True if there are bytes to read, the end, or an error. With TLS, the bytes can be TLS's own."""
    return sock.fileno() < 0 or first_ready([sock], [], 0) is not None


def unacknowledged(sock: socket.socket) -> int:
    """Return the number of bytes that the other side has not acknowledged; 0 if the system does not know it."""
    with suppress(ImportError, OSError):  # Windows, macOS
        import fcntl
        import termios

        return int.from_bytes(fcntl.ioctl(sock, termios.TIOCOUTQ, bytes(4)), sys.byteorder)
    return 0


def is_unknown_name(error: BaseException) -> bool:
    """Return True if the name does not exist, False if the resolver could not find out."""
    return isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN
