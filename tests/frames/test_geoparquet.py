"""GeoParquet as others read it, and back."""

import json
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely

from carto_ext import Carto, DownloadError, InvalidArgumentError
from carto_ext.frames import FrameError

pytestmark = pytest.mark.postgis


@pytest.fixture(scope="module")
def parks(carto: Carto) -> str:
    carto.sql.query(
        "CREATE TABLE parks AS SELECT n AS cartodb_id, 'park ' || n AS name, n * 1.5 AS area,"
        " ST_SetSRID(ST_MakePoint(random() * 360 - 180, random() * 180 - 90), 4326)::geometry(Point,4326) AS the_geom,"
        " NULL::geometry(Point,3857) AS the_geom_webmercator FROM generate_series(1, 150000) AS n"
    )
    return "parks"


def geo(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pq.read_metadata(path).metadata[b"geo"])
    return found


def test_a_file_says_what_is_in_it(carto: Carto, parks: str, tmp_path: Path) -> None:
    path = tmp_path / "parks.parquet"
    result = carto.frames.to_geoparquet(parks, path)
    assert (result.path, result.rows, result.crs) == (path, 150_000, "EPSG:4326")
    assert result.bytes == path.stat().st_size
    assert list(result.columns) == ["cartodb_id", "name", "area", "the_geom"]
    told = geo(path)
    column = told["columns"]["the_geom"]
    assert (told["version"], told["primary_column"], column["encoding"]) == ("1.1.0", "the_geom", "WKB")
    assert column["geometry_types"] == ["Point"]
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    metadata = pq.read_metadata(path)
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [65_536, 65_536, 18_928]
    assert metadata.row_group(0).column(3).compression == "ZSTD"
    assert [file.name for file in tmp_path.iterdir()] == ["parks.parquet"]


def test_boxes_hold_their_geometries(carto: Carto, parks: str, tmp_path: Path) -> None:
    """Rounded to 32 bits, they are larger by the least that is possible, and readers find all of a region by them."""
    carto.frames.to_geoparquet(parks, tmp_path / "parks.parquet")
    frame = geopandas.read_parquet(tmp_path / "parks.parquet")
    boxes = pq.read_table(tmp_path / "parks.parquet", columns=["bbox"]).column(0).combine_chunks()
    x = shapely.get_x(frame.geometry.values)
    low, high = (boxes.field(edge).to_numpy() for edge in ("xmin", "xmax"))
    assert (low <= x).all()
    assert (x <= high).all()
    assert (high - low <= 2 * np.spacing(np.abs(low).astype(np.float32))).all()
    region = (10.0, 20.0, 30.0, 40.0)
    found = geopandas.read_parquet(tmp_path / "parks.parquet", bbox=region)
    assert sorted(found["cartodb_id"]) == sorted(frame.cx[10:30, 20:40]["cartodb_id"])


def test_others_read_it(carto: Carto, parks: str, tmp_path: Path) -> None:
    path = tmp_path / "parks.parquet"
    carto.frames.to_geoparquet(f"SELECT * FROM {parks} WHERE cartodb_id <= 1000", path)
    expected = carto.frames.geopandas(f"SELECT * FROM {parks} WHERE cartodb_id <= 1000")
    found = geopandas.read_parquet(path)
    assert found.crs == "EPSG:4326"
    assert found.geometry.name == "the_geom"
    assert found.geometry.geom_equals(expected.geometry).all()
    with duckdb.connect() as database:
        rows = database.execute(f"SELECT count(*), max(name), typeof(any_value(the_geom)) FROM '{path}'").fetchall()
    assert rows[0][:2] == (1000, "park 999")
    assert rows[0][2] in ("BLOB", "GEOMETRY") or rows[0][2].startswith("GEOMETRY")


def test_gdal_reads_it(carto: Carto, parks: str, tmp_path: Path) -> None:
    if "Parquet" not in pyogrio.list_drivers():
        pytest.skip("the GDAL of pyogrio's wheel is built without Parquet; one from conda-forge has it")
    carto.frames.to_geoparquet(f"SELECT * FROM {parks} WHERE cartodb_id <= 1000", tmp_path / "parks.parquet")
    found = pyogrio.read_dataframe(tmp_path / "parks.parquet")
    assert len(found) == 1000
    assert found.crs == "EPSG:4326"


def test_hilbert_order_puts_near_rows_together(carto: Carto, parks: str, tmp_path: Path) -> None:
    def spread(path: Path) -> float:
        metadata = pq.read_metadata(path)
        names = [metadata.schema.column(n).path for n in range(metadata.num_columns)]
        place = names.index("bbox.xmin")
        statistics = [metadata.row_group(n).column(place).statistics for n in range(metadata.num_row_groups)]
        return float(np.mean([one.max - one.min for one in statistics]))

    carto.frames.to_geoparquet(parks, tmp_path / "as_they_come.parquet")
    carto.frames.to_geoparquet(parks, tmp_path / "hilbert.parquet", hilbert=True)
    assert len(geopandas.read_parquet(tmp_path / "hilbert.parquet")) == 150_000
    assert spread(tmp_path / "hilbert.parquet") < 0.9 * spread(tmp_path / "as_they_come.parquet")


