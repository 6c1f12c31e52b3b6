"""Chunks of data: joining small ones, and counting bytes for progress callbacks."""

from collections.abc import Callable
from threading import Lock
from typing import TypeAlias

# Each chunk costs a call through httpx and, in async, a turn of the loop. At 256 KB that overhead is negligible, and
# two chunks in flight stay well below the 3 MB a server buffers before it answers.
CHUNK_BYTES = 256 * 1024

# Called after each chunk with the bytes so far and the total, None if it is unknown.
ProgressCallback: TypeAlias = Callable[[int, int | None], object]


class Coalesce:
    """Joins small chunks until they reach a size. Larger chunks pass uncopied, in order."""

    def __init__(self, size: int = CHUNK_BYTES) -> None:
        self._size = size
        self._held: list[bytes] = []
        self._held_bytes = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the chunks that are ready. Only a chunk held before a big one can be smaller than the size."""
        if len(data) >= self._size:
            held = self.finish()
            return [held, data] if held else [data]
        self._held.append(data)
        self._held_bytes += len(data)
        return [self.finish()] if self._held_bytes >= self._size else []

    def finish(self) -> bytes:
        """Return the bytes still held, possibly none."""
        held = b"".join(self._held)
        self._held.clear()
        self._held_bytes = 0
        return held


class Counter:
    """Reports progress to a callback; `done` and `total` are bytes of the source, before compression."""

    def __init__(self, callback: ProgressCallback | None, total: int | None) -> None:
        self.done = 0
        self.total = total
        self._callback = callback

    def add(self, count: int) -> None:
        """Count and report. An exception in the callback passes through, which ends the transfer."""
        self.done += count
        if self._callback is not None:
            self._callback(self.done, self.total)


class SharedProgress:
    """Counts the bytes of all files for one callback, which is called by one thread at a time."""

    def __init__(self, callback: ProgressCallback, total: int | None) -> None:
        self._callback, self._total = callback, total
        self._done = 0
        self._lock = Lock()

    def of_one(self) -> ProgressCallback:
        """Return the callback for one file. If the file is sent again, its earlier bytes are subtracted first."""
        before = 0

        def count(done: int, _: int | None) -> None:
            nonlocal before
            with self._lock:
                self._done += done - before
                before = done
                self._callback(self._done, self._total)

        return count
