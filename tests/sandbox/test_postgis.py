"""Geometries where the server has PostGIS: imported, projected, kept up to date, and given out in every form."""

import csv
import io
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

pytestmark = pytest.mark.postgis

Rows = Callable[[str], list[dict[str, Any]]]
Import = Callable[..., dict[str, Any]]

POINT = "0101000020E6100000000000000000F03F0000000000000040"
"""(1 2) in longitude and latitude, as hexadecimal EWKB."""


@pytest.fixture
def account(postgis_account: Account) -> Account:
    """The account of `central`, `rows`, `upload` and `finish`."""
    return postgis_account


@pytest.fixture
def import_source(central: httpx.Client, finish: Import) -> Import:
    """Import with sql=… the rows of a query, with table_copy=… a table, and wait for the end."""

    def run(**source: str) -> dict[str, Any]:
        sent = central.post("v1/imports", json=source)
        assert sent.status_code == 200, sent.text
        return finish(sent.json()["item_queue_id"])

    return run


def read_shapes(rows: Rows, table: str) -> list[tuple[str, str]]:
    """Both geometries of each row as text, rounded: a projection is not exact to the last digit."""
    shapes = "SELECT ST_AsEWKT(the_geom, 9) AS a, ST_AsEWKT(the_geom_webmercator, 0) AS b"
    found = rows(f"{shapes} FROM {table} ORDER BY 1")
    return [(row["a"], row["b"]) for row in found]


MERCATOR = ("SRID=4326;POINT(1 2)", "SRID=3857;POINT(111319 222684)")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "longitude,latitude\n1,2\n"),
        ("t.csv", "name,the_geom\nx,POINT(1 2)\n"),
        ("t.csv", f"name,the_geom\nx,{POINT}\n"),
        ("t.csv", "name,wkt\nx,SRID=3857;POINT(111319.490793274 222684.208505545)\n"),
        ("t.csv", 'name,geojson\nx,"{""type"":""Point"",""coordinates"":[1,2]}"\n'),
        ("t.geojson", '{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2,30]}}'),
    ],
)
def test_every_source_of_points(upload: Import, rows: Rows, name: str, text: str) -> None:
    job = upload(text, name)
    assert (job["success"], job["table_name"]) == (True, "t")
    [(degrees, metres)] = read_shapes(rows, "t")
    assert (degrees, metres) == MERCATOR


def test_shape_of_an_imported_table(upload: Import, rows: Rows, central: httpx.Client) -> None:
    job = upload('name,the_geom\na,"MULTIPOLYGON(((0 0,1 0,1 1,0 0)))"\nb,\n', "lakes.csv")
    names = [row["n"] for row in rows("SELECT CDB_ColumnNames('lakes') AS n")]
    assert names == ["cartodb_id", "the_geom", "the_geom_webmercator", "name"]
    indexes = [
        row["indexname"] for row in rows("SELECT indexname FROM pg_indexes WHERE tablename = 'lakes' ORDER BY 1")
    ]
    assert indexes == ["lakes_pkey", "lakes_the_geom_idx", "lakes_the_geom_webmercator_idx"]
    fields = central.get("v2/sql", params={"q": "SELECT * FROM lakes"}).json()["fields"]
    assert fields["the_geom"] == {"type": "geometry", "wkbtype": "Unknown", "dims": 2, "srid": 4326}
    assert fields["the_geom_webmercator"] == {"type": "geometry", "wkbtype": "Unknown", "dims": 2, "srid": 3857}
    table = central.get(f"v1/tables/{job['table_id']}").json()
    assert table["geometry_types"] == ["ST_MultiPolygon"]
    assert ["the_geom", "geometry", "geometry", "multipolygon"] in table["schema"]
    [dataset] = central.get("v1/viz", params={"type": "table"}).json()["visualizations"]
    assert dataset["table"]["geometry_types"] == ["ST_MultiPolygon"]


def test_imported_rows_stay_projected(upload: Import, rows: Rows) -> None:
    upload("longitude,latitude\n1,2\n", "t.csv")
    rows("INSERT INTO t (the_geom) VALUES (ST_SetSRID(ST_MakePoint(3, 0), 4326))")
    rows("UPDATE t SET the_geom = NULL WHERE cartodb_id = 1")
    assert read_shapes(rows, "t") == [("SRID=4326;POINT(3 0)", "SRID=3857;POINT(333958 0)"), (None, None)]


def test_a_text_that_is_no_geometry(upload: Import, rows: Rows) -> None:
    upload("name,the_geom\na,nowhere\n", "bad.csv")
    assert rows("SELECT the_geom, invalid_the_geom FROM bad") == [{"the_geom": None, "invalid_the_geom": "nowhere"}]
    upload("name,the_geom\na,POINT(1 2)\nb,nowhere\n", "half.csv")
    assert rows("SELECT invalid_the_geom AS g FROM half WHERE the_geom IS NULL ORDER BY 1") == [
        {"g": "POINT(1 2)"},
        {"g": "nowhere"},
    ]


def test_a_query_becomes_a_dataset(import_source: Import, rows: Rows) -> None:
    job = import_source(sql="SELECT 7 AS n, ST_SetSRID(ST_MakePoint(1, 2), 4326) AS geom", table_name="made")
    assert job["success"], job
    assert read_shapes(rows, "made") == [MERCATOR]
    assert import_source(table_copy="made")["table_name"] == "made_copy"
    assert read_shapes(rows, "made_copy") == [MERCATOR]


@pytest.mark.parametrize(
    ("column", "value", "degrees"),
    [
        ("the_geom geometry(Point,4326)", "ST_SetSRID(ST_MakePoint(1, 2), 4326)", "SRID=4326;POINT(1 2)"),
        ("geom geometry", "ST_MakePoint(1, 2)", "SRID=4326;POINT(1 2)"),
        ("geom geometry(PointZ,4326)", "ST_SetSRID(ST_MakePoint(1, 2, 3), 4326)", "SRID=4326;POINT(1 2)"),
        ("geom geometry(Point,3857)", "ST_SetSRID(ST_MakePoint(0, 0), 3857)", "SRID=4326;POINT(0 0)"),
        ("the_geom_webmercator geometry(Point,3857)", "ST_SetSRID(ST_MakePoint(0, 0), 3857)", "SRID=4326;POINT(0 0)"),
        ("the_geom text", "'SRID=4326;POINT(1 2)'", "SRID=4326;POINT(1 2)"),
        ("the_geom text", "'Berlin'", None),
        ("name text", "'Berlin'", None),
    ],
)
def test_cartodbfy_takes_what_geometry_there_is(rows: Rows, column: str, value: str, degrees: str | None) -> None:
    rows(f"CREATE TABLE t (a int, {column}); INSERT INTO t VALUES (1, {value}); SELECT CDB_CartodbfyTable('t')")
    [(found, metres)] = read_shapes(rows, "t")
    assert found == degrees
    assert (metres is None) == (degrees is None)


def test_webmercator_is_cut_near_the_poles(rows: Rows) -> None:
    rows("CREATE TABLE t (v int); SELECT CDB_CartodbfyTable('t')")
    rows("INSERT INTO t (the_geom) VALUES ('SRID=4326;POINT(0 90)'), ('SRID=4326;LINESTRING(0 0,0 90)')")
    assert read_shapes(rows, "t") == [
        ("SRID=4326;LINESTRING(0 0,0 90)", "SRID=3857;LINESTRING(0 0,0 20037508)"),
        ("SRID=4326;POINT(0 90)", None),
    ]


@pytest.mark.parametrize(
    ("kind", "described"),
    [
        ("geometry(Point,4326)", {"wkbtype": "Point", "dims": 2, "srid": 4326}),
        ("geometry(MultiPolygonZ,3857)", {"wkbtype": "MultiPolygon", "dims": 3, "srid": 3857}),
        ("geometry(LineStringZM)", {"wkbtype": "LineString", "dims": 4, "srid": 0}),
        ("geometry", {"dims": 4, "srid": -1}),
        ("geometry(CircularString)", {"wkbtype": "CircularString", "dims": 2, "srid": 0}),
        ("geography(Point,4326)", {"type": "geography", "wkbtype": "Point", "dims": 2, "srid": 4326}),
    ],
)
def test_fields(central: httpx.Client, kind: str, described: dict[str, Any]) -> None:
    fields = central.get("v2/sql", params={"q": f"SELECT NULL::{kind} AS g"}).json()["fields"]
    assert fields == {"g": {"type": "geometry", **described}}


def test_geojson(central: httpx.Client) -> None:
    point = "ST_SetSRID(ST_MakePoint(1.23456789, 2), 4326) AS the_geom"
    query = {
        "q": f"SELECT 1 AS a, {point}, ST_Transform({point.removesuffix(' AS the_geom')}, 3857) the_geom_webmercator"
    }
    [feature] = central.get("v2/sql", params={**query, "format": "geojson"}).json()["features"]
    assert feature["properties"] == {"a": 1}
    assert feature["geometry"] == {"type": "Point", "coordinates": [1.234568, 2]}
    [rounded] = central.get("v2/sql", params={**query, "format": "geojson", "dp": "2"}).json()["features"]
    assert rounded["geometry"]["coordinates"] == [1.23, 2]


def test_csv(central: httpx.Client, rows: Rows) -> None:
    rows(f"CREATE TABLE t (a int, the_geom geometry); INSERT INTO t VALUES (1, '{POINT}'), (2, NULL)")
    text = central.get("v2/sql", params={"q": "SELECT * FROM t ORDER BY a", "format": "csv"}).text
    assert list(csv.reader(io.StringIO(text))) == [["the_geom", "a"], [POINT, "1"], ["", "2"]]


def test_copy_into_geometry(central: httpx.Client, rows: Rows) -> None:
    rows("CREATE TABLE t (name text); SELECT CDB_CartodbfyTable('t')")
    copy = "COPY t (the_geom, name) FROM STDIN WITH (FORMAT csv)"
    answer = central.post("v2/sql/copyfrom", params={"q": copy}, content=b"SRID=4326;POINT(1 2),a\n")
    assert answer.json()["total_rows"] == 1
    assert read_shapes(rows, "t") == [MERCATOR]


@pytest.mark.parametrize(
    ("call", "shape"),
    [
        ("CDB_LatLng(43, -120)", "SRID=4326;POINT(-120 43)"),
        ("CDB_LatLng(43.5::float8, -120)", "SRID=4326;POINT(-120 43.5)"),
        (
            "ST_SnapToGrid(CDB_MakeHexagon(ST_Point(0, 0), 2), 0.01)",
            "POLYGON((2 0,1 -1.73,-1 -1.73,-2 0,-1 1.73,1 1.73,2 0))",
        ),
        ("CDB_XYZ_Extent(1, 0, 1)", "SRID=3857;POLYGON((0 20037508,0 0,20037508 0,20037508 20037508,0 20037508))"),
    ],
)
def test_shapes_of_the_extension(rows: Rows, call: str, shape: str) -> None:
    assert rows(f"SELECT ST_AsEWKT({call}, {2 if 'Hexagon' in call else 0 if 'XYZ' in call else 9}) AS shape") == [
        {"shape": shape}
    ]


@pytest.mark.parametrize(
    ("call", "cells"),
    [
        ("CDB_RectangleGrid(ST_MakeEnvelope(0, 0, 10, 8, 3857), 2, 4)", 10),
        ("CDB_RectangleGrid(ST_MakeEnvelope(0, 0, 10, 8, 3857), 2, 4, ST_SetSRID(ST_Point(1, 1), 3857))", 10),
        ("CDB_HexagonGrid(ST_MakeEnvelope(0, 0, 10, 8, 3857), 2)", 10),
    ],
)
def test_grids(rows: Rows, call: str, cells: int) -> None:
    [row] = rows(f"SELECT count(*) AS cells, bool_and(ST_IsValid(cell)) AS valid FROM {call} AS cell")
    assert row == {"cells": cells, "valid": True}


def test_grids_that_are_too_large(central: httpx.Client) -> None:
    for call in ("CDB_HexagonGrid(box, 0.001)", "CDB_RectangleGrid(box, 0.001, 0.001)"):
        query = f"SELECT {call} FROM ST_MakeEnvelope(0, 0, 10, 8) AS box"
        answer = central.get("v2/sql", params={"q": query})
        assert answer.json()["error"] == ["The requested grid is too big to be rendered"]
