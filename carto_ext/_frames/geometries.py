"""The geometry columns of a frame: their reference systems, and the conversion of their values for PostGIS."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from carto_ext._frames import wkb
from carto_ext._frames.columns import EXTENSION, EXTENSION_METADATA
from carto_ext._frames.crs import LONGITUDE_LATITUDE, srid_of
from carto_ext._frames.encode import stored
from carto_ext._frames.to_postgres import is_bytes, is_text, plain
from carto_ext.frames import FrameError

_WKB = ("geoarrow.wkb", "ogc.wkb")
_WKT = ("geoarrow.wkt", "ogc.wkt")


@dataclass(frozen=True)
class Geometry:
    """One geometry column. Its values are WKB, or texts that PostGIS reads: hex, WKT, EWKT."""

    srid: int
    is_main: bool
    encoding: str  # wkb, wkt, text, or a native encoding of GeoArrow
    field: pa.Field
    is_spherical: bool = False

    @property
    def postgres(self) -> str:
        return "geography(Geometry,4326)" if self.is_spherical else "geometry"

    def flat(self, values: pa.Array) -> pa.Array:
        """Return the values without Z and M, and without SRIDs, which the column has."""
        if self.encoding == "text":
            return values
        raw = self._as_wkb(values)
        if not (wkb.codes(raw) >= 1000).any():
            return wkb.hexed(raw)
        from carto_ext._frames.shapes import flat

        return wkb.hexed(flat(raw))

    def with_srid(self, values: pa.Array) -> pa.Array:
        """Return the values unchanged, each with its SRID."""
        if self.encoding == "text":
            return values
        return wkb.hexed(wkb.with_srid(self._as_wkb(values), self.srid) if self.srid else self._as_wkb(values))

    def _as_wkb(self, values: pa.Array) -> pa.Array:
        if self.encoding == "wkb":
            return stored(values).cast(pa.large_binary())
        from carto_ext._frames.shapes import from_geoarrow, from_wkt

        return from_wkt(stored(values)) if self.encoding == "wkt" else from_geoarrow(self.field, values)


def geometries_of(
    schema: pa.Schema, shapes: Mapping[str, Any], geometry: str | None, srid: int | None
) -> dict[str, Geometry]:
    """Return the geometry columns by name. The main one is the requested one, or the_geom, or the first.

    Raises FrameError if its reference system is unknown.
    """
    encodings = {field.name: told for field in schema if (told := _encoding(field, shapes, geometry))}
    if not encodings:
        return {}
    main = geometry or ("the_geom" if "the_geom" in encodings else next(iter(encodings)))
    found = {}
    for name, encoding in encodings.items():
        field = schema.field(name)
        told, spherical = _reference(field, shapes.get(name), encoding)
        number = srid if srid is not None and name == main else srid_of(told, name)
        if not number and name == main:
            if name != "the_geom" or name in shapes:
                raise FrameError(f"column {name!r} has no reference system: call set_crs(4326), or give srid=4326")
            number = LONGITUDE_LATITUDE  # the system of CARTO's the_geom
        found[name] = Geometry(number, name == main, encoding, field, spherical and name != main)
    return found


def _encoding(field: pa.Field, shapes: Mapping[str, Any], geometry: str | None) -> str | None:
    name = _extension(field)
    if field.name in shapes or name in _WKB:
        return "wkb"
    if name in _WKT:
        return "wkt"
    if name.startswith("geoarrow."):
        return name
    kind = plain(field.type)
    if field.name not in (geometry, "the_geom"):
        return None
    if field.name == geometry and not is_bytes(kind) and not is_text(kind):
        raise FrameError(f"column {geometry!r} is {kind}, not geometry: give WKB as bytes, or WKT or hex as text")
    return "wkb" if is_bytes(kind) else "text" if is_text(kind) else None


def _extension(field: pa.Field) -> str:
    if isinstance(field.type, pa.BaseExtensionType):
        return str(field.type.extension_name)
    name: bytes = (field.metadata or {}).get(EXTENSION, b"")
    return name.decode()


def _reference(field: pa.Field, array: Any, encoding: str) -> tuple[Any, bool]:
    """Return the CRS, and True if edges are spherical, from GeoPandas or GeoArrow metadata."""
    if array is not None:
        return array.crs, False
    raw = (field.metadata or {}).get(EXTENSION_METADATA, b"")
    if isinstance(field.type, pa.ExtensionType):
        raw = field.type.__arrow_ext_serialize__()
    try:
        told = json.loads(raw or b"{}")
    except ValueError:
        told = {}
    return told.get("crs"), told.get("edges") == "spherical"