KINDS = [
    ("POINT(1 2)", 3857, ["Point"]),
    ("POLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))", 25832, ["Polygon Z"]),
    ("MULTILINESTRING((0 0, 1 1))", 0, ["MultiLineString"]),
    ("POINT M (1 2 3)", 4326, []),
    ("CIRCULARSTRING(0 0, 1 1, 2 0)", 4326, []),
    ("POINT EMPTY", 4326, ["Point"]),
]


@pytest.mark.parametrize(("wkt", "srid", "names"), KINDS)
def test_kinds_and_systems(carto: Carto, tmp_path: Path, wkt: str, srid: int, names: list[str]) -> None:
    path = tmp_path / "kinds.parquet"
    carto.frames.to_geoparquet(
        f"SELECT 1 AS bbox, ST_GeomFromText('{wkt}', {srid}) AS shape UNION ALL SELECT 2, NULL", path
    )
    column = geo(path)["columns"]["shape"]
    assert column["geometry_types"] == names
    assert (column["crs"] and column["crs"]["id"]["code"]) == (srid or None)
    assert column["covering"]["bbox"]["ymax"] == ["bbox_2", "ymax"]
    boxes = pq.read_table(path, columns=["bbox_2"]).column(0)
    assert boxes.null_count == (2 if "CIRC" in wkt or "EMPTY" in wkt else 1)
    if "CIRC" not in wkt:
        frame = geopandas.read_parquet(path)
        assert frame.crs == (f"EPSG:{srid}" if srid else None)
    if srid:
        carto.frames.from_geoparquet(path, "kinds_back", if_exists="replace", cartodbfy=False)
        found = carto.sql.query("SELECT ST_AsEWKT(the_geom) AS g, bbox FROM kinds_back ORDER BY bbox").rows
        expected = carto.sql.query(f"SELECT ST_AsEWKT(ST_GeomFromText('{wkt}', {srid})) AS g").rows[0]["g"]
        assert [(row["bbox"], row["g"]) for row in found] == [(1, expected), (2, None)]


def test_back_into_a_table(carto: Carto, parks: str, tmp_path: Path) -> None:
    carto.frames.to_geoparquet(parks, tmp_path / "parks.parquet")
    told: list[tuple[int, int]] = []
    result = carto.frames.from_geoparquet(
        tmp_path / "parks.parquet", "parks_back", progress=lambda *now: told.append(now)
    )
    assert result.rows == told[-1][0] == 150_000
    same = carto.sql.query(
        "SELECT count(*) AS n FROM parks AS a JOIN parks_back AS b USING (cartodb_id)"
        " WHERE a.name = b.name AND a.area = b.area AND a.the_geom = b.the_geom"
    )
    assert same.rows == [{"n": 150_000}]
    assert "bbox" not in carto.sql.query("SELECT * FROM parks_back LIMIT 0").fields.to_dict()


def test_files_of_others(carto: Carto, tmp_path: Path) -> None:
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=shapely.points([[1, 2]]), crs="OGC:CRS84")
    frame.to_parquet(tmp_path / "geopandas.parquet", write_covering_bbox=True)
    carto.frames.from_geoparquet(tmp_path / "geopandas.parquet", "of_geopandas")
    assert carto.sql.query("SELECT n, ST_AsEWKT(the_geom) AS g FROM of_geopandas").rows == [
        {"n": 1, "g": "SRID=4326;POINT(1 2)"}
    ]
    pq.write_table(pa.table({"n": [1]}), tmp_path / "plain.parquet")
    assert carto.frames.from_geoparquet(tmp_path / "plain.parquet", "plain_file").rows == 1
    frame.to_parquet(tmp_path / "native.parquet", geometry_encoding="geoarrow")
    with pytest.raises(FrameError, match="encoded as point"):
        carto.frames.from_geoparquet(tmp_path / "native.parquet", "native")
    (tmp_path / "text.parquet").write_text("no parquet")
    for name in ("text.parquet", "nothing.parquet"):
        with pytest.raises(InvalidArgumentError, match="give a Parquet file"):
            carto.frames.from_geoparquet(tmp_path / name, "nothing")


def test_a_table_without_geometry_is_a_parquet_file(carto: Carto, tmp_path: Path) -> None:
    carto.frames.to_geoparquet("SELECT 1 AS a WHERE false", tmp_path / "none.parquet")
    assert pq.read_table(tmp_path / "none.parquet").to_pydict() == {"a": []}
    assert b"geo" not in (pq.read_metadata(tmp_path / "none.parquet").metadata or {})


def test_a_failure_leaves_the_file_of_before(carto: Carto, tmp_path: Path) -> None:
    path = tmp_path / "kept.parquet"
    carto.frames.to_geoparquet("SELECT 1 AS a", path)
    with pytest.raises(DownloadError):
        carto.frames.to_geoparquet("SELECT 1 / (300000 - n) AS a FROM generate_series(1, 400000) AS n", path)
    assert pq.read_table(path).to_pydict() == {"a": [1]}
    assert [file.name for file in tmp_path.iterdir()] == ["kept.parquet"]
    with pytest.raises(InvalidArgumentError, match="cannot be written"):
        carto.frames.to_geoparquet("SELECT 1 AS a", tmp_path / "nowhere" / "a.parquet")
