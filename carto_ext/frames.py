"""The options, results and errors of `carto.frames`.

This module needs no extra. `carto.frames` itself needs `arrow` (pyarrow), or `geo` (geopandas, shapely, pyarrow) for
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

# Called after each batch with the rows and the COPY bytes so far.
FrameProgress: TypeAlias = Callable[[int, int], object]
IfExists: TypeAlias = Literal["fail", "replace", "append"]
# Reads `numeric` as the nearest float, as a decimal wide enough for the widest value, as text, or as an Arrow decimal.
Numeric: TypeAlias = "Literal['float', 'decimal', 'text'] | pa.DataType"
# Decides about dates and times that no frame can hold: infinity, 24:00, years after 294,246.
OddTimes: TypeAlias = Literal["null", "error", "text"]


class FrameError(CartoError, ValueError):
    """A value does not fit into a frame, or a frame into a table. The message names the column and a solution."""


class MissingExtraError(CartoError, ImportError):
    """A package that this method needs is not installed. Install it with `pip install 'carto-client[EXTRA]'`.

    Attributes:
        what: The method.
        package: The missing package.
        extra: The extra of carto-client that installs it.
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(f"{what} needs {package}: pip install 'carto-client[{extra}]'", name=package)
        self.what, self.package, self.extra = what, package, extra

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.package, self.extra)


class ReadOptions(TypedDict, total=False):
    """Options for reading.

    Attributes:
        numeric: "float" (the default), "decimal", "text" or an Arrow decimal type. "decimal" sends one more query
            first, to find the size of the widest value.
        odd_times: Decides about infinity, 24:00 and years too large for 64 bits of microseconds, and in pandas frames
            also about dates outside the years 1 to 9999: "null" (the default), "error" (a FrameError), or "text",
            which reads all dates and times as text.
        webmercator: True to keep the column the_geom_webmercator. By default it is left out if there is a the_geom,
            from which CARTO derives it.
        progress: Called as `progress(rows, bytes)` after each batch.
    """

    numeric: Numeric
    odd_times: OddTimes
    webmercator: bool
    progress: FrameProgress | None


class WriteOptions(TypedDict, total=False):
    """Options for writing.

    Attributes:
        geometry: Name of the column that becomes the_geom. By default the frame's active geometry, or a column called
            the_geom.
        srid: Reference system of its coordinates, if the frame does not state it.
        types: PostgreSQL types that differ from the frame's: `{"code": "varchar(5)", "price": "numeric(12,2)"}`.
        indexes: Columns to index.
        cartodbfy: False to leave out cartodb_id, the webmercator column and the triggers. SQL can use such a table,
            but CARTO's maps and lists do not show it.
        compress: False to send the rows uncompressed.
        timeout: Longest time for the last step at CARTO, in seconds.
        progress: Called as `progress(rows, bytes)` while rows are sent.
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
    """Staged rows of a load, waiting for its commit.

    Attributes:
        table: The staging table that holds them.
        rows: Their number.
    """

    table: str
    rows: int


@frozen
class WriteResult:
    """The result of writing a frame.

    Attributes:
        schema: Schema of the table.
        table: Name of the table.
        rows: Number of rows written.
    """

    schema: str
    table: str
    rows: int


@frozen
class FileResult:
    """A GeoParquet or Parquet file that was written.

    Attributes:
        path: Path of the file.
        rows: Number of rows.
        bytes: Size of the file.
        columns: Types of the columns, by name.
        crs: CRS of the primary geometry, None without one.
    """

    path: Path
    rows: int
    bytes: int
    columns: dict[str, str]
    crs: str | None


@frozen
class ReadableTable:
    """A table that the key, or an anonymous user, can read.

    Attributes:
        schema: Schema of the table; "" if only the master key can see it. Name such a table without a schema.
        name: Name of the table.
        columns: PostgreSQL types of the columns, by name.
    """

    schema: str
    name: str
    columns: dict[str, str]

    @property
    def has_geometry(self) -> bool:
        """True if a column is of type geometry or geography."""
        return any(kind.partition("(")[0] in ("geometry", "geography") for kind in self.columns.values())


@frozen
class DumpedTable:
    """One table of a dump.

    Attributes:
        schema: Schema of the table.
        name: Name of the table.
        file: Name of its file in the folder.
        begun: Time at which reading began.
        ended: Time at which it ended.
        rows: Number of rows.
        bytes: Size of the file.
        columns: Types of the columns, by name.
        crs: CRS of the primary geometry, None without one.
        failure: The reason if reading failed; then there is no file.
    """

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
    """A folder of GeoParquet files. Its manifest.json holds the same facts.

    Attributes:
        folder: Path of the folder.
        tables: The tables, complete or failed.
    """

    folder: Path
    tables: list[DumpedTable]

    @property
    def failures(self) -> list[DumpedTable]:
        """The tables without a file. The same call of `dump` tries them again."""
        return [table for table in self.tables if table.failure is not None]
