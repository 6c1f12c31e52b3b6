"""Values, names, types and reference systems of frames, and errors on the way."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from carto_ext import AsyncCarto, Carto, DownloadError, InvalidArgumentError, InvalidRequestError
from carto_ext.frames import FrameError
from carto_sandbox import Account

pytestmark = pytest.mark.postgis


def one(carto: Carto, expression: str, **options: Any) -> Any:
    """A frame's column for one expression."""
    return carto.frames.arrow(f"SELECT {expression} AS value", **options).column(0)


def test_a_name_or_a_query(carto: Carto) -> None:
    carto.sql.query('CREATE TABLE plain AS SELECT 1 AS a; CREATE TABLE "Odd name.""x" AS SELECT 2 AS a')
    for source in (
        "plain",
        " public.plain ",
        '"plain"',
        "SELECT a FROM plain;",
        "-- all\nSELECT a FROM plain -- of it",
        "TABLE plain",
        "VALUES (1)",
        "WITH b AS (SELECT 1 AS a) SELECT * FROM b",
    ):
        assert carto.frames.arrow(source).column(0).to_pylist() == [1], source
    assert carto.frames.arrow('"Odd name.""x"').column(0).to_pylist() == [2]
    with pytest.raises(InvalidRequestError, match="no_such_table"):
        carto.frames.arrow("no_such_table")
    for blank in ("", " ;", "-- nothing"):
        with pytest.raises(InvalidArgumentError, match="blank"):
            carto.frames.arrow(blank)


def test_names_of_columns(carto: Carto) -> None:
    """Alike, odd, or none at all; a name is never what makes a query fail."""
    table = carto.frames.arrow(
        """SELECT 1 AS a, 'x' AS a, 2.5 AS a_2, 3 AS "a", 4 AS "A b"",';é", now() - now(), 5 AS c1, 6 AS c2"""
    )
    assert table.column_names == ["a", "a_3", "a_2", "a_4", "A b\",';é", "?column?", "c1", "c2"]
    assert table.column("a_3").to_pylist() == ["x"]
    assert [table.column(name).to_pylist() for name in ("c1", "c2")] == [[5], [6]]
    with pytest.raises(InvalidArgumentError, match="no columns"):
        carto.frames.arrow("SELECT FROM plain")


def test_null_and_empty_are_two_things(carto: Carto) -> None:
    assert one(carto, "unnest(ARRAY['', NULL, 'NULL', '\\N'])").to_pylist() == ["", None, "NULL", "\\N"]
    assert one(carto, "NULL::text FROM generate_series(1, 3)").to_pylist() == [None] * 3
    assert one(carto, "NULL::int FROM generate_series(1, 1)").to_pylist() == [None]
    found = one(carto, "unnest(ARRAY['NaN', NULL, 'Infinity', '-0']::float8[])")
    assert found.null_count == 1
    assert np.isnan(found[0].as_py())
    assert str(found[3].as_py()) == "-0.0"


