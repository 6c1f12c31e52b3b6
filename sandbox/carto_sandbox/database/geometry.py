"""Geometries as EWKT in longitude and latitude: from WKT, hexadecimal WKB, GeoJSON and coordinate pairs."""

import binascii
import json
import re
import struct
from typing import Any

PREFIX = "SRID=4326;"

LONGITUDE_NAMES = (
    "longitude", "lon", "lng", "longitudedecimal", "longitud", "long", "decimallongitude", "decimallong",
    "point_longitude",
)  # fmt: skip
LATITUDE_NAMES = (
    "latitude", "lat", "latitudedecimal", "latitud", "lati", "decimallatitude", "decimallat", "point_latitude",
)  # fmt: skip
GEOMETRY_NAMES = ("the_geom", "geometry", "wkb_geometry", "geom", "geojson", "wkt")

_KINDS = ("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION")
_WKT = re.compile(rf"(?:SRID=(\d+);)?\s*((?:{'|'.join(_KINDS)})\s*(?:Z|M|ZM)?\s*(?:\(.*\)|EMPTY))", re.I | re.S)
_SINGLE = re.compile(r"(SRID=\d+;)?\s*(LINESTRING|POLYGON)\s*(?:ZM?|M)?\s*(EMPTY|\(.*\))\s*\Z", re.I | re.S)
_COLLECTION = re.compile(r"(?:SRID=\d+;)?\s*GEOMETRYCOLLECTION", re.I)
_POINTS = re.compile(r"(SRID=\d+;)?\s*MULTIPOINT\s*(?:ZM?|M)?\s*\(\s*\(?([^,()]+)\)?", re.I)
# Nesting depth of each kind of GeoJSON geometry: a position, then lists of lists.
_DEPTHS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_MAX_NESTING = 50


class GeometryError(ValueError):
    """The text is not a geometry."""


def from_coordinates(longitude: str | None, latitude: str | None) -> str | None:
    """A point, or None when either number is missing, not a number or outside the globe."""
    try:
        x, y = float(longitude or ""), float(latitude or "")
    except ValueError:
        return None
    if not (-180 <= x <= 180 and -90 <= y <= 90):
        return None
    return f"{PREFIX}POINT({x!r} {y!r})"


def from_text(text: str) -> str | None:
    """EWKT of a cell that holds WKT, EWKT, hexadecimal (E)WKB or GeoJSON; None when the cell is blank."""
    text = text.strip()
    if not text:
        return None
    match = _WKT.fullmatch(text)
    if match:
        return f"SRID={match[1] or 4326};{match[2]}"
    if text.startswith("{"):
        try:
            return from_geojson(json.loads(text))
        except ValueError as error:
            raise GeometryError("invalid GeoJSON geometry") from error
    try:
        return PREFIX + _WkbReader(binascii.unhexlify(text)).read()
    except (binascii.Error, ValueError, struct.error, IndexError) as error:
        raise GeometryError(f"not a geometry: {text[:40]}") from error


def from_geojson(geometry: Any, srid: int = 4326) -> str | None:
    """EWKT of a GeoJSON geometry object; None for null."""
    return None if geometry is None else f"SRID={srid};{_write_wkt(geometry)}"


def from_wkb(data: bytes, srid: int = 4326) -> str:
    """EWKT of (E)WKB, flat."""
    try:
        return f"SRID={srid};{_WkbReader(data).read()}"
    except (ValueError, struct.error, IndexError) as error:
        raise GeometryError("not a geometry") from error


def promote(ewkt: str) -> str:
    """Lines and polygons as collections of one, which is what imports make of them; points stay."""
    match = _SINGLE.match(ewkt)
    if match is None:
        return ewkt
    head, kind, shape = match.groups()
    return f"{head or PREFIX}MULTI{kind.upper()}" + (" EMPTY" if shape.upper() == "EMPTY" else f"({shape})")


def is_collection(ewkt: str) -> bool:
    return _COLLECTION.match(ewkt) is not None


def take_first_point(ewkt: str) -> str:
    """Of several points the first, which is what an import keeps of them."""
    match = _POINTS.match(ewkt)
    return ewkt if match is None else f"{match[1] or PREFIX}POINT({match[2]})"


def is_multipoint(ewkt: str) -> bool:
    return _POINTS.match(ewkt) is not None


def _write_wkt(geometry: Any, nesting: int = 0) -> str:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list) and nesting < _MAX_NESTING:
        members = ",".join(_write_wkt(member, nesting + 1) for member in geometry["geometries"])
        return f"GEOMETRYCOLLECTION({members})" if members else "GEOMETRYCOLLECTION EMPTY"
    if kind not in _DEPTHS or not isinstance(geometry.get("coordinates"), list):
        raise GeometryError("a geometry needs a known type and its coordinates")
    coordinates = geometry["coordinates"]
    if not coordinates:
        return f"{kind.upper()} EMPTY"
    inner = _write_coordinates(coordinates, _DEPTHS[kind])
    return f"{kind.upper()}({inner})" if _DEPTHS[kind] == 0 else kind.upper() + inner


def _write_coordinates(value: Any, depth: int) -> str:
    if not isinstance(value, list):
        raise GeometryError("coordinates have to be lists")
    if depth:
        return "(" + ",".join(_write_coordinates(member, depth - 1) for member in value) + ")"
    if len(value) < 2 or not all(isinstance(number, int | float) for number in value):
        raise GeometryError("a position needs two numbers")
    return " ".join(repr(number) for number in value[:3])


class _WkbReader:
    """Reads (E)WKB of any kind, two or more dimensions; only the first two are kept."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self, nesting: int = 0) -> str:
        order = ">" if self._data[self._at] == 0 else "<"
        self._at += 1
        header = self._take(order + "I")
        kind, dimensions = _parse_header(header)
        if header & 0x20000000:
            self._take(order + "I")
        if not 1 <= kind <= 7 or nesting > _MAX_NESTING:
            raise GeometryError("unknown kind of geometry")
        name = _KINDS[kind - 1]
        if kind == 1:
            return f"POINT({self._position(order, dimensions)})"
        if kind == 2:
            return name + self._ring(order, dimensions)
        count = self._take(order + "I")
        if kind == 3:
            return name + "(" + ",".join(self._ring(order, dimensions) for _ in range(count)) + ")"
        parts = [self.read(nesting + 1) for _ in range(count)]
        if kind < 7:  # the members of a Multi… are written without their own names
            parts = [part[len(_KINDS[kind - 4]) :] for part in parts]
        return name + "(" + ",".join(parts) + ")"

    def _ring(self, order: str, dimensions: int) -> str:
        count = self._take(order + "I")
        return "(" + ",".join(self._position(order, dimensions) for _ in range(count)) + ")"

    def _position(self, order: str, dimensions: int) -> str:
        numbers = struct.unpack_from(f"{order}{dimensions}d", self._data, self._at)
        self._at += 8 * dimensions
        return f"{numbers[0]!r} {numbers[1]!r}"

    def _take(self, layout: str) -> int:
        (number,) = struct.unpack_from(layout, self._data, self._at)
        self._at += 4
        return int(number)


def _parse_header(header: int) -> tuple[int, int]:
    """Kind and number of dimensions, which EWKB says in high bits and ISO WKB in thousands."""
    kind, thousands = (header & 0xFFFF) % 1000, (header & 0xFFFF) // 1000
    extra = bool(header & 0x80000000) + bool(header & 0x40000000)
    return kind, 2 + (extra or {0: 0, 1: 1, 2: 1, 3: 2}.get(thousands, 0))
