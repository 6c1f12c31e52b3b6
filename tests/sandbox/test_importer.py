"""How a file is understood: names, types, delimiters, encodings and geometries."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carto_sandbox.database import geometry
from carto_sandbox.database.column_types import ColumnGuess, classify
from carto_sandbox.database.naming import make_column_names, make_table_name
from carto_sandbox.importing.codes import CATALOGUE, ImportFailureError, describe
from carto_sandbox.importing.csv_source import CsvSource
from carto_sandbox.importing.geojson_source import GeoJsonSource
from carto_sandbox.importing.importer import detect_format, unpack

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("file_name", "table_name"),
    [
        ("airports.csv", "airports"),
        ("My Data (2).CSV", "my_data_2"),
        ("archive.csv.gz", "archive"),
        ("Größe.geojson", "groe"),
        ("2020-sales.csv", "table_2020_sales"),
        ("v1.2.csv", "v1_2"),
        ("select.csv", "select_t"),
        (r"C:\files\x.csv", "x"),
        ("日本.csv", ""),
        ("a" * 80 + ".csv", "a" * 63),
    ],
)
def test_table_names(file_name: str, table_name: str) -> None:
    assert make_table_name(file_name) == table_name


def test_column_names() -> None:
    headers = ["Name", "name", " Two Words ", "", "2020", "xmin", "order", "Straße", "日本"]
    names = ["name", "name_1", "two_words", "field_4", "_2020", "_xmin", "_order", "strae", "field_9"]
    assert make_column_names(headers) == names


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("0", "bigint"), ("-12", "bigint"), ("123456789012345678", "bigint"),
        ("1234567890123456789", "double precision"),
        ("1.5", "double precision"), (".5", "double precision"), ("-1e-7", "double precision"),
        ("0.0", "double precision"),
        ("007", "text"), ("1e999", "text"), ("1e-999", "text"), ("NaN", "text"), ("1,5", "text"), ("١٢", "text"),
        ("true", "boolean"), ("FALSE", "boolean"), ("yes", "text"),
        ("2021-03-02", "timestamptz"), ("2021/3/2 10:00", "timestamptz"), ("2021-03-02T10:00:06.123Z", "timestamptz"),
        ("2021-03-02 10:00:06+01:00", "timestamptz"), ("2021-02-30", "text"), ("2021-03-02 25:00", "text"),
        ("2021-03-02 10:00+99", "text"), ("12:00", "text"),
    ],
)  # fmt: skip
def test_types_of_values(value: str, kind: str) -> None:
    assert classify(value) == kind


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["1", "", "2"], "bigint"),
        (["1", " 2.5 "], "double precision"),
        (["1", "true"], "text"),
        (["2021-01-01", "1"], "text"),
        (["1", "x", "2"], "text"),
        (["", ""], "text"),
    ],
)
def test_types_of_columns(values: list[str], kind: str) -> None:
    guess = ColumnGuess()
    guess.observe(values)
    assert guess.kind == kind


def _source(folder: Path, content: bytes) -> CsvSource:
    path = folder / "file"
    path.write_bytes(content)
    return CsvSource(path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    rows = (
        ["a,b", '1,"x;y"', '2,"p|q, r"']
        if delimiter == ","
        else [f"a{delimiter}b", f"1,5{delimiter}x, y", f"2{delimiter}"]
    )
    source = _source(tmp_path, "\r\n".join(rows).encode())
    assert source.delimiter == delimiter
    assert source.headers == ["a", "b"]
    assert len(list(source.records())) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    source = _source(tmp_path, "città,n\nÜber,1\n".encode(encoding))
    assert source.headers == ["città", "n"]
    assert list(source.records()) == [["Über", "1"]]


def test_a_byte_that_is_no_utf8_far_behind_the_sample(tmp_path: Path) -> None:
    source = _source(tmp_path, b"name\n" + b"plain\n" * 400_000 + b"caf\xe9\n")
    *_, last = source.records()
    assert last == ["café"]


def test_rows_of_odd_length_and_blank_lines(tmp_path: Path) -> None:
    source = _source(tmp_path, b"\n\na,b,c,\n1\n\n1,2,3,,\n")
    assert source.headers == ["a", "b", "c"]
    assert list(source.records()) == [["1", "", ""], ["1", "2", "3"]]


def test_line_breaks_inside_quotes(tmp_path: Path) -> None:
    source = _source(tmp_path, b'a,b\n"one\ntwo","say ""hi"""\n')
    assert list(source.records()) == [["one\ntwo", 'say "hi"']]


