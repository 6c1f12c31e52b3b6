"""The synchronous side of carto_ext/_async/_http/sockets.py, by hand like it."""

import _thread
import math
import select
import socket
import sys
import weakref
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from queue import Empty, SimpleQueue
from selectors import EVENT_READ, EVENT_WRITE
from threading import Lock
from time import monotonic
from typing import Any

# How long a slot may be free that nobody gave back, since its call was interrupted or forgotten.
_UNNOTICED = 0.05


class _Slot:
    """Keep it as long as the slot is needed."""


class Slots:
    """So many calls at once, the others wait for their turn. No KeyboardInterrupt between two lines loses a slot: its
    death gives it back, by functions in C."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._taken: set[weakref.ref[_Slot]] = set()
        self._lock, self._bell = Lock(), Lock()

    def acquire(self, seconds: float | None) -> _Slot | None:
        """None: none came free in that time."""
        slot, ends = _Slot(), math.inf if seconds is None else monotonic() + seconds
        while not self._take(slot):
            if (left := ends - monotonic()) <= 0:
                return None
            self._bell.acquire(timeout=min(left, _UNNOTICED))
        return slot

    def _take(self, slot: _Slot) -> bool:
        with self._lock:
            free = len(self._taken) < self._count
            if free:
                self._taken.add(weakref.ref(slot, self._taken.discard))
        return free

    def tell_of_free_one(self) -> None:
        with suppress(RuntimeError):  # it rings already
            self._bell.release()


def checkpoint() -> None:
    """Nobody else waits for this thread."""


def ready(sock: socket.socket, event: int, watching: bool, seconds: float | None) -> bool:
    """Wait until the socket can do `event`, or, if `watching`, until there is something to read; False: neither."""
    reading = event == EVENT_READ or watching
    return _first([sock] * reading, [sock] * (event == EVENT_WRITE), seconds) is not None


def _first(
    reading: Sequence[socket.socket], writing: Sequence[socket.socket], seconds: float | None
) -> socket.socket | None:
    if not hasattr(select, "poll"):  # Windows says by the third list that no connection came about
        return next(chain(*select.select(reading, writing, writing, seconds)), None)
    poll = select.poll()  # select itself cannot wait for descriptors above 1023
    for sock in {*reading, *writing}:
        poll.register(sock, select.POLLIN * (sock in reading) | select.POLLOUT * (sock in writing))
    found = poll.poll(None if seconds is None else math.ceil(seconds * 1000))
    return next((sock for sock in (*reading, *writing) if found and sock.fileno() == found[0][0]), None)


def has_news(sock: socket.socket) -> bool:
    """Whether there are bytes to read, the end, or an error; in TLS the bytes may be for TLS alone."""
    return sock.fileno() < 0 or ready(sock, EVENT_READ, False, 0)


def unacknowledged(sock: socket.socket) -> int:
    """How many bytes the other side has not taken, where the system tells."""
    with suppress(ImportError, OSError):  # Windows, macOS
        import fcntl
        import termios

        return int.from_bytes(fcntl.ioctl(sock, termios.TIOCOUTQ, bytes(4)), sys.byteorder)
    return 0


def first_connected(socks: Sequence[socket.socket], seconds: float | None) -> socket.socket | None:
    """One of those that connect which is through with it, well or not."""
    return _first([], socks, seconds)


def resolve(host: str, port: int, seconds: float | None) -> list[Any]:
    """socket.getaddrinfo in a thread, since nothing else ends it: it may take as long as the system likes."""
    results: SimpleQueue[list[Any] | Exception] = SimpleQueue()

    def work() -> None:
        try:
            results.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            results.put(error)

    try:
        _thread.start_new_thread(work, ())  # threading's own waits in Python, where an interrupt leaves locks behind
    except RuntimeError:  # no threads any more: the interpreter ends
        work()
    try:
        found = results.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found
