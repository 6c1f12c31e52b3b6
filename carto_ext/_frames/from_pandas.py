"""DataFrames and GeoDataFrames to Arrow, a slice of rows at a time."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pyarrow as pa

from carto_ext.frames import FrameError


def stream_pandas(frame: pd.DataFrame, rows: int) -> tuple[pa.Schema, Iterator[pa.RecordBatch], dict[str, Any]]:
    """Schema, batches, and by name the arrays of GeoPandas' columns, whose WKB is in the batches.

    NaN in a column of numpy's floats is NULL, as pandas has it. The index is not written.
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
        raise FrameError(f"two columns would be called {twice!r}: rename one")
    try:
        return pa.Table.from_pandas(frame, preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        raise FrameError(f"a column holds values of different types ({error}): give it one by astype()") from None


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
