"""How a file is understood: names, types, delimiters, encodings and geometries."""

import bz2
import gzip
import io
import json
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carto_sandbox.database import geometry
from carto_sandbox.database.column_types import ColumnGuess, classify
from carto_sandbox.database.naming import make_column_names, name_table_of
from carto_sandbox.importing.archives import MAX_RATIO, FoundFile, find_files
from carto_sandbox.importing.codes import CATALOGUE, ImportFailureError, describe
from carto_sandbox.importing.csv_source import CsvSource
from carto_sandbox.importing.geojson_source import GeoJsonSource
from carto_sandbox.importing.importer import open_source

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("file_name", "table_name"),
    [
        ("airports.csv", "airports"),
        ("My Data (2).CSV", "my_data_2"),
        ("archive.csv.gz", "archive"),
        ("Größe.geojson", "gr_e"),
        ("_private.csv", "table_private"),
        ("public.csv", "public_t"),
        ("old.csv", "old_t"),
        ("it's (1).csv", "its_1"),
        ("2020-sales.csv", "table_2020_sales"),
        ("v1.2.csv", "v1_2"),
        ("select.csv", "select_t"),
        (r"C:\files\x.csv", "x"),
        ("日本.csv", "table_"),
        ("a" * 80 + ".csv", "a" * 63),
    ],
)
def test_table_names(file_name: str, table_name: str) -> None:
    assert name_table_of(file_name) == table_name


def test_column_names() -> None:
    headers = [
        "Name",
        "name",
        " Two Words ",
        "",
        "2020",
        "xmin",
        "order",
        "Straße",
        "日本",
        "地址",
        "Регион",
        "Łódź <b>",
    ]
    names = [
        "name",
        "name_1",
        "two_words",
        "field_4",
        "_2020",
        "_xmin",
        "_order",
        "stra_e",
        "_",
        "__1",
        "region",
        "lodz",
    ]
    assert make_column_names(headers) == names


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("0", "bigint"), ("-12", "bigint"), ("123456789012345678", "bigint"),
        ("9223372036854775807", "bigint"), ("9223372036854775808", "double precision"),
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


