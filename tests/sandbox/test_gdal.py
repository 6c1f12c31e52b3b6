"""Files that GDAL writes for the SQL API and reads for imports, over PostGIS."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import numpy
import pytest
from pyogrio import list_layers, raw

from carto_sandbox import Account

pytestmark = pytest.mark.postgis

POINT = bytes.fromhex("0101000000000000000000F03F0000000000000040")
"""(1 2)."""
SQUARE = bytes.fromhex(
    "01030000000100000004000000000000000000000000000000000000000000000000000040000000000000000000000000000000400000"
    "00000000004000000000000000000000000000000000"
)

Rows = Callable[[str], list[dict[str, Any]]]
Upload = Callable[[bytes, str], dict[str, Any]]


@pytest.fixture
def account(postgis_account: Account) -> Account:
    """The account of `central`, `rows` and `upload`."""
    return postgis_account


def write(path: Path, driver: str, *, shape: bytes = POINT, crs: str = "EPSG:4326", **options: Any) -> None:
    """Two rows, of which the second has no name."""
    raw.write(
        str(path),
        geometry=numpy.array([shape, shape], dtype=object),
        field_data=[numpy.array([1, 2], dtype="int64"), numpy.array(["Ärger", None], dtype=object)],
        fields=numpy.array(["Zahl", "Größe"], dtype=object),
        driver=driver,
        geometry_type="Polygon" if shape == SQUARE else "Point",
        crs=crs,
        **options,
    )


def zip_folder(folder: Path, **more: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"data/{path.name}")
        for name, content in more.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_a_shapefile(upload: Upload, rows: Rows, tmp_path: Path) -> None:
    write(tmp_path / "Places.shp", "ESRI Shapefile", shape=SQUARE)
    job = upload(zip_folder(tmp_path), "places.zip")
    assert (job["success"], job["table_name"], job["tables_created_count"]) == (True, "places", 1), job
    shape = "SRID=4326;MULTIPOLYGON(((0 0,2 2,2 0,0 0)))"
    assert rows("SELECT zahl, gro_e, ST_AsEWKT(ST_Normalize(the_geom)) AS g FROM places ORDER BY 1") == [
        {"zahl": 1, "gro_e": "Ärger", "g": shape},
        {"zahl": 2, "gro_e": None, "g": shape},
    ]


def test_a_shapefile_that_is_not_whole(upload: Upload, tmp_path: Path) -> None:
    write(tmp_path / "places.shp", "ESRI Shapefile")
    (tmp_path / "places.dbf").unlink()
    assert upload(zip_folder(tmp_path), "places.zip")["error_code"] == 1006


def test_another_reference_system(upload: Upload, rows: Rows, tmp_path: Path) -> None:
    write(tmp_path / "places.shp", "ESRI Shapefile", crs="EPSG:3857")
    upload(zip_folder(tmp_path), "places.zip")
    [row, _] = rows("SELECT ST_AsEWKT(the_geom_webmercator, 3) AS g FROM places")
    assert row == {"g": "SRID=3857;POINT(1 2)"}


def test_geopackage_with_several_layers(upload: Upload, rows: Rows, tmp_path: Path) -> None:
    for layer in ("first", "second"):
        write(tmp_path / "maps.gpkg", "GPKG", layer=layer, append=False)
    job = upload((tmp_path / "maps.gpkg").read_bytes(), "My Maps.gpkg")
    assert (job["success"], job["tables_created_count"]) == (True, 2), job
    tables = [row["t"] for row in rows("SELECT CDB_UserTables() AS t ORDER BY 1")]
    assert tables == ["my_maps_first", "my_maps_second"]
    assert rows("SELECT zahl, gro_e, ST_AsText(the_geom) AS g FROM my_maps_first ORDER BY 1")[1] == {
        "zahl": 2, "gro_e": None, "g": "POINT(1 2)",
    }  # fmt: skip


def test_kml(upload: Upload, rows: Rows) -> None:
    place = "<Placemark><name>Here</name><Point><coordinates>1,2,3</coordinates></Point></Placemark>"
    text = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>d</name>{place}</Document></kml>'
    assert upload(text.encode(), "places.kml")["table_name"] == "places"
    assert rows("SELECT name, ST_AsText(the_geom) AS g FROM places") == [{"name": "Here", "g": "POINT(1 2)"}]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("doc.kml", text)
    assert upload(packed.getvalue(), "places.kmz")["table_name"] == "doc"
    link = "<kml><NetworkLink><Link><href>http://x/</href></Link></NetworkLink></kml>"
    assert upload(link.encode(), "link.kml")["error_code"] == 3202


def test_sheets(upload: Upload, rows: Rows, tmp_path: Path) -> None:
    raw.write(
        str(tmp_path / "book.xlsx"),
        geometry=None,
        field_data=[numpy.array(["a", "b"], dtype=object), numpy.array([1.5, 2.0]), numpy.array([10.5, 11.0])],
        fields=numpy.array(["Name", "Lat", "Lon"], dtype=object),
        driver="XLSX",
        layer="Sheet 1",
    )
    job = upload((tmp_path / "book.xlsx").read_bytes(), "book.xlsx")
    assert (job["success"], job["table_name"]) == (True, "book"), job
    assert rows("SELECT name, lat, lon, ST_AsText(the_geom) AS g FROM book ORDER BY 1") == [
        {"name": "a", "lat": 1.5, "lon": 10.5, "g": "POINT(10.5 1.5)"},
        {"name": "b", "lat": 2, "lon": 11, "g": "POINT(11 2)"},
    ]
    assert upload(b"PK\x03\x04garbage", "bad.xlsx")["error_code"] == 1005


@pytest.mark.parametrize(
    ("format_", "driver"), [("gpkg", "GPKG"), ("spatialite", "SQLite"), ("shp", "ESRI Shapefile"), ("kml", "LIBKML")]
)
def test_files_of_queries(central: httpx.Client, rows: Rows, tmp_path: Path, format_: str, driver: str) -> None:
    rows("CREATE TABLE t (cartodb_id int, name text, size float8, day date, whole int8, the_geom geometry(Point,4326))")
    rows("INSERT INTO t VALUES (7, 'Ärger', 1.5, '2020-02-29', 5000000000, 'SRID=4326;POINT(1 2)')")
    rows("INSERT INTO t VALUES (8)")
    answer = central.get("v2/sql", params={"q": "SELECT * FROM t ORDER BY 1", "format": format_, "filename": "my t"})
    assert answer.status_code == 200, answer.text
    path = tmp_path / f"file.{'sqlite' if format_ == 'spatialite' else format_}"
    path.write_bytes(answer.content)
    if format_ == "shp":
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path)
        path = tmp_path / "my_t.shp"
    assert [name for name, _ in list_layers(str(path))] == ["my_t"]
    meta, _, shapes, columns = raw.read(str(path))
    assert bytes(shapes[0])[-16:] == POINT[-16:]
    assert shapes[1] is None
    values = dict(zip(meta["fields"], columns, strict=True))
    assert "Ärger" in {str(column[0]) for column in values.values()}
    if format_ != "kml":
        assert (values["size"][0], str(values["day"][0])[:10], int(values["whole"][0])) == (
            1.5,
            "2020-02-29",
            5000000000,
        )
        assert meta["crs"] == "EPSG:4326"
    if format_ == "gpkg":
        assert list(raw.read(str(path), return_fids=True)[1]) == [7, 8]
