"""DataFrames and GeoDataFrames: from Arrow, with its types, which keep every value, and back, a slice at a time."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from carto_ext._frames.columns import EXTENSION_METADATA, Column
from carto_ext._frames.crs import system_of
from carto_ext.frames import FrameError


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """Make a DataFrame with Arrow types. numpy has no NULL: int8 values would change, and NaN and NULL would mix."""
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def to_geopandas(table: pa.Table, columns: Sequence[Column], shapes: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Make a GeoDataFrame from the other columns and, for each batch, the geometries of each geometry column.

    Makes a DataFrame if no column is a geometry.
    """
    import geopandas

    geometric = [column for column in columns if column.kind == "geometry"]
    frame = to_pandas(table)
    if not geometric:
        return frame
    for number, column in enumerate(geometric):
        whole = np.concatenate([np.empty(0, object), *(batch[number] for batch in shapes)])
        place = next(place for place, one in enumerate(columns) if one is column)
        frame.insert(place, column.name, geopandas.array.GeometryArray(whole, crs=system_of(_crs(column), column.name)))
    return geopandas.GeoDataFrame(frame, geometry=_active(geometric).name)


def _active(geometric: Sequence[Column]) -> Column:
    return next((column for column in geometric if column.name == "the_geom"), geometric[0])


def _crs(column: Column) -> str | None:
    metadata = column.field.metadata or {}
    told: dict[str, str] = json.loads(metadata.get(EXTENSION_METADATA, b"{}"))
    return told.get("crs")


def stream_pandas(frame: pd.DataFrame, rows: int) -> tuple[pa.Schema, Iterator[pa.RecordBatch], dict[str, Any]]:
    """Return the schema, the batches, and the arrays of GeoPandas columns by name, whose WKB is in the batches.

    As in pandas, NaN in a column of numpy floats is NULL. The index is not written.
    """
    names = [str(name) for name in frame.columns]
    shapes = {name: frame.iloc[:, place].array for place, name in enumerate(names) if _is_geometry(frame, place)}
    plain = frame.iloc[:, [place for place, name in enumerate(names) if name not in shapes]]
    table = _table(plain.set_axis([name for name in names if name not in shapes], axis=1))
    fields = [pa.field(name, pa.large_binary()) if name in shapes else table.schema.field(name) for name in names]
    schema = pa.schema(fields)
    return schema, _batches(schema, table, shapes, len(frame), rows), shapes


def _is_geometry(frame: pd.DataFrame, place: int) -> bool:
    return str(frame.dtypes.iloc[place]) == "geometry"


def _table(frame: pd.DataFrame) -> pa.Table:
    if not len(frame.columns):
        return pa.table({})
    if len(set(frame.columns)) < len(frame.columns):
        twice = next(name for name in frame.columns if list(frame.columns).count(name) > 1)
        raise FrameError(f"two columns are called {twice!r}: rename one")
    try:
        return pa.Table.from_pandas(frame, preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        raise FrameError(f"a column contains values of different types ({error}): convert it with astype()") from None


def _batches(
    schema: pa.Schema, table: pa.Table, shapes: dict[str, Any], count: int, rows: int
) -> Iterator[pa.RecordBatch]:
    for start in range(0, count, rows):
        part = table.slice(start, rows)
        arrays = []
        for field in schema:
            if field.name in shapes:
                from carto_ext._frames.shapes import from_shapely

                arrays.append(from_shapely(shapes[field.name][start : start + rows].to_numpy()))
            else:
                arrays.append(part.column(field.name).combine_chunks())
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)
