"""Reads GeoJSON one feature at a time: memory holds one feature, not the collection."""

import json
from collections.abc import Callable, Iterator
from typing import Any

Read = Callable[[int], str]

_CHUNK_CHARACTERS = 256 * 1024
_GEOMETRY_KINDS = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"}
)
# Among them the mark that may stand before each line of a sequence (RFC 8142).
_BLANKS = " \t\r\n\x1e"
# No honest feature is longer; without a limit a broken file would be read whole in search of its end.
_MAX_VALUE_CHARACTERS = 64 * 1024 * 1024


class _TooShortError(ValueError):
    """The text has ended where more was expected."""


def read_features(read: Read, note_crs: Callable[[Any], None]) -> Iterator[Any]:
    """Yield features as objects, for any GeoJSON, and report a member `crs`. Raises ValueError for other files."""
    yield from _FeatureReader(read, note_crs).read()


class _FeatureReader:
    """Walks the members of the outermost object; the list under ``features`` is never held whole."""

    def __init__(self, read: Read, note_crs: Callable[[Any], None]) -> None:
        self._read = read
        self._note_crs = note_crs
        self._decoder = json.JSONDecoder()
        self._buffer = ""
        self._at = 0
        self._ended = False

    def read(self) -> Iterator[Any]:
        """Of one object after the other: a collection, or features and geometries, one a line."""
        yield from self._read_object()
        while self._has_more():
            yield from self._read_object()

    def _has_more(self) -> bool:
        try:
            return bool(self._peek())
        except _TooShortError:
            return False

    def _read_object(self) -> Iterator[Any]:
        self._expect("{")
        members: dict[str, Any] = {}
        found = False
        while self._peek() != "}":
            name = self._value()
            self._expect(":")
            if name == "features" and self._peek() == "[":
                found = True
                yield from self._list()
            else:
                members[name] = self._value()
                if name == "crs":
                    self._note_crs(members[name])
            if self._peek() == ",":
                self._expect(",")
        self._expect("}")
        if found:
            return
        if members.get("type") == "Feature":
            yield members
        elif members.get("type") in _GEOMETRY_KINDS:
            yield {"geometry": members}
        else:
            raise ValueError("no features and no geometry")

    def _list(self) -> Iterator[Any]:
        self._expect("[")
        while self._peek() != "]":
            yield self._value()
            if self._peek() == ",":
                self._expect(",")
        self._expect("]")

    def _expect(self, mark: str) -> None:
        if self._peek() != mark:
            raise ValueError(f"{mark!r} expected")
        self._at += 1

    def _peek(self) -> str:
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in _BLANKS:
                self._at += 1
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._fill():
                raise _TooShortError("the file ends too early")

    def _value(self) -> Any:
        self._peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError:
                if self._fill():
                    continue
                raise
            # A number that ends with the buffer may go on in the next chunk.
            if end < len(self._buffer) or not self._fill():
                self._at = end
                return value

    def _fill(self) -> bool:
        """Reads at least as much as is unread, so that a value cut often is not parsed again too often."""
        if self._ended:
            return False
        rest = self._buffer[self._at :]
        if len(rest) > _MAX_VALUE_CHARACTERS:
            raise ValueError("a value is too long or never ends")
        chunk = self._read(max(_CHUNK_CHARACTERS, len(rest)))
        self._ended = not chunk
        self._buffer, self._at = rest + chunk, 0
        return bool(chunk)
