"""kml, shp, spatialite and gpkg, which GDAL writes: that of the `pyogrio` package, as CARTO's own runs as ogr2ogr."""

import asyncio
import io
import re
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from carto_sandbox.database.connections import Connection
from carto_sandbox.database.watched_folder import get_scratch_folder
from carto_sandbox.http.errors import SqlApiError
from carto_sandbox.sql_api.formats.cursor import Column, Cursor, write_warnings
from carto_sandbox.sql_api.formats.gdal_columns import GdalColumn, choose_column
from carto_sandbox.sql_api.queries import QueryRequest
from carto_sandbox.sql_api.types import TypeNames

_BLOCK = 65536
_OPTIONS = ("RESIZE", "ENCODING", "STRING_QUOTING", "LINEFORMAT")


@dataclass(frozen=True)
class Driver:
    name: str
    ending: str
    unknown_options: tuple[str, ...] = _OPTIONS
    """Those of the options CARTO gives to every format that this one warns of."""
    options: tuple[tuple[str, str], ...] = ()
    before: str = ""


DRIVERS = {
    "kml": Driver("KML", "kml"),
    "shp": Driver("ESRI Shapefile", "shp", _OPTIONS[2:], (("RESIZE", "YES"), ("ENCODING", "UTF-8"))),
    "spatialite": Driver("SQLite", "sqlite", before="Warning 1: layer names ignored in combination with -sql.\n"),
    "gpkg": Driver("GPKG", "gpkg", options=(("FID", "cartodb_id"),)),
}


def check_gdal(name: str) -> None:
    try:
        import pyogrio  # noqa: F401 - a package of an extra
    except ImportError:
        text = (
            f"The sandbox makes {name} with GDAL, which is not installed: pip install 'carto-client[sandbox-formats]'"
        )
        raise SqlApiError(501, text) from None


async def write_file(connection: Connection, request: QueryRequest, types: TypeNames) -> AsyncGenerator[bytes, None]:
    check_gdal(request.format)
    driver = DRIVERS[request.format]
    folder = Path(tempfile.mkdtemp(prefix="file-", dir=get_scratch_folder()))
    try:
        path = folder / f"{request.filename if request.format == 'shp' else 'cartodb-query'}.{driver.ending}"
        layer, renamed = _name_layer(request)
        said = driver.before + write_warnings(str(path), driver.unknown_options) + renamed
        cursor = Cursor(connection, request, said)
        columns = await cursor.find_columns()
        geometry = next((column for column in columns if types.get(column.oid) == "geometry"), None)
        reference, shape = await _find_shape(cursor, geometry)
        long_integers = request.format != "kml"
        fields = [choose_column(one, long_integers=long_integers) for one in columns if one is not geometry]
        expressions = [field.expression for field in fields]
        if geometry is not None:
            expressions.append(f"ST_AsBinary(ST_Force2D({geometry.identifier}))")
        rows = [[row.get_value(0, number) for number in range(row.nfields)] async for row in cursor.read(expressions)]
        await asyncio.to_thread(_write, path, driver, layer, fields, rows, shape, reference)
        file = _open_result(path, request.format)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    while block := file.read(_BLOCK):
        yield block


def _name_layer(request: QueryRequest) -> tuple[str, str]:
    """Its name, and what ogr2ogr says of it: KML takes none but for an XML element."""
    if request.format != "kml":
        return request.filename, ""
    name = re.sub(r"[^\w.]", "_", request.filename)
    warning = f"Warning 1: Layer name '{request.filename}' adjusted to '{name}' for XML validity.\n"
    return name, warning if name != request.filename else ""


async def _find_shape(cursor: Cursor, geometry: Column | None) -> tuple[int, str | None]:
    """Return the reference system and type of the first geometry; unknown without geometries."""
    if geometry is None:
        return 0, None
    name = geometry.identifier
    found = await cursor.find_first(f"ST_SRID({name}), GeometryType({name})", geometry)
    return (int(found[0]), found[1]) if found else (0, "GEOMETRY")


def _write(
    path: Path, driver: Driver, layer: str, fields: list[GdalColumn], rows: list[list[bytes | None]], shape: str | None,
    reference: int,
) -> None:  # fmt: skip
    import numpy
    from pyogrio import raw

    arrays = [field.make_array([row[number] for row in rows]) for number, field in enumerate(fields)]
    geometry = None
    if shape is not None:
        geometry = numpy.array([None, *(_read_bytes(row[-1]) for row in rows)], dtype=object)[1:]
    with warnings.catch_warnings():
        # A warning about a layer without a reference system, which is intended.
        warnings.simplefilter("ignore")
        raw.write(
            str(path),
            geometry=geometry,
            field_data=[values for values, _ in arrays],
            fields=numpy.array([field.name for field in fields], dtype=object),
            field_mask=[missing for _, missing in arrays],
            layer=layer,
            driver=driver.name,
            geometry_type=None if shape is None else _name_shape(shape),
            crs=f"EPSG:{reference}" if reference else None,
            layer_options=dict(driver.options),
            promote_to_multi=False,
        )


def _read_bytes(value: bytes | None) -> bytes | None:
    return None if value is None else bytes.fromhex(value.decode().removeprefix("\\x"))


def _name_shape(shape: str) -> str:
    names: dict[str, Any] = {"GEOMETRY": "Unknown", "LINESTRING": "LineString", "MULTILINESTRING": "MultiLineString"}
    names |= {"MULTIPOINT": "MultiPoint", "MULTIPOLYGON": "MultiPolygon", "GEOMETRYCOLLECTION": "GeometryCollection"}
    return str(names.get(shape.removesuffix("ZM").removesuffix("M"), shape.capitalize()))


def _open_result(path: Path, format_: str) -> io.BytesIO:
    if format_ == "kml":
        # As CARTO's older GDAL writes it: places have no ids, and an empty point is at zero.
        text = re.sub(rb'<Placemark id="[^"]*">', b"<Placemark>", path.read_bytes())
        return io.BytesIO(text.replace(b"<coordinates>nan,nan<", b"<coordinates>0,0<"))
    if format_ != "shp":
        return io.BytesIO(path.read_bytes())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in sorted(path.parent.iterdir()):
            archive.write(member, member.name)
    packed.seek(0)
    return packed
