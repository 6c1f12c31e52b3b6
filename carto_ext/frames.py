"""The options, results and errors of `carto.frames`.

Nothing here needs an extra. `carto.frames` itself needs `arrow` (pyarrow), or `geo` (geopandas, shapely, pyarrow) for
GeoDataFrames and GeoParquet.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, TypedDict

from attrs import Factory, frozen

from carto_ext.errors import CartoError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "Dump",
    "DumpedTable",
    "FileResult",
    "FrameError",
    "FrameProgress",
    "IfExists",
    "MissingExtraError",
    "Numeric",
    "OddTimes",
    "Part",
    "ReadOptions",
    "ReadableTable",
    "WriteOptions",
    "WriteResult",
]

# Called after each batch with the rows and the bytes of COPY so far.
FrameProgress: TypeAlias = Callable[[int, int], object]
IfExists: TypeAlias = Literal["fail", "replace", "append"]
# How numeric is read: as the nearest float, as Decimal of the widest value's size, as text, or as an Arrow decimal.
Numeric: TypeAlias = "Literal['float', 'decimal', 'text'] | pa.DataType"
# For dates and times that no frame can hold: infinity, 24:00, years beyond 294,246.
OddTimes: TypeAlias = Literal["null", "error", "text"]


class FrameError(CartoError, ValueError):
    """The data does not fit: a value into a frame, or a frame into a table. The text names the column and a way out."""


class MissingExtraError(CartoError, ImportError):
    """A package is not installed that this verb needs: `extra` brings it, `pip install 'carto-client[EXTRA]'`."""

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(f"{what} needs {package}: pip install 'carto-client[{extra}]'", name=package)
        self.what, self.package, self.extra = what, package, extra

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.package, self.extra)


class ReadOptions(TypedDict, total=False):
    """How values are read.

    `numeric` is "float" (the default), "decimal", "text" or an Arrow decimal type; "decimal" looks at all values first
    for their size. `odd_times` says what becomes of infinity, of 24:00, and of years that 64 bits of microseconds
    cannot count to, in pandas' frames also of dates beyond the years 1 to 9999: "null" (the default), "error" (a
    FrameError), or "text", which reads all dates and times as text. `webmercator` keeps the column
    the_geom_webmercator, which is left out beside the_geom because CARTO makes it from that. `progress(rows, bytes)`
    is called after each batch.
    """

    numeric: Numeric
    odd_times: OddTimes
    webmercator: bool
    progress: FrameProgress | None


class WriteOptions(TypedDict, total=False):
    """How a frame is written.

    `geometry` names the column that becomes the_geom; without it that is the frame's active geometry, or a column
    called the_geom. `srid` says in which system its coordinates are, where the frame does not. `types` gives columns a
    PostgreSQL type other than the frame's: `{"code": "varchar(5)", "price": "numeric(12,2)"}`. `indexes` are columns
    to index. Without `cartodbfy` the table gets no cartodb_id, no webmercator column and no triggers: SQL sees it,
    CARTO's maps and lists do not. `compress` sends it gzipped. `timeout` is how many seconds the last step may take
    at CARTO. `progress(rows, bytes)` is called while rows are handed over.
    """

    geometry: str | None
    srid: int | None
    types: Mapping[str, str]
    indexes: tuple[str, ...] | list[str]
    cartodbfy: bool
    compress: bool
    timeout: float
    progress: FrameProgress | None


class Part(NamedTuple):
    """Rows of a load that wait for its commit: the table they are in, and how many there are."""

    table: str
    rows: int


@frozen
class WriteResult:
    """Where rows are now, and how many were written."""

    schema: str
    table: str
    rows: int


@frozen
class FileResult:
    """A file that was written: `columns` are the types of its columns, `crs` that of its primary geometry."""

    path: Path
    rows: int
    bytes: int
    columns: dict[str, str]
    crs: str | None


@frozen
class ReadableTable:
    """A table that a key, or nobody, may read: `columns` are PostgreSQL's types by name.

    `schema` is "" where only the master key may know it: such a table is named without one.
    """

    schema: str
    name: str
    columns: dict[str, str]

    @property
    def has_geometry(self) -> bool:
        return any(kind.partition("(")[0] in ("geometry", "geography") for kind in self.columns.values())


@frozen
class DumpedTable:
    """One table of a dump: complete with the figures of its file, or failed with the reason."""

    schema: str
    name: str
    file: str
    begun: str
    ended: str
    rows: int = 0
    bytes: int = 0
    columns: dict[str, str] = Factory(dict)
    crs: str | None = None
    failure: str | None = None


@frozen
class Dump:
    """A folder of GeoParquet and its manifest.json, which says the same."""

    folder: Path
    tables: list[DumpedTable]

    @property
    def failures(self) -> list[DumpedTable]:
        """Those without a file; the same call tries them again."""
        return [table for table in self.tables if table.failure is not None]
