"""Files that GDAL reads, by the `pyogrio` package: shapefiles, GeoPackage, KML, GPX, MapInfo, and sheets."""

import contextlib
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from carto_sandbox.database import geometry
from carto_sandbox.database.column_types import BIGINT, BOOLEAN, DATE, DOUBLE, TEXT, ColumnGuess
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.sources import MAX_COLUMNS, Record

SHEETS = (".xlsx", ".xls", ".ods")
ENDINGS = (".shp", ".gpkg", ".kml", ".gpx", ".tab", *SHEETS)
MAX_LAYERS = 50
_BATCH_ROWS = 5000
_GEOMETRY_HEADER = "wkb_geometry"
_KINDS = {
    "int16": "smallint", "int32": "integer", "int64": BIGINT, "float32": DOUBLE, "float64": DOUBLE, "bool": BOOLEAN,
    "datetime64[D]": "date", "datetime64[ms]": DATE,
}  # fmt: skip
# CARTO's errors for a damaged file, by format.
_CODES = {".shp": 1006, ".xlsx": 1005, ".xls": 2008, ".ods": 2001}
_NETWORK_LINK = re.compile(rb"NetworkLink.*href.*NetworkLink", re.S)


class Gdal:
    """One file. Without the package every import of such a file fails with 1002 and says what to install."""

    def __init__(self, path: Path, name: str) -> None:
        try:
            from pyogrio import errors, raw
        except ImportError:
            raise ImportFailureError(1002, "GDAL reads it: pip install 'carto-client[sandbox-formats]'") from None
        self._raw: Any = raw
        self._errors: tuple[type[Exception], ...] = (
            errors.DataSourceError, errors.DataLayerError, errors.FeatureError, errors.FieldError,
            errors.GeometryError, ValueError,
        )  # fmt: skip
        self.path = path
        self.ending = next(ending for ending in ENDINGS if name.endswith(ending))
        if self.ending == ".kml" and _NETWORK_LINK.search(path.read_bytes()[:1000]):
            raise ImportFailureError(3202)
        if self.ending == ".shp" and not (path.with_suffix(".dbf").exists() and path.with_suffix(".shx").exists()):
            raise ImportFailureError(1006, "the archive lacks the .dbf or the .shx of it")

    @property
    def is_sheet(self) -> bool:
        return self.ending in SHEETS

    def list_layers(self) -> list[str]:
        """Of GeoPackage those with rows; of a book the first sheet; of tracks the points."""
        with self._failures():
            import pyogrio

            layers = [str(layer) for layer, _ in pyogrio.list_layers(str(self.path))]
        if self.ending == ".gpx":
            return [layer for layer in layers if layer == "track_points"] or layers[:1]
        if self.ending == ".gpkg":
            layers = [layer for layer in layers if len(self.read(layer, max_features=1)[1]) > 0]
        elif self.ending != ".kml":
            layers = layers[:1]
        if len(layers) > MAX_LAYERS:
            raise ImportFailureError(1019, f"{len(layers)} layers")
        if not layers:
            raise ImportFailureError(1005)
        return layers

    def read(self, layer: str, **options: Any) -> tuple[dict[str, Any], list[int], Any, list[Any]]:
        """Return the file's metadata, the rows' ids, geometries as WKB, and the columns."""
        if self.is_sheet:
            options |= {"HEADERS": "FORCE", "FIELD_TYPES": "STRING"}
        with self._failures():
            meta, ids, shapes, columns = self._raw.read(
                str(self.path), layer=layer, return_fids=True, force_2d=True, **options
            )
        return meta, ids, shapes, columns

    @contextlib.contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except self._errors as error:
            raise ImportFailureError(_CODES.get(self.ending, 1002), str(error)) from error


class GdalSource:
    """One layer: its geometries first, where it has any."""

    promotes = True

    def __init__(self, file: Gdal, layer: str) -> None:
        self._file = file
        self._layer = layer
        meta, _, shapes, _ = file.read(layer, max_features=1)
        self._srid = _read_srid(meta.get("crs"))
        self.geometry_position: int | None = None if shapes is None else 0
        names = [str(name) for name in meta["fields"]]
        if len(names) > MAX_COLUMNS:
            raise ImportFailureError(2004, f"{len(names)} columns")
        self._kinds = [_KINDS.get(str(kind), TEXT) for kind in meta["dtypes"]]
        self.headers = names if shapes is None else [_GEOMETRY_HEADER, *names]

    def guesses(self, *, types: bool, quoted: bool, checkpoint: Callable[[], None] = lambda: None) -> list[str]:
        """The file's own types; sheets are texts, which are guessed as those of CSV are."""
        kinds = self._guess_sheet(checkpoint) if self._file.is_sheet and types else self._kinds
        return kinds if self.geometry_position is None else [TEXT, *kinds]

    def _guess_sheet(self, checkpoint: Callable[[], None]) -> list[str]:
        guesses = [ColumnGuess() for _ in self._kinds]
        for record in self.records():
            checkpoint()
            for guess, value in zip(guesses, record, strict=True):
                guess.observe([value])
        return [guess.kind for guess in guesses]

    def records(self) -> Iterator[Record]:
        at = 0
        while True:
            _, ids, shapes, columns = self._file.read(self._layer, skip_features=at, max_features=_BATCH_ROWS)
            for row in range(len(ids)):
                record: Record = [
                    _write_value(column[row], kind) for column, kind in zip(columns, self._kinds, strict=True)
                ]
                yield record if shapes is None else [self._read_shape(shapes[row]), *record]
            at += len(ids)
            if len(ids) < _BATCH_ROWS:
                return

    def _read_shape(self, data: bytes | None) -> str | None:
        try:
            return None if data is None else geometry.from_wkb(bytes(data), self._srid)
        except geometry.GeometryError:
            return None


def _read_srid(crs: str | None) -> int:
    """Without a reference system a file is taken for longitude and latitude, as CARTO takes it."""
    if not crs:
        return 4326
    found = re.search(r"(?:EPSG:|ID\[\"EPSG\",|AUTHORITY\[\"EPSG\",\"?)(\d+)\"?\]*\s*\Z", crs)
    if found is None:
        raise ImportFailureError(3008, "the reference system of the file has no EPSG number")
    return int(found[1])


def _write_value(value: Any, kind: str) -> str | None:
    """Text of a numpy value; what is missing is None, NaN or NaT."""
    if value is None or value != value:
        return None
    if kind in ("smallint", "integer", BIGINT):
        return str(int(value))
    if kind == BOOLEAN:
        return "true" if value else "false"
    if isinstance(value, bytes):
        return "\\x" + value.hex()
    return str(value)
