"""A GeoJSON file as a source of rows: its properties are columns, its geometries the_geom."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from carto_sandbox.database import geometry
from carto_sandbox.database.column_types import BIGINT, BOOLEAN, DATE, DOUBLE, TEXT, ColumnGuess, classify
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.encodings import detect_encoding
from carto_sandbox.importing.geojson_reader import read_features
from carto_sandbox.importing.sources import MAX_COLUMNS, Record

GEOMETRY_HEADER = "the_geom"
_CRS = re.compile(r"EPSG:+(?:[\d.]*:)?(\d+)\Z", re.I)
_MAX_BIGINT = 2**63


class GeoJsonSource:
    """The same face as a CSV source: the properties of all features as columns, and ``the_geom`` in EWKT first."""

    geometry_position: int | None = 0
    promotes = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = detect_encoding(path)
        if not path.stat().st_size:
            raise ImportFailureError(1005)
        self._guesses: dict[str, ColumnGuess] = {}
        self._srid = 4326
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

    def records(self) -> Iterator[Record]:
        names = self.headers[1:]
        for feature in self._features():
            properties = _read_properties(feature)
            yield [self._read_geometry(feature), *(_write_value(properties.get(name)) for name in names)]

    def _features(self) -> Iterator[dict[str, Any]]:
        """GDAL opens nothing that is broken, and reads on after a feature that is none."""
        try:
            with self._path.open(encoding=self._encoding) as file:
                for feature in read_features(file.read, self._note_crs):
                    if isinstance(feature, dict):
                        yield feature
        except (ValueError, RecursionError) as error:
            raise ImportFailureError(1002, str(error)) from error

    def _note_crs(self, crs: Any) -> None:
        """The old member `crs`, which may also come after the features: by name, or by EPSG number."""
        about = crs.get("properties") if isinstance(crs, dict) else None
        if not isinstance(about, dict):
            return
        found = _CRS.search(str(about.get("name") or f"EPSG:{about.get('code')}"))
        if found:
            self._srid = int(found[1])

    def _read_geometry(self, feature: dict[str, Any]) -> str | None:
        try:
            return geometry.from_geojson(feature.get("geometry"), self._srid)
        except geometry.GeometryError:
            return None


def _read_properties(feature: dict[str, Any]) -> dict[str, Any]:
    """Those of a feature, and its id where that is a text."""
    properties = feature.get("properties")
    named = {"id": feature["id"]} if isinstance(feature.get("id"), str) else {}
    return named | (properties if isinstance(properties, dict) else {})


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


def _write_value(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
