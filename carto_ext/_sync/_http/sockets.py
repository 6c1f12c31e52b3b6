"""The synchronous side of carto_ext/_async/_http/sockets.py, by hand like it."""

import _thread
import math
import socket
import weakref
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from selectors import EVENT_READ, EVENT_WRITE
from threading import Lock
from time import monotonic
from typing import Any

from carto_ext._shared._http.readiness import first_ready

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
    return first_ready([sock] * reading, [sock] * (event == EVENT_WRITE), seconds) is not None


def first_connected(socks: Sequence[socket.socket], seconds: float | None) -> socket.socket | None:
    """One of those that connect which is through with it, well or not."""
    return first_ready([], socks, seconds)


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