@pytest.mark.parametrize(
    ("encoding", "word"),
    [
        *((encoding, "Über €5") for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")),
        *((encoding, "Über") for encoding in ("latin-1", "utf-32", "utf-32-le")),
        *((encoding, "Москва и Санкт-Петербург") for encoding in ("cp1251", "koi8-r", "cp866", "iso8859-5")),
        *((encoding, "東京はきれいなまちです") for encoding in ("shift_jis", "euc_jp")),
        ("euc_kr", "서울은 아름다운 도시입니다"),
        ("gb18030", "北京是一个美丽的城市"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, word: str) -> None:
    source = _source(tmp_path, f"name,n\n{word},1\n".encode(encoding))
    assert source.headers == ["name", "n"]
    assert list(source.records()) == [[word, "1"]]


def test_an_encoding_in_the_name(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes("name\nŁódź\n".encode("iso8859-2"))
    assert list(CsvSource(path, "towns_encoding_ISO-8859-2_encoding_.csv").records()) == [["Łódź"]]


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
    assert list(source.records()) == [[None, '{"b": [1]}', None, "true", "1.5"]]
    assert source.guesses(types=True, quoted=True) == ["text", "text", "text", "boolean", "double precision"]
    path.write_text('{"type":"LineString","coordinates":[[1,2],[3,4.5]]}')
    assert list(GeoJsonSource(path).records()) == [["SRID=4326;LINESTRING(1 2,3 4.5)"]]


@pytest.mark.parametrize(
    "text",
    [
        "[]", '{"type":"FeatureCollection"}', '{"features":[', '{"type":"Circle","coordinates":[1,2]}', "x",
        '{"features":[]} x',
    ],
)  # fmt: skip
def test_what_is_no_geojson(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    with pytest.raises(ImportFailureError) as caught:
        list(GeoJsonSource(path).records())
    assert caught.value.code == 1002


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ('{"features":[1,{"properties":5},{"geometry":{"type":"Point","coordinates":["x","y"]}}]}', [[None], [None]]),
        (
            '{"type":"Feature","properties":{"n":1},"geometry":null}\n{"type":"Feature","properties":{"n":2}}',
            [[None, "1"], [None, "2"]],
        ),
        ('\x1e{"type":"Point","coordinates":[1,2]}\n', [["SRID=4326;POINT(1 2)"]]),
        ('{"features":[{"id":"a","properties":{"n":""}},{"id":"b"}]}', [[None, "a", ""], [None, "b", None]]),
        *(
            (
                f'{{"features":[{{"geometry":{{"type":"Point","coordinates":[1,2]}}}}],"crs":{crs}}}',
                [[f"SRID={srid};POINT(1 2)"]],
            )
            for crs, srid in (
                ('{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}', 3857),
                ('{"type":"name","properties":{"name":"EPSG:25830"}}', 25830),
                ('{"type":"EPSG","properties":{"code":3857}}', 3857),
                ('{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}', 4326),
                ("null", 4326),
            )
        ),
    ],
)
def test_forms_of_geojson(tmp_path: Path, text: str, records: list[list[str | None]]) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    assert list(GeoJsonSource(path).records()) == records


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


def test_formats_without_an_ending(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content, kind in ((b"a,b\n1,2\n", CsvSource), (b' {"type":"Point","coordinates":[1,2]}', GeoJsonSource)):
        path.write_bytes(content)
        assert isinstance(open_source(FoundFile(path, "name without an ending"), tmp_path), kind)
    with pytest.raises(ImportFailureError) as caught:
        open_source(FoundFile(path, "letter.docx"), tmp_path)
    assert caught.value.code == 1002


def _pack(tmp_path: Path, members: dict[str, bytes]) -> Path:
    path = tmp_path / "file"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    (tmp_path / "inner").mkdir()
    return path


def test_archives_hold_no_path_out_of_their_folder(tmp_path: Path) -> None:
    path = _pack(tmp_path, {"../../outside.csv": b"a\n1\n", "/abs/../other.csv": b"a\n1\n"})
    found = find_files(path, "x.zip", tmp_path / "inner")
    assert all(file.path.resolve().is_relative_to(tmp_path / "inner") for file in found)
    assert sorted(file.name for file in found) == ["other.csv", "outside.csv"]


def test_what_of_an_archive_makes_tables(tmp_path: Path) -> None:
    names = ("B (1).CSV", "a/deep/x.txt", "README.txt", "my_readme_de.TXT", ".hidden.csv", "__MACOSX/a.csv", "logo.png")
    path = _pack(tmp_path, dict.fromkeys(names, b"a\n1\n"))
    found = find_files(path, "x.zip", tmp_path / "inner")
    assert sorted(file.name for file in found) == ["b_1.csv", "x.txt"]


@pytest.mark.parametrize("ending", ["gz", "bz2", "tar", "tar.gz", "tgz"])
def test_other_archives(tmp_path: Path, ending: str) -> None:
    content, packed = b"a\n1\n", io.BytesIO()
    if "t" in ending:
        with tarfile.open(fileobj=packed, mode="w:gz" if "gz" in ending else "w") as archive:
            info = tarfile.TarInfo("data.csv")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    path = tmp_path / "file"
    path.write_bytes(packed.getvalue() or {"gz": gzip, "bz2": bz2}[ending].compress(content))  # type: ignore[attr-defined]
    (tmp_path / "inner").mkdir()
    [file] = find_files(path, f"data.csv.{ending}" if "t" not in ending else f"x.{ending}", tmp_path / "inner")
    assert (file.name, file.path.read_bytes()) == ("data.csv", content)


@pytest.mark.parametrize("ending", ["zip", "gz", "bz2"])
def test_a_bomb_is_refused_before_it_is_large(tmp_path: Path, ending: str) -> None:
    content = bytes(300 * 1024 * 1024)
    path = tmp_path / "file"
    if ending == "zip":
        _pack(tmp_path, {"bomb.csv": content})
    else:
        (tmp_path / "inner").mkdir()
        path.write_bytes(bz2.compress(content) if ending == "bz2" else gzip.compress(content))
    del content
    with pytest.raises(ImportFailureError, match=f"{MAX_RATIO} times") as caught:
        find_files(path, f"bomb.csv.{ending}", tmp_path / "inner")
    assert caught.value.code == 6666
    written = sum(file.stat().st_size for file in (tmp_path / "inner").rglob("*"))
    assert written < 100 * 1024 * 1024


def test_a_line_without_end_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.write(b"a\n")
        for _ in range(40):
            file.write(b"x" * 1024 * 1024)
    source = CsvSource(path)
    tracemalloc.start()
    with pytest.raises(ImportFailureError) as caught:
        list(source.records())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.code == 2003
    assert peak < 150 * 1024 * 1024


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
    upload("geom,wkt,n\nnowhere,POINT(1 2),1\n", "first.csv")  # only the first of such columns is tried
    assert rows("SELECT invalid_the_geom AS g, wkt FROM first WHERE the_geom IS NULL") == [
        {"g": "nowhere", "wkt": "POINT(1 2)"}
    ]
    upload("geojson,n\n,1\n", "none.csv")
    assert [*rows("SELECT * FROM none")[0]] == ["cartodb_id", "the_geom", "the_geom_webmercator", "n"]
    upload("lon,lat\n1,2\nx,3\n", "words.csv")
    assert rows("SELECT count(the_geom) AS n FROM words") == [{"n": 0}]
    upload("lng,lat\n1,2\n500,3\n", "far.csv")
    assert rows("SELECT count(the_geom) AS n, count(*) AS rows FROM far") == [{"n": 1, "rows": 2}]
    upload("point_longitude,Point_Latitude\n1,2\n", "points.csv")
    assert rows("SELECT count(the_geom) AS n FROM points") == [{"n": 1}]
    upload("x,y\n1,2\n", "plane.csv")
    assert rows("SELECT count(the_geom) AS n FROM plane") == [{"n": 0}]
    upload("lng,lat\n1,2\n", "untyped.csv", type_guessing="false")
    assert rows("SELECT count(the_geom) AS n FROM untyped") == [{"n": 0}]


@pytest.mark.parametrize(
    ("shapes", "kept"),
    [
        ([{"type": "Polygon", "coordinates": POLYGON}], ["MULTIPOLYGON(((0 0,4 0,4 4,0 0),(1 1,2 1,1 2,1 1)))"]),
        ([None, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}], [None, "MULTILINESTRING((0 0,1 1))"]),
        (
            [{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, {"type": "Point", "coordinates": [5, 6]}],
            ["POINT(1 2)", "POINT(5 6)"],
        ),
        (
            [{"type": "Point", "coordinates": [5, 6]}, {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}],
            ["POINT(5 6)", "MULTIPOINT(1 2,3 4)"],
        ),
    ],
)
def test_kinds_of_geometries(upload: Upload, rows: Rows, shapes: list[Any], kept: list[str | None]) -> None:
    features = [{"type": "Feature", "properties": {"n": n}, "geometry": shape} for n, shape in enumerate(shapes)]
    upload(json.dumps({"type": "FeatureCollection", "features": features}), "shapes.geojson")
    found = [row["g"] for row in rows("SELECT the_geom AS g FROM shapes ORDER BY n")]
    assert found == [None if text is None else f"SRID=4326;{text}" for text in kept]


def test_nulls_of_geojson_stay_nulls(upload: Upload, rows: Rows) -> None:
    properties: list[dict[str, Any]] = [{"n": 1, "s": None}, {"n": 2, "s": ""}, {"n": 3}]
    features = [{"type": "Feature", "properties": one, "geometry": None} for one in properties]
    upload(json.dumps({"type": "FeatureCollection", "features": features}), "nulls.geojson")
    assert [row["s"] for row in rows("SELECT s FROM nulls ORDER BY n")] == [None, "", None]


def test_a_list_of_objects(upload: Upload, rows: Rows) -> None:
    upload('[{"a": 1, "b": "x, y", "c": null}, {"a": 2, "b": "z", "c": true}]', "list.json")
    assert rows("SELECT a, b, c FROM list ORDER BY a") == [
        {"a": 1, "b": "x y", "c": None},
        {"a": 2, "b": "z", "c": True},
    ]


def test_a_header_alone_makes_an_empty_table(upload: Upload, rows: Rows) -> None:
    assert upload("a,b\n", "header.csv")["tables_created_count"] == 1
    assert rows("SELECT count(*) AS n FROM header") == [{"n": 0}]
