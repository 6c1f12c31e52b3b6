"""What the system knows of sockets at this moment; only `first_ready` waits, if it is told to."""

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
    """One that can be read or written, has ended or failed; None: none in that time."""
    if not hasattr(select, "poll"):  # Windows says by the third list that no connection came about
        return next(chain(*select.select(reading, writing, writing, seconds)), None)
    poll = select.poll()  # select itself cannot wait for descriptors above 1023
    for sock in {*reading, *writing}:
        poll.register(sock, select.POLLIN * (sock in reading) | select.POLLOUT * (sock in writing))
    found = poll.poll(None if seconds is None else math.ceil(seconds * 1000))
    return next((sock for sock in (*reading, *writing) if found and sock.fileno() == found[0][0]), None)


def has_news(sock: socket.socket) -> bool:
    """Whether there are bytes to read, the end, or an error; in TLS the bytes may be for TLS alone."""
    return sock.fileno() < 0 or first_ready([sock], [], 0) is not None


def unacknowledged(sock: socket.socket) -> int:
    """How many bytes the other side has not taken, where the system tells."""
    with suppress(ImportError, OSError):  # Windows, macOS
        import fcntl
        import termios

        return int.from_bytes(fcntl.ioctl(sock, termios.TIOCOUTQ, bytes(4)), sys.byteorder)
    return 0


def is_unknown_name(error: BaseException) -> bool:
    """Whether the resolver says that no server has this name, not that it cannot tell now."""
    return isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN
