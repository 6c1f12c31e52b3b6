"""Geometries where the server has PostGIS: imported, projected, kept up to date, and given out in every form."""

import csv
import io
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

pytestmark = pytest.mark.postgis

Ask = Callable[[str], list[dict[str, Any]]]
Import = Callable[..., dict[str, Any]]

DEADLINE_SECONDS = 30
POINT = "0101000020E6100000000000000000F03F0000000000000040"
"""(1 2) in longitude and latitude, as hexadecimal EWKB."""


@pytest.fixture
def client(postgis_account: Account) -> Iterator[httpx.Client]:
    auth = (postgis_account.username, postgis_account.api_key)
    with httpx.Client(base_url=f"{postgis_account.base_url}/api/", auth=auth, timeout=DEADLINE_SECONDS) as client:
        yield client


@pytest.fixture
def ask(client: httpx.Client) -> Ask:
    def read(query: str) -> list[dict[str, Any]]:
        answer = client.post("v2/sql", json={"q": query})
        assert answer.status_code == 200, answer.text
        rows: list[dict[str, Any]] = answer.json()["rows"]
        return rows

    return read


@pytest.fixture
def import_file(client: httpx.Client) -> Import:
    """Imports a text as a file, waits for the end and returns the import; with sql=… the rows of a query."""

    def run(name: str, text: str = "", **fields: str) -> dict[str, Any]:
        files = {"file": (name, text.encode())} if text else None
        sent = client.post("v1/imports", files=files, data=fields) if files else client.post("v1/imports", json=fields)
        assert sent.status_code == 200, sent.text
        deadline = time.monotonic() + DEADLINE_SECONDS
        while time.monotonic() < deadline:
            job: dict[str, Any] = client.get(f"v1/imports/{sent.json()['item_queue_id']}").json()
            if "success" in job:
                return job
            time.sleep(0.02)
        raise AssertionError("the import did not end")

    return run


def read_shapes(ask: Ask, table: str) -> list[tuple[str, str]]:
    """Both geometries of each row as text, rounded: a projection is not exact to the last digit."""
    rows = ask(f"SELECT ST_AsEWKT(the_geom, 9) AS a, ST_AsEWKT(the_geom_webmercator, 0) AS b FROM {table} ORDER BY 1")
    return [(row["a"], row["b"]) for row in rows]


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
def test_every_source_of_points(import_file: Import, ask: Ask, name: str, text: str) -> None:
    job = import_file(name, text)
    assert (job["success"], job["table_name"]) == (True, "t")
    [(degrees, metres)] = read_shapes(ask, "t")
    assert (degrees, metres) == MERCATOR


def test_shape_of_an_imported_table(import_file: Import, ask: Ask, client: httpx.Client) -> None:
    job = import_file("lakes.csv", 'name,the_geom\na,"MULTIPOLYGON(((0 0,1 0,1 1,0 0)))"\nb,\n')
    names = [row["n"] for row in ask("SELECT CDB_ColumnNames('lakes') AS n")]
    assert names == ["cartodb_id", "the_geom", "the_geom_webmercator", "name"]
    indexes = [row["indexname"] for row in ask("SELECT indexname FROM pg_indexes WHERE tablename = 'lakes' ORDER BY 1")]
    assert indexes == ["lakes_pkey", "lakes_the_geom_idx", "lakes_the_geom_webmercator_idx"]
    fields = client.get("v2/sql", params={"q": "SELECT * FROM lakes"}).json()["fields"]
    assert fields["the_geom"] == {"type": "geometry", "wkbtype": "Unknown", "dims": 2, "srid": 4326}
    assert fields["the_geom_webmercator"] == {"type": "geometry", "wkbtype": "Unknown", "dims": 2, "srid": 3857}
    table = client.get(f"v1/tables/{job['table_id']}").json()
    assert table["geometry_types"] == ["ST_MultiPolygon"]
    assert ["the_geom", "geometry", "geometry", "multipolygon"] in table["schema"]
    [dataset] = client.get("v1/viz", params={"type": "table"}).json()["visualizations"]
    assert dataset["table"]["geometry_types"] == ["ST_MultiPolygon"]


def test_imported_rows_stay_projected(import_file: Import, ask: Ask) -> None:
    import_file("t.csv", "longitude,latitude\n1,2\n")
    ask("INSERT INTO t (the_geom) VALUES (ST_SetSRID(ST_MakePoint(3, 0), 4326))")
    ask("UPDATE t SET the_geom = NULL WHERE cartodb_id = 1")
    assert read_shapes(ask, "t") == [("SRID=4326;POINT(3 0)", "SRID=3857;POINT(333958 0)"), (None, None)]


def test_a_text_that_is_no_geometry(import_file: Import, ask: Ask) -> None:
    import_file("bad.csv", "name,the_geom\na,nowhere\n")
    assert ask("SELECT the_geom, invalid_the_geom FROM bad") == [{"the_geom": None, "invalid_the_geom": "nowhere"}]
    import_file("half.csv", "name,the_geom\na,POINT(1 2)\nb,nowhere\n")
    assert ask("SELECT invalid_the_geom AS g FROM half WHERE the_geom IS NULL ORDER BY 1") == [
        {"g": "POINT(1 2)"},
        {"g": "nowhere"},
    ]


def test_a_query_becomes_a_dataset(import_file: Import, ask: Ask) -> None:
    job = import_file("", sql="SELECT 7 AS n, ST_SetSRID(ST_MakePoint(1, 2), 4326) AS geom", table_name="made")
    assert job["success"], job
    assert read_shapes(ask, "made") == [MERCATOR]
    assert import_file("", table_copy="made")["table_name"] == "made_copy"
    assert read_shapes(ask, "made_copy") == [MERCATOR]


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
def test_cartodbfy_takes_what_geometry_there_is(ask: Ask, column: str, value: str, degrees: str | None) -> None:
    ask(f"CREATE TABLE t (a int, {column}); INSERT INTO t VALUES (1, {value}); SELECT CDB_CartodbfyTable('t')")
    [(found, metres)] = read_shapes(ask, "t")
    assert found == degrees
    assert (metres is None) == (degrees is None)


def test_webmercator_is_cut_near_the_poles(ask: Ask) -> None:
    ask("CREATE TABLE t (v int); SELECT CDB_CartodbfyTable('t')")
    ask("INSERT INTO t (the_geom) VALUES ('SRID=4326;POINT(0 90)'), ('SRID=4326;LINESTRING(0 0,0 90)')")
    assert read_shapes(ask, "t") == [
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
def test_fields(client: httpx.Client, kind: str, described: dict[str, Any]) -> None:
    fields = client.get("v2/sql", params={"q": f"SELECT NULL::{kind} AS g"}).json()["fields"]
    assert fields == {"g": {"type": "geometry", **described}}


def test_geojson(client: httpx.Client) -> None:
    point = "ST_SetSRID(ST_MakePoint(1.23456789, 2), 4326) AS the_geom"
    query = {
        "q": f"SELECT 1 AS a, {point}, ST_Transform({point.removesuffix(' AS the_geom')}, 3857) the_geom_webmercator"
    }
    [feature] = client.get("v2/sql", params={**query, "format": "geojson"}).json()["features"]
    assert feature["properties"] == {"a": 1}
    assert feature["geometry"] == {"type": "Point", "coordinates": [1.234568, 2]}
    [rounded] = client.get("v2/sql", params={**query, "format": "geojson", "dp": "2"}).json()["features"]
    assert rounded["geometry"]["coordinates"] == [1.23, 2]


def test_csv(client: httpx.Client, ask: Ask) -> None:
    ask(f"CREATE TABLE t (a int, the_geom geometry); INSERT INTO t VALUES (1, '{POINT}'), (2, NULL)")
    text = client.get("v2/sql", params={"q": "SELECT * FROM t ORDER BY a", "format": "csv"}).text
    assert list(csv.reader(io.StringIO(text))) == [["the_geom", "a"], [POINT, "1"], ["", "2"]]


def test_copy_into_geometry(client: httpx.Client, ask: Ask) -> None:
    ask("CREATE TABLE t (name text); SELECT CDB_CartodbfyTable('t')")
    copy = "COPY t (the_geom, name) FROM STDIN WITH (FORMAT csv)"
    answer = client.post("v2/sql/copyfrom", params={"q": copy}, content=b"SRID=4326;POINT(1 2),a\n")
    assert answer.json()["total_rows"] == 1
    assert read_shapes(ask, "t") == [MERCATOR]


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
def test_shapes_of_the_extension(ask: Ask, call: str, shape: str) -> None:
    assert ask(f"SELECT ST_AsEWKT({call}, {2 if 'Hexagon' in call else 0 if 'XYZ' in call else 9}) AS shape") == [
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
def test_grids(ask: Ask, call: str, cells: int) -> None:
    [row] = ask(f"SELECT count(*) AS cells, bool_and(ST_IsValid(cell)) AS valid FROM {call} AS cell")
    assert row == {"cells": cells, "valid": True}


def test_grids_that_are_too_large(client: httpx.Client) -> None:
    for call in ("CDB_HexagonGrid(box, 0.001)", "CDB_RectangleGrid(box, 0.001, 0.001)"):
        query = f"SELECT {call} FROM ST_MakeEnvelope(0, 0, 10, 8) AS box"
        answer = client.get("v2/sql", params={"q": query})
        assert answer.json()["error"] == ["The requested grid is too big to be rendered"]
