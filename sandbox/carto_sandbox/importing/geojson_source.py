"""A GeoJSON file as a source of rows, read one feature at a time: memory holds one feature, not the collection."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from carto_sandbox.database import geometry
from carto_sandbox.database.column_types import BIGINT, BOOLEAN, DATE, DOUBLE, TEXT, ColumnGuess, classify
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.csv_source import MAX_COLUMNS, detect_encoding

GEOMETRY_HEADER = "the_geom"
_CHUNK_CHARACTERS = 256 * 1024
_GEOMETRY_KINDS = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"}
)
_BLANKS = " \t\r\n"
# No honest feature is longer; without a limit a broken file would be read whole in search of its end.
_MAX_VALUE_CHARACTERS = 64 * 1024 * 1024
_MAX_BIGINT = 2**63


class GeoJsonSource:
    """The same face as a CSV source: the properties of all features as columns, and ``the_geom`` in EWKT first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = detect_encoding(path)
        if not path.stat().st_size:
            raise ImportFailureError(1005)
        self._guesses: dict[str, ColumnGuess] = {}
        for feature in self._features():
            for name, value in _read_properties(feature).items():
                _observe(self._guesses.setdefault(name, ColumnGuess()), value)
        if len(self._guesses) >= MAX_COLUMNS:
            raise ImportFailureError(2004, f"{len(self._guesses)} properties")
        self.headers = [GEOMETRY_HEADER, *self._guesses]

    def guesses(self, *, types: bool, quoted: bool, checkpoint: Callable[[], None] = lambda: None) -> list[str]:
        """JSON says what is a number or a boolean; ``types`` decides only over dates, which are strings there."""
        checkpoint()
        kinds = [guess.kind for guess in self._guesses.values()]
        return [TEXT, *(TEXT if kind == DATE and not (types and quoted) else kind for kind in kinds)]

    def records(self) -> Iterator[list[str]]:
        names = self.headers[1:]
        for feature in self._features():
            properties = _read_properties(feature)
            yield [_read_geometry(feature), *(_write_value(properties.get(name)) for name in names)]

    def _features(self) -> Iterator[dict[str, Any]]:
        try:
            with self._path.open(encoding=self._encoding) as file:
                yield from _FeatureReader(file.read).read()
        except (ValueError, RecursionError) as error:
            raise ImportFailureError(3007, str(error)) from error


def _read_properties(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise ImportFailureError(3007, "properties have to be an object")
    return properties


def _read_geometry(feature: dict[str, Any]) -> str:
    try:
        return geometry.from_geojson(feature.get("geometry")) or ""
    except geometry.GeometryError as error:
        raise ImportFailureError(3007, str(error)) from error


def _observe(guess: ColumnGuess, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        guess.observe_kind(BOOLEAN)
    elif isinstance(value, int):
        guess.observe_kind(BIGINT if -_MAX_BIGINT <= value < _MAX_BIGINT else DOUBLE)
    elif isinstance(value, float):
        guess.observe_kind(DOUBLE)
    else:
        guess.observe_kind(DATE if isinstance(value, str) and classify(value.strip()) == DATE else TEXT)


def _write_value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


class _FeatureReader:
    """Walks the members of the outermost object; the list under ``features`` is never held whole."""

    def __init__(self, read: Any) -> None:
        self._read = read
        self._decoder = json.JSONDecoder()
        self._buffer = ""
        self._at = 0
        self._ended = False

    def read(self) -> Iterator[dict[str, Any]]:
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
            if self._peek() == ",":
                self._expect(",")
        if found:
            return
        if members.get("type") == "Feature":
            yield members
        elif members.get("type") in _GEOMETRY_KINDS:
            yield {"geometry": members}
        else:
            raise ValueError("no features and no geometry")

    def _list(self) -> Iterator[dict[str, Any]]:
        self._expect("[")
        while self._peek() != "]":
            feature = self._value()
            if not isinstance(feature, dict):
                raise ValueError("a feature has to be an object")
            yield feature
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
                raise ValueError("the file ends too early")

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
