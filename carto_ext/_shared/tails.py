"""Errors after a 200: CARTO appends them to the rows that it has already sent (pure).

A failed COPY TO ends in `{"error":[…]}` without a newline, or lacks the trailer of the binary format. An answer without
Content-Length can also simply end. For JSON and GeoJSON, see json_guard.
"""

import json
from collections import deque
from typing import Any, Literal, TypeAlias

from carto_ext._shared.json_guard import JsonGuard
from carto_ext.errors import DownloadError, broken_off

Kind: TypeAlias = Literal["copy", "json", "zip"]  # copy: rows that end in a newline each, or PostgreSQL's binary format

# Bytes held back until the end is known. CARTO's messages are sentences, and do not repeat long SQL.
HELD_BYTES = 64 * 1024
BINARY_COPY = b"PGCOPY\n\xff\r\n\x00"
BINARY_TRAILER = b"\xff\xff"
ZIP_DIRECTORY_END = b"PK\x05\x06"
_CUT = "the download is incomplete; start it again"


def guard_for(kind: Kind) -> "TailGuard | JsonGuard":
    return JsonGuard() if kind == "json" else TailGuard(kind)


class TailGuard:
    """Passes a download through, except its last bytes, which it checks at the end."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._head = b""
        self._held: deque[bytes] = deque()
        self._held_bytes = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the pieces that are safe to deliver, possibly none, without joining or copying them."""
        if len(self._head) < len(BINARY_COPY):
            self._head = (self._head + data)[: len(BINARY_COPY)]
        self._held.append(data)
        self._held_bytes += len(data)
        ready = []
        while self._held_bytes - len(self._held[0]) >= HELD_BYTES:
            ready.append(self._held.popleft())
            self._held_bytes -= len(ready[-1])
        return ready

    def finish(self) -> tuple[bytes, DownloadError | None]:
        """Return the rest of the good data, and the error that ended the download."""
        held = b"".join(self._held)
        if self._kind == "zip":
            return held, None if _is_whole_zip(held) else DownloadError(_CUT)
        if self._head == BINARY_COPY:
            return _finish_binary(held)
        rows, newline, last = held.rpartition(b"\n")
        if not last:
            return held, None
        error = _read_error(last) or DownloadError("the download ends in the middle of a row; start it again")
        return rows + newline, error


def _is_whole_zip(tail: bytes) -> bool:
    """Check the end of a ZIP file: a record of 22 bytes, whose last two are the length of a comment after it."""
    start = tail.rfind(ZIP_DIRECTORY_END)
    return start >= 0 and len(tail) == start + 22 + int.from_bytes(tail[start + 20 : start + 22], "little")


def _finish_binary(held: bytes) -> tuple[bytes, DownloadError | None]:
    if held.endswith(BINARY_TRAILER):
        return held, None
    start = held.rfind(b'{"error":[')
    error = _read_error(held[start:]) if start >= 0 else None
    if error is None:
        return held, DownloadError("the download lacks the end of PostgreSQL's binary format; start it again")
    return held[:start], error


def _read_error(text: bytes) -> DownloadError | None:
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return broken_off(value)