def test_a_table_without_rows_has_its_types(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE empty_one (a int8, t text, g geometry(Point,3857))")
    frame = carto.frames.geopandas("empty_one")
    assert len(frame) == 0
    assert frame.crs == "EPSG:3857"
    assert str(frame.dtypes["a"]) == "int64[pyarrow]"
    assert carto.frames.arrow("empty_one").schema.names == ["a", "t", "g"]


def test_whole_numbers_with_null_stay_whole(carto: Carto) -> None:
    frame = carto.frames.pandas("SELECT unnest(ARRAY[9007199254740993, NULL]) AS n")
    assert frame["n"].tolist()[0] == 9007199254740993
    assert frame["n"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("numeric", "expected", "kind"),
    [
        ("float", 12345678901234567890.125, pa.float64()),
        ("text", "12345678901234567890.1250", pa.string()),
        ("decimal", Decimal("12345678901234567890.1250"), pa.decimal128(24, 4)),
        (pa.decimal128(30, 5), Decimal("12345678901234567890.1250"), pa.decimal128(30, 5)),
    ],
)
def test_numeric_is_read_as_asked(carto: Carto, numeric: Any, expected: object, kind: pa.DataType) -> None:
    found = one(carto, "12345678901234567890.1250::numeric", numeric=numeric)
    assert found.type == kind
    assert found.to_pylist() == [expected]


def test_numbers_that_no_decimal_holds(carto: Carto) -> None:
    with pytest.raises(FrameError, match=r"96 digits.*numeric=\"text\""):
        one(carto, "10::numeric(80) ^ 79", numeric="decimal")
    with pytest.raises(FrameError, match=r"numeric=\"text\""):
        one(carto, "'NaN'::numeric", numeric="decimal")
    with pytest.raises(InvalidArgumentError, match="numeric is 'exact'"):
        one(carto, "1", numeric="exact")


ODD = {
    "date": ["infinity", "-infinity"],
    "timestamp": ["infinity", "-infinity", "294276-12-31 23:59:59"],
    "timestamptz": ["infinity", "-infinity"],
    "time": ["24:00:00"],
}


@pytest.mark.parametrize("kind", ODD)
def test_times_that_no_frame_holds(carto: Carto, kind: str) -> None:
    """NULL, an error that names them, or all as text, as the caller says; in that form they come back."""
    table = f"odd_{kind}"
    values = ", ".join(f"('{text}')" for text in [*ODD[kind], "12:00" if kind == "time" else "2020-02-29"])
    carto.sql.query(f"CREATE TABLE {table} (value {kind}); INSERT INTO {table} VALUES {values}, (NULL)")
    assert carto.frames.arrow(table).column(0).null_count == len(ODD[kind]) + 1
    with pytest.raises(FrameError, match=f"'value' contains {ODD[kind][0]}.*odd_times"):
        carto.frames.arrow(table, odd_times="error")
    frame = carto.frames.arrow(table, odd_times="text")
    carto.frames.write(frame, f"{table}_back", cartodbfy=False)
    found = carto.sql.query(f"SELECT pg_typeof(value)::text AS kind, value::text AS was FROM {table}").rows
    assert carto.sql.query(f"SELECT pg_typeof(value)::text AS kind, value::text AS was FROM {table}_back").rows == found


def test_years_that_python_does_not_know(carto: Carto) -> None:
    """Their frames can be looked at, too."""
    columns = (
        "SELECT '0044-03-15 BC'::date AS d, '20000-01-01'::date AS later,"
        " '0044-03-15 01:02:03.5 BC'::timestamp AS t, '0044-03-15 01:00+01:30:15 BC'::timestamptz AS z"
    )
    assert "-043-03-14 23:29:45" in str(carto.frames.pandas(columns)["z"])
    # Not even pandas' printing knows such dates.
    assert carto.frames.pandas(columns)[["d", "later"]].isna().all(axis=None)
    with pytest.raises(FrameError, match="0044-03-15 BC"):
        carto.frames.pandas(columns, odd_times="error")
    table = carto.frames.arrow("SELECT '0044-03-15 BC'::date AS d, '1970-01-01 00:00:30+00:00:30'::timestamptz AS z")
    assert table.column("d").cast(pa.int32()).to_pylist() == [-735160]
    assert table.column("z").cast(pa.int64()).to_pylist() == [0]


def test_session_time_zones_do_not_matter(carto: Carto) -> None:
    found = one(carto, "timestamptz '2020-02-29 12:34:56.789012+05:30'")
    assert found.to_pylist() == [datetime.datetime(2020, 2, 29, 7, 4, 56, 789012, datetime.UTC)]


def test_a_row_larger_than_a_block(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE large AS SELECT n, repeat('a\"\n,', n * 400000) AS t FROM generate_series(0, 2) AS n")
    assert [len(text) for text in carto.frames.arrow("SELECT t FROM large ORDER BY n").column(0).to_pylist()] == [
        0,
        1_600_000,
        3_200_000,
    ]


def test_reference_systems(carto: Carto) -> None:
    point = "ST_MakePoint(1, 2)"
    assert carto.frames.geopandas(f"SELECT ST_SetSRID({point}, 25832) AS g").crs == "EPSG:25832"
    assert carto.frames.geopandas(f"SELECT {point} AS g").crs is None
    assert carto.frames.geopandas(f"SELECT ST_SetSRID({point}, 4326)::geography AS g").crs == "EPSG:4326"
    two = carto.frames.geopandas(
        f"SELECT ST_SetSRID({point}, 3857) AS a, ST_SetSRID({point}, 4326) AS the_geom, NULL::geometry AS n"
    )
    assert two.geometry.name == "the_geom"
    assert two["a"].crs == "EPSG:3857"
    assert two["n"].isna().all()
    with pytest.raises(FrameError, match=r"SRIDs 4326 and 3857.*ST_Transform"):
        carto.frames.arrow(f"SELECT ST_SetSRID({point}, srid) AS g FROM unnest(ARRAY[4326, 3857]) AS srid")


def test_reference_systems_of_other_authorities(carto: Carto) -> None:
    assert carto.frames.geopandas("SELECT ST_SetSRID(ST_MakePoint(1, 2), 54009) AS g").crs == "ESRI:54009"
    with pytest.raises(FrameError, match="PROJ does not know: select ST_Transform"):
        carto.frames.geopandas("SELECT ST_SetSRID(ST_MakePoint(1, 2), 910001) AS g")


def test_the_webmercator_column_is_left_out(carto: Carto) -> None:
    point = "ST_SetSRID(ST_MakePoint(1, 2), 4326)"
    columns = f"1 AS a, {point} AS the_geom, ST_Transform({point}, 3857) AS the_geom_webmercator, 2 AS b"
    assert carto.frames.arrow(f"SELECT {columns}").to_pydict()["b"] == [2]
    assert carto.frames.arrow(f"SELECT {columns}").column_names == ["a", "the_geom", "b"]
    kept = carto.frames.geopandas(f"SELECT {columns}", webmercator=True)
    assert kept["the_geom_webmercator"].crs == "EPSG:3857"
    assert carto.frames.arrow(f"SELECT {point} AS the_geom_webmercator").column_names == ["the_geom_webmercator"]


def test_curves_are_no_geometry_of_geopandas(carto: Carto) -> None:
    curve = "ST_GeomFromText('CIRCULARSTRING(0 0, 1 1, 2 0)', 4326)"
    assert carto.frames.arrow(f"SELECT {curve} AS g").num_rows == 1
    with pytest.raises(FrameError, match="ST_CurveToLine"):
        carto.frames.geopandas(f"SELECT {curve} AS g")


def test_without_geometry_it_is_a_dataframe(carto: Carto) -> None:
    frame = carto.frames.geopandas("SELECT 1 AS a")
    assert type(frame) is pd.DataFrame
    assert not isinstance(frame, geopandas.GeoDataFrame)


def test_an_error_in_the_middle_comes_after_what_came_before(carto: Carto) -> None:
    rows: list[int] = []
    with carto.frames.batches("SELECT n, 1 / (400000 - n) AS x FROM generate_series(1, 500000) AS n") as batches:
        with pytest.raises(DownloadError, match="division by zero"):
            rows.extend(map(len, batches))
        assert 100_000 < sum(rows) < 400_000


def test_progress_tells_rows_and_bytes(carto: Carto) -> None:
    told: list[tuple[int, int]] = []
    carto.frames.arrow(
        "SELECT n, 'text' AS t FROM generate_series(1, 500000) AS n", progress=lambda *now: told.append(now)
    )
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1][0] == 500_000
    assert told[-1][1] == sum(len(f"{n},text\n") for n in range(1, 500_001))


def test_batches_are_a_reader_for_others(carto: Carto, tmp_path: Path) -> None:
    with carto.frames.batches("SELECT n FROM generate_series(1, 1000) AS n") as batches:
        reader = pa.RecordBatchReader.from_batches(batches.schema, batches)
        assert reader.read_all().num_rows == 1000


def test_leaving_early_ends_the_query(carto: Carto) -> None:
    query = (
        "SELECT n, repeat('x', 100) AS left_early FROM generate_series(1, 1000) AS n, generate_series(1, 100000) AS m"
    )
    with carto.frames.batches(query) as batches:
        next(iter(batches))
    running = (
        "SELECT count(*) AS n FROM pg_stat_activity"
        " WHERE query LIKE '%left_early%' AND pid <> pg_backend_pid() AND state = 'active'"
    )
    for _ in range(100):
        if carto.sql.query(running).rows == [{"n": 0}]:
            return
        carto.sql.query("SELECT pg_sleep(0.1)")
    pytest.fail("the query goes on")


@pytest.mark.anyio
async def test_both_colours_give_the_same(account: Account, carto: Carto) -> None:
    query = (
        "SELECT n, n::text AS t, ST_SetSRID(ST_MakePoint(n, 1), 4326) AS the_geom FROM generate_series(1, 50000) AS n"
    )
    async with AsyncCarto(account.base_url, api_key=account.api_key) as aio_carto:
        assert (await aio_carto.frames.arrow(query)).equals(carto.frames.arrow(query))
        frame = await aio_carto.frames.geopandas(query)
        assert frame.equals(carto.frames.geopandas(query))