def test_quoted_values_are_text_when_they_are_not_to_be_guessed(tmp_path: Path) -> None:
    source = _source(tmp_path, b'"a","b"\n"1",2\n"3",4\n')
    assert source.guesses(types=True, quoted=True) == ["bigint", "bigint"]
    assert source.guesses(types=True, quoted=False) == ["text", "bigint"]
    assert source.guesses(types=False, quoted=True) == ["text", "text"]


def test_geojson_is_read_feature_by_feature(tmp_path: Path) -> None:
    path = tmp_path / "file"
    properties = '{"n":%d,"s":"%d","when":"2020-01-01"}'
    feature = '{"type":"Feature","geometry":{"type":"Point","coordinates":[%d,1]},"properties":' + properties + "}"
    features = ",".join(feature % (n % 180, n, n) for n in range(5000))
    path.write_text(
        '{"name":"features","crs":{"features":[1]},"features":[' + features + '],"type":"FeatureCollection"}'
    )
    source = GeoJsonSource(path)
    assert source.headers == ["the_geom", "n", "s", "when"]
    assert source.guesses(types=True, quoted=True) == ["text", "bigint", "text", "timestamptz"]
    assert source.guesses(types=False, quoted=True) == ["text", "bigint", "text", "text"]
    records = list(source.records())
    assert len(records) == 5000
    assert records[7] == ["SRID=4326;POINT(7 1)", "7", "7", "2020-01-01"]


def test_geojson_of_one_feature_and_of_one_geometry(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text('{"type":"Feature","geometry":null,"properties":{"a":{"b":[1]},"c":null,"d":true,"e":1.5}}')
    source = GeoJsonSource(path)
    assert list(source.records()) == [["", '{"b": [1]}', "", "true", "1.5"]]
    assert source.guesses(types=True, quoted=True) == ["text", "text", "text", "boolean", "double precision"]
    path.write_text('{"type":"LineString","coordinates":[[1,2],[3,4.5]]}')
    assert list(GeoJsonSource(path).records()) == [["SRID=4326;LINESTRING(1 2,3 4.5)"]]


@pytest.mark.parametrize(
    "text",
    [
        "[]", '{"type":"FeatureCollection"}', '{"features":[1]}', '{"features":[{"properties":5}]}', '{"features":[',
        '{"features":[{"geometry":{"type":"Point","coordinates":["x","y"]}}]}', '{"type":"Circle","coordinates":[1,2]}',
        '{"features":[{"geometry":{"type":"Point","coordinates":{}}}]}',
    ],
)  # fmt: skip
def test_what_is_no_geojson(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    with pytest.raises(ImportFailureError) as caught:
        list(GeoJsonSource(path).records())
    assert caught.value.code == 3007


POLYGON = [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 1], [2, 1], [1, 2], [1, 1]]]


