"""Arrow to DataFrames and GeoDataFrames whose types keep every value: those of Arrow, which pandas calls "pyarrow"."""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from carto_ext._frames.columns import EXTENSION_METADATA, Column


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """numpy has no NULL: an int8 with one would be another number, and a NaN a NULL."""
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def to_geopandas(table: pa.Table, columns: Sequence[Column], shapes: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """A GeoDataFrame of the other columns and, for each batch, the geometries of each geometry column.

    A DataFrame, if there is no geometry column.
    """
    import geopandas

    geometric = [column for column in columns if column.kind == "geometry"]
    frame = to_pandas(table)
    if not geometric:
        return frame
    for number, column in enumerate(geometric):
        whole = np.concatenate([np.empty(0, object), *(batch[number] for batch in shapes)])
        place = next(place for place, one in enumerate(columns) if one is column)
        frame.insert(place, column.name, geopandas.array.GeometryArray(whole, crs=_crs(column)))
    return geopandas.GeoDataFrame(frame, geometry=_active(geometric).name)


def _active(geometric: Sequence[Column]) -> Column:
    return next((column for column in geometric if column.name == "the_geom"), geometric[0])


def _crs(column: Column) -> str | None:
    metadata = column.field.metadata or {}
    told: dict[str, str] = json.loads(metadata.get(EXTENSION_METADATA, b"{}"))
    return told.get("crs")
