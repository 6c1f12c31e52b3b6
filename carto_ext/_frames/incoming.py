"""Frames of any kind as batches of columns for a table."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from carto_ext._frames.geometries import Geometry, geometries_of
from carto_ext._frames.names import why_no_column
from carto_ext._frames.to_postgres import postgres_type
from carto_ext.errors import InvalidArgumentError
from carto_ext.frames import FrameError

# Rows per written batch: a few MB of CSV.
_ROWS = 32_768
_THE_GEOM = "the_geom"
_DERIVED = "the_geom_webmercator"


@dataclass(frozen=True)
class Target:
    """A column of the table: its name and type, the frame's column, and the conversion of its values."""

    name: str
    postgres: str
    place: int
    ready: Callable[[pa.Array], pa.Array] | None = None
    srid: int | None = None


@dataclass
class Incoming:
    """An opened frame: the columns of its table, and its batches."""

    targets: list[Target]
    batches: Iterator[pa.RecordBatch]

    def arrays(self, batch: pa.RecordBatch) -> list[pa.Array]:
        made = []
        for target in self.targets:
            values = batch.column(target.place)
            made.append(values if target.ready is None else target.ready(values))
        return made


def open_frame(
    frame: Any, *, geometry: str | None, srid: int | None, types: Mapping[str, str], cartodbfy: bool
) -> Incoming:
    """Open a frame. Raises FrameError for columns that no table can have, InvalidArgumentError for other objects."""
    schema, batches, shapes = _stream(frame)
    geometry = geometry or _active(frame, schema)
    _check_names(schema.names)
    if missing := {geometry, *types} - {None, *schema.names}:
        raise FrameError(f"the frame has no column {sorted(map(str, missing))[0]!r}: it has {', '.join(schema.names)}")
    found = geometries_of(schema, shapes, geometry, srid)
    targets = []
    for place, field in enumerate(schema):
        if cartodbfy and field.name == _DERIVED:
            continue  # CARTO derives it from the_geom
        targets.append(_target(place, field, found.get(field.name), cartodbfy, types.get(field.name)))
    _check_names([target.name for target in targets])
    return Incoming(targets, batches)


def _active(frame: Any, schema: pa.Schema) -> str | None:
    """Return GeoPandas' active geometry, which need not be the first."""
    name = getattr(frame, "active_geometry_name", None)
    return str(name) if name is not None and str(name) in schema.names else None


def _target(place: int, field: pa.Field, shape: Geometry | None, cartodbfy: bool, wanted: str | None) -> Target:
    if shape is None:
        return Target(field.name, wanted or postgres_type(field), place)
    if shape.is_main and cartodbfy:
        # CARTO's own geometry is flat. It is converted to EPSG:4326 when the table becomes a dataset.
        declared = f"geometry(Geometry,{shape.srid})"
        return Target(_THE_GEOM, wanted or declared, place, shape.flat, shape.srid)
    name = _THE_GEOM if shape.is_main else field.name
    return Target(name, wanted or shape.postgres, place, shape.with_srid, shape.srid)


def _check_names(names: Sequence[str]) -> None:
    for name in names:
        if why := why_no_column(name):
            raise FrameError(f"the column name {name[:100]!r} {why}: rename it")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise FrameError(f"two columns are called {twice[0]!r}: rename one")


def _stream(frame: Any) -> tuple[pa.Schema, Iterator[pa.RecordBatch], dict[str, Any]]:
    """Return the schema, the batches, and the arrays of GeoPandas columns by name, whose WKB is in the batches."""
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(frame, pandas.DataFrame):
        from carto_ext._frames.dataframes import stream_pandas

        return stream_pandas(frame, _ROWS)
    if hasattr(frame, "collect") and type(frame).__module__.partition(".")[0] == "polars":
        frame = frame.collect()
    if isinstance(frame, pa.RecordBatch):
        frame = pa.Table.from_batches([frame])
    if isinstance(frame, pa.Schema):
        frame = frame.empty_table()
    if hasattr(frame, "__arrow_c_stream__"):
        reader = pa.RecordBatchReader.from_stream(frame)
        return reader.schema, _sliced(reader), {}
    if isinstance(getattr(frame, "schema", None), pa.Schema) and hasattr(frame, "__iter__"):
        return frame.schema, _sliced(frame), {}
    raise InvalidArgumentError(
        f"frame is {type(frame).__name__}: give a GeoDataFrame, a DataFrame of pandas or polars, or an object "
        "with an Arrow stream, such as a Table or a RecordBatchReader"
    )


def _sliced(batches: Any) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for start in range(0, len(batch), _ROWS):
            yield batch.slice(start, _ROWS)