@pytest.mark.parametrize(
    ("value", "ewkt"),
    [
        ({"type": "Point", "coordinates": [1, 2.5, 9]}, "POINT(1 2.5 9)"),
        ({"type": "Polygon", "coordinates": POLYGON}, "POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,1 2,1 1))"),
        ({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, "MULTIPOINT(1 2,3 4)"),
        ({"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]]]}, "MULTILINESTRING((1 2,3 4))"),
        ({"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [0, 0]]]]}, "MULTIPOLYGON(((0 0,1 0,0 0)))"),
        ({"type": "Polygon", "coordinates": []}, "POLYGON EMPTY"),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]},
            "GEOMETRYCOLLECTION(POINT(1 2))",
        ),
    ],
)
def test_geojson_geometries(value: dict[str, Any], ewkt: str) -> None:
    assert geometry.from_geojson(value) == "SRID=4326;" + ewkt


def test_well_known_text_and_binary() -> None:
    point = struct.pack("<BIdd", 1, 1, 1.5, 2.0)
    with_srid = struct.pack("<BIIdd", 1, 0x20000001, 4326, 1.5, 2.0)
    with_height = struct.pack(">BIddd", 0, 1001, 1.5, 2.0, 7.0)
    multi = struct.pack("<BII", 1, 4, 2) + point + point
    polygon = struct.pack("<BIII6d", 1, 3, 1, 3, 0, 0, 1, 0, 0, 0)
    for data in (point, with_srid, with_height):
        assert geometry.from_text(data.hex().upper()) == "SRID=4326;POINT(1.5 2.0)"
    assert geometry.from_text(multi.hex()) == "SRID=4326;MULTIPOINT((1.5 2.0),(1.5 2.0))"
    assert geometry.from_text(polygon.hex()) == "SRID=4326;POLYGON((0.0 0.0,1.0 0.0,0.0 0.0))"
    assert geometry.from_text("SRID=3857;POINT(1 2)") == "SRID=3857;POINT(1 2)"
    assert geometry.from_text(" Point Z (1 2 3) ") == "SRID=4326;Point Z (1 2 3)"
    assert geometry.from_text('{"type":"Point","coordinates":[1,2]}') == "SRID=4326;POINT(1 2)"
    assert geometry.from_text("  ") is None
    for bad in ("Berlin", "POINT", "0101", "zz", "{}", point.hex()[:-2]):
        with pytest.raises(geometry.GeometryError):
            geometry.from_text(bad)


def test_coordinates() -> None:
    assert geometry.from_coordinates("13.4", " 52.5 ") == "SRID=4326;POINT(13.4 52.5)"
    for pair in (("", "1"), ("x", "1"), ("181", "0"), ("0", "-90.1"), ("nan", "1")):
        assert geometry.from_coordinates(*pair) is None


def test_formats(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content, kind in (
        (b"a,b\n1,2\n", "csv"),
        (b' {"a":1}', "geojson"),
        (b"PK\x03\x04", "zip"),
        (b"\x1f\x8b", "gzip"),
    ):
        path.write_bytes(content)
        assert detect_format(path, "name without an ending") == kind
    assert detect_format(path, "A.CSV") == "csv"
    with pytest.raises(ImportFailureError) as caught:
        detect_format(path, "sheet.xlsx")
    assert caught.value.code == 1002


def test_archives_hold_no_path_out_of_their_folder(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../outside.csv", "a\n1\n")
    path = tmp_path / "file"
    path.write_bytes(packed.getvalue())
    folder = tmp_path / "inner"
    folder.mkdir()
    [(member, name)] = unpack(path, "x.zip", folder)
    assert (member.parent, name) == (folder, "outside.csv")


def test_every_code_has_a_text() -> None:
    for code in CATALOGUE:
        text = describe(code, "because")
        assert text is not None
        assert text["source"] in ("user", "cartodb", "external")
        assert "because" in text["what_about"]
    assert describe(1010) is None


def test_all_types_in_the_database(upload: Upload, rows: Rows) -> None:
    text = "n,x,ok,day,word,empty\n1,1.5,true,2021-03-02,a\\b\t,\n,,,, ,\n"
    assert upload(text, "types.csv")["success"]
    columns = rows(
        "SELECT column_name AS c, data_type AS t FROM information_schema.columns"
        " WHERE table_name = 'types' AND column_name NOT LIKE 'the_geom%' ORDER BY ordinal_position"
    )
    assert [(column["c"], column["t"]) for column in columns] == [
        ("cartodb_id", "bigint"),
        ("n", "bigint"),
        ("x", "double precision"),
        ("ok", "boolean"),
        ("day", "timestamp with time zone"),
        ("word", "text"),
        ("empty", "text"),
    ]
    found = rows("SELECT n, x, ok, day, word, empty FROM types ORDER BY cartodb_id")
    day = "2021-03-02T00:00:00Z"
    assert found == [
        {"n": 1, "x": 1.5, "ok": True, "day": day, "word": "a\\b\t", "empty": ""},
        {"n": None, "x": None, "ok": None, "day": None, "word": " ", "empty": ""},
    ]


def test_a_cartodb_id_is_kept_and_counted_on(upload: Upload, rows: Rows) -> None:
    upload("cartodb_id,name,the_geom_webmercator\n7,x,junk\n9,y,junk\n", "kept.csv")
    rows("INSERT INTO kept (name) VALUES ('z')")
    assert rows("SELECT cartodb_id, name FROM kept ORDER BY 1") == [
        {"cartodb_id": 7, "name": "x"},
        {"cartodb_id": 9, "name": "y"},
        {"cartodb_id": 10, "name": "z"},
    ]


def test_geometry_columns(upload: Upload, rows: Rows) -> None:
    upload("name,the_geom\na,POINT(1 2)\nb,\n", "wkt.csv")
    assert rows("SELECT name FROM wkt WHERE the_geom IS NOT NULL") == [{"name": "a"}]
    upload("name,the_geom\na,nowhere\n", "bad.csv")
    assert rows("SELECT invalid_the_geom AS g FROM bad WHERE the_geom IS NULL") == [{"g": "nowhere"}]
    upload("lon,lat\n1,2\nx,3\n", "words.csv")
    assert rows("SELECT count(the_geom) AS n FROM words") == [{"n": 0}]
    upload("lng,lat\n1,2\n500,3\n", "far.csv")
    assert rows("SELECT count(the_geom) AS n, count(*) AS rows FROM far") == [{"n": 1, "rows": 2}]


def test_a_header_alone_makes_an_empty_table(upload: Upload, rows: Rows) -> None:
    assert upload("a,b\n", "header.csv")["tables_created_count"] == 1
    assert rows("SELECT count(*) AS n FROM header") == [{"n": 0}]
