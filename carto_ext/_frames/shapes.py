"""Conversion of geometry between WKB and shapely."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from carto_ext._frames import wkb
from carto_ext._frames.columns import Column
from carto_ext.frames import FrameError


def to_shapely(values: pa.Array, column: str) -> Any:
    """Return an array of geometries, None for NULL. Raises FrameError for shapes unknown to shapely, such as curves."""
    coordinates = wkb.points(values)
    if coordinates is not None and not np.isnan(coordinates).any():
        return shapely.points(coordinates)
    if coordinates is not None and len(coordinates):
        return _points_with_gaps(values, coordinates)
    try:
        return shapely.from_wkb(values.to_numpy(zero_copy_only=False))
    except (shapely.errors.GEOSException, NotImplementedError) as error:
        raise FrameError(
            f"column {column!r} has geometries that GeoPandas cannot hold ({error}): select "
            f"ST_CurveToLine({column}) or ST_Force2D({column}), or read it as Arrow"
        ) from None


def _points_with_gaps(values: pa.Array, coordinates: wkb.Floats) -> Any:
    made = np.full(len(values), None, object)
    there = pc.is_valid(values).to_numpy(zero_copy_only=False)
    whole = ~np.isnan(coordinates).any(axis=1)
    made[whole] = shapely.points(coordinates[whole])
    rest = there & ~whole
    if rest.any():
        made[rest] = shapely.from_wkb(values.filter(pa.array(rest)).to_numpy(zero_copy_only=False))
    return made


def from_shapely(shapes: Any) -> pa.Array:
    """Return ISO WKB with Z and M unchanged, as large_binary, so that one batch can hold geometries of any size."""
    kinds = shapely.get_type_id(shapes)
    if (
        len(kinds)
        and (kinds == 0).all()
        and not (shapely.has_z(shapes) | _has_m(shapes) | shapely.is_empty(shapes)).any()
    ):
        return wkb.of_points(shapely.get_coordinates(shapes))
    return pa.array(shapely.to_wkb(shapes, flavor="iso", output_dimension=_dimensions()), pa.large_binary())


def _has_m(shapes: Any) -> Any:
    return shapely.has_m(shapes) if hasattr(shapely, "has_m") and shapely.geos_version >= (3, 12, 0) else False


def _dimensions() -> int:
    return 4 if shapely.geos_version >= (3, 12, 0) else 3


def bounds(values: pa.Array) -> wkb.Floats:
    """Return xmin, ymin, xmax, ymax of each value; NaN for NULL, empty and unreadable values."""
    coordinates = wkb.points(values)
    if coordinates is not None:
        return np.concatenate([coordinates, coordinates], axis=1)
    raw = values.to_numpy(zero_copy_only=False)
    try:
        shapes = shapely.from_wkb(raw, on_invalid="ignore")
    except NotImplementedError:  # one of them is a curve
        shapes = np.array([_or_none(one) for one in raw], object)
    found: wkb.Floats = shapely.bounds(shapes)
    return found


def _or_none(raw: bytes | None) -> Any:
    try:
        return shapely.from_wkb(raw, on_invalid="ignore")
    except NotImplementedError:
        return None


def flat(values: pa.Array) -> pa.Array:
    """Return the geometries without Z and M."""
    if not (wkb.codes(values) >= 1000).any():
        return values
    return pa.array(shapely.to_wkb(to_shapely(values, "the_geom"), output_dimension=2), pa.large_binary())


def from_wkt(texts: pa.Array) -> pa.Array:
    return from_shapely(shapely.from_wkt(texts.to_numpy(zero_copy_only=False)))


def split_shapes(batch: pa.RecordBatch, columns: Sequence[Column]) -> tuple[pa.RecordBatch, list[Any]]:
    """Return the other columns, and the geometries of each geometry column."""
    geometric = [place for place, column in enumerate(columns) if column.kind == "geometry"]
    shapes = [to_shapely(batch.column(place), columns[place].name) for place in geometric]
    return batch.select([place for place in range(len(columns)) if place not in geometric]), shapes


def from_geoarrow(field: pa.Field, values: pa.Array) -> pa.Array:
    """Return WKB for a native encoding of GeoArrow, using GeoPandas."""
    import geopandas

    table = pa.Table.from_arrays([values], schema=pa.schema([field]))
    return from_shapely(geopandas.GeoDataFrame.from_arrow(table).geometry.array.to_numpy())
