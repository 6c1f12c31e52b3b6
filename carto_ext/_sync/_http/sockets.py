"""Waiting for sockets in a thread: the sync version of carto_ext/_async/_http/sockets.py, also written by hand."""

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

# Longest delay, in seconds, until the slot of an interrupted or forgotten call is noticed to be free.
_UNNOTICED = 0.05


class _Slot:
    """Keep it as long as the slot is needed."""


class Slots:
    """Limits the number of simultaneous calls; others wait. A slot is free again when its object is dropped.

    The weak reference's callback is a C function, so a KeyboardInterrupt cannot lose a slot.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._taken: set[weakref.ref[_Slot]] = set()
        self._lock, self._bell = Lock(), Lock()

    def acquire(self, seconds: float | None) -> _Slot | None:
        """Wait for a free slot. Returns None if there is none in that time."""
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
    """Do nothing: a thread has no event loop to give way to."""


def ready(sock: socket.socket, event: int, watching: bool, seconds: float | None) -> bool:
    """Wait until the socket can do `event` or, if `watching`, has something to read. Returns False after the time."""
    reading = event == EVENT_READ or watching
    return first_ready([sock] * reading, [sock] * (event == EVENT_WRITE), seconds) is not None


def first_connected(socks: Sequence[socket.socket], seconds: float | None) -> socket.socket | None:
    """Return the first of the connecting sockets that has finished, successfully or not."""
    return first_ready([], socks, seconds)


def resolve(host: str, port: int, seconds: float | None) -> list[Any]:
    """Call socket.getaddrinfo in a thread: it cannot be interrupted, and can take as long as the system likes."""
    results: SimpleQueue[list[Any] | Exception] = SimpleQueue()

    def work() -> None:
        try:
            results.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            results.put(error)

    try:
        _thread.start_new_thread(work, ())  # in threading.Thread.start, an interrupt would leave locks behind
    except RuntimeError:  # the interpreter is shutting down and starts no more threads
        work()
    try:
        found = results.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found
