"""Frames into tables: types, the swap, and a complete clean-up after errors."""

import datetime
import pickle
import sys
import threading
from decimal import Decimal
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import polars
import pyarrow as pa
import pytest
import shapely

from carto_ext import AsyncCarto, Carto, InvalidArgumentError, InvalidRequestError
from carto_ext._sync.frames import loading
from carto_ext.frames import FrameError, MissingExtraError
from carto_sandbox import Account

pytestmark = pytest.mark.postgis

POINTS = geopandas.GeoDataFrame(
    {"name": ["a", None, ""], "n": [1, 2, 3]},
    geometry=shapely.points([[1, 2], [3, 4], [5, 6]]),
    crs=4326,
)


def rows(carto: Carto, query: str) -> list[Any]:
    found: list[Any] = carto.sql.query(query).rows
    return found


def types(carto: Carto, table: str) -> dict[str, str]:
    fields = carto.sql.query(f"SELECT * FROM {table} LIMIT 0").fields.to_dict()
    return {name: field.get("pgtype", field["type"]) for name, field in fields.items()}


def leftovers(carto: Carto) -> list[str]:
    return [row["n"] for row in rows(carto, "SELECT CDB_UserTables() AS n") if row["n"].startswith("carto_load_")]


def test_a_geodataframe_becomes_a_dataset(carto: Carto) -> None:
    result = carto.frames.write(POINTS, "places")
    assert (result.schema, result.table, result.rows) == ("public", "places", 3)
    found = rows(
        carto,
        "SELECT name, n, ST_AsText(the_geom) AS g, ST_SRID(the_geom_webmercator) AS m FROM places ORDER BY cartodb_id",
    )
    assert [row["g"] for row in found] == ["POINT(1 2)", "POINT(3 4)", "POINT(5 6)"]
    assert [row["name"] for row in found] == ["a", None, ""]
    assert {row["m"] for row in found} == {3857}
    assert leftovers(carto) == []


@pytest.mark.parametrize(
    "frame",
    [
        POINTS,
        POINTS.to_arrow(),
        pa.table(POINTS.to_arrow()).to_reader(max_chunksize=1),
        pa.table(POINTS.to_arrow()).to_batches()[0],
        pd.DataFrame({"name": ["a", None, ""], "n": [1, 2, 3], "the_geom": shapely.to_wkb(POINTS.geometry.values)}),
        polars.DataFrame(
            {"name": ["a", None, ""], "n": [1, 2, 3], "the_geom": list(shapely.to_wkb(POINTS.geometry.values))}
        ),
        pd.DataFrame({"name": ["a", None, ""], "n": [1, 2, 3], "the_geom": shapely.to_wkt(POINTS.geometry.values)}),
        POINTS.to_arrow(geometry_encoding="geoarrow"),
        POINTS.to_crs(3857),
    ],
    ids=["geopandas", "stream", "reader", "batch", "pandas", "polars", "wkt", "geoarrow", "webmercator"],
)
def test_any_frame(carto: Carto, frame: Any) -> None:
    carto.frames.write(frame, "any_frame", if_exists="replace")
    found = rows(carto, "SELECT name, n, ST_AsText(ST_SnapToGrid(the_geom, 1e-9)) AS g FROM any_frame ORDER BY n")
    assert [tuple(row.values()) for row in found] == [
        ("a", 1, "POINT(1 2)"),
        (None, 2, "POINT(3 4)"),
        ("", 3, "POINT(5 6)"),
    ]


ARROW: dict[str, tuple[pa.Array, str, str]] = {
    "u8": (pa.array([255], pa.uint8()), "int2", "255"),
    "u32": (pa.array([2**32 - 1], pa.uint32()), "int8", "4294967295"),
    "u64": (pa.array([2**64 - 1], pa.uint64()), "numeric", "18446744073709551615"),
    "f16": (pa.array([np.float16(1.5)], pa.float16()), "float4", "1.5"),
    "nan": (pa.array([float("nan")]), "float8", "NaN"),
    "decimal": (pa.array([Decimal("1.50")]), "numeric", "1.50"),
    "wide": (pa.array([Decimal(10**50)], pa.decimal256(60, 0)), "numeric", str(10**50)),
    "category": (pa.array(["x"]).dictionary_encode(), "text", "x"),
    "view": (pa.array(["x"], pa.string_view()), "text", "x"),
    "nothing": (pa.array([None]), "text", ""),
    "ms": (pa.array([1500], pa.timestamp("ms")), "timestamp", "1970-01-01 00:00:01.5"),
    "ns": (pa.array([1_234_567_891], pa.timestamp("ns")), "timestamp", "1970-01-01 00:00:01.234568"),
    "zone": (pa.array([0], pa.timestamp("s", "America/New_York")), "timestamptz", "1970-01-01 00:00:00+00"),
    "far": (pa.array([-(10**15) * 70], pa.timestamp("us")), "timestamp", "0250-10-15 19:33:20 BC"),
    "date64": (pa.array([datetime.date(2020, 2, 29)], pa.date64()), "date", "2020-02-29"),
    "bc": (pa.array([-735160], pa.date32()), "date", "0044-03-15 BC"),
    "time_s": (pa.array([86399], pa.time32("s")), "time", "23:59:59"),
    "duration": (pa.array([90_000_000_001], pa.duration("ns")), "interval", "00:01:30"),
    "months": (
        pa.array([(14, 3, 5_000_000_000)], pa.month_day_nano_interval()),
        "interval",
        "1 year 2 mons 3 days 00:00:05",
    ),
    "bytes": (pa.array([b"\x00\xff"], pa.large_binary()), "bytea", "\\x00ff"),
    "fixed": (pa.array([b"ab"], pa.binary(2)), "bytea", "\\x6162"),
    "struct": (pa.array([{"a": 1, "b": [None, "é"]}]), "jsonb", '{"a": 1, "b": [null, "é"]}'),
    "map": (pa.array([[("k", 1)]], pa.map_(pa.string(), pa.int8())), "jsonb", '{"k": 1}'),
    "structs": (pa.array([[{"a": 1}]]), "jsonb", '[{"a": 1}]'),
    "list": (pa.array([[1, None]], pa.large_list(pa.int8())), "_int2", "{1,NULL}"),
    "texts": (pa.array([['a"b', "\\", "", None, "NULL", "{,}"]]), "_text", '{"a\\"b","\\\\","",NULL,"NULL","{,}"}'),
    "nested": (pa.array([[[1, 2], [3, 4]]], pa.list_(pa.list_(pa.int32(), 2))), "_int4", "{{1,2},{3,4}}"),
    "days": (pa.array([[datetime.date(2020, 1, 1)]]), "_date", "{2020-01-01}"),
    "uuid": (
        pa.ExtensionArray.from_storage(pa.uuid(), pa.array([bytes(range(16))], pa.binary(16))),
        "uuid",
        "00010203-0405-0607-0809-0a0b0c0d0e0f",
    ),
}


def test_types_come_from_the_frame(carto: Carto) -> None:
    table = pa.table({name: values for name, (values, _, _) in ARROW.items()})
    carto.frames.write(table, "typed", cartodbfy=False)
    assert types(carto, "typed") == {name: kind for name, (_, kind, _) in ARROW.items()}
    shown = ", ".join(f"format('%s', {name}) AS {name}" for name in ARROW)
    assert rows(carto, f"SELECT {shown} FROM typed") == [{name: text for name, (_, _, text) in ARROW.items()}]


def test_types_that_are_asked_for(carto: Carto) -> None:
    frame = pd.DataFrame({"code": ["01"], "price": [1.25], "doc": ['{"a":1}']})
    carto.frames.write(
        frame, "asked", types={"price": "numeric(12,2)", "doc": "jsonb", "code": "varchar(5)"}, indexes=["code"]
    )
    assert types(carto, "asked")["price"] == "numeric"
    assert rows(carto, "SELECT doc->>'a' AS a, price FROM asked") == [{"a": "1", "price": 1.25}]
    assert rows(
        carto, "SELECT count(*) AS n FROM pg_indexes WHERE tablename = 'asked' AND indexdef LIKE '%(code)%'"
    ) == [{"n": 1}]
    with pytest.raises(FrameError, match="no column 'prise'"):
        carto.frames.write(frame, "asked_wrongly", types={"prise": "numeric"})


def test_missing_values(carto: Carto) -> None:
    """NaN of numpy is what pandas calls missing; NaN of Arrow is a number."""
    frame = pd.DataFrame(
        {
            "f": [1.5, np.nan],
            "t": pd.to_datetime(["2020-01-01", None]),
            "n": pd.array([1, None], dtype="Int64"),
            "o": ["x", None],
        }
    )
    carto.frames.write(frame, "missing", cartodbfy=False)
    assert rows(carto, "SELECT count(f) AS f, count(t) AS t, count(n) AS n, count(o) AS o FROM missing") == [
        {"f": 1, "t": 1, "n": 1, "o": 1}
    ]


def test_a_table_that_exists(carto: Carto) -> None:
    carto.frames.write(POINTS, "there")
    with pytest.raises(InvalidArgumentError, match=r"'there' exists.*replace.*append"):
        carto.frames.write(POINTS, "there")
    carto.frames.write(POINTS.to_crs(3857), "there", if_exists="append")
    assert rows(
        carto, "SELECT count(*) AS n, count(DISTINCT cartodb_id) AS ids, max(ST_X(the_geom))::int AS x FROM there"
    ) == [{"n": 6, "ids": 6, "x": 5}]
    again = carto.frames.geopandas("there")
    carto.frames.write(again, "there", if_exists="append")
    assert rows(carto, "SELECT count(*) AS n, count(DISTINCT cartodb_id) AS ids FROM there") == [{"n": 12, "ids": 12}]
    carto.frames.write(POINTS[:1], "there", if_exists="replace")
    assert rows(carto, "SELECT count(*) AS n FROM there") == [{"n": 1}]
    with pytest.raises(InvalidArgumentError, match="if_exists is 'overwrite'"):
        carto.frames.write(POINTS, "there", if_exists="overwrite")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        (pd.DataFrame({"name": ["x"], "more": [1]}), "no column 'more'"),
        (pd.DataFrame({"n": ["x"]}), "'n' of 'narrow' is int4, but the frame has text"),
        (pd.DataFrame({"name": [b"x"]}), "is text, but the frame has bytea"),
        (POINTS, "no column 'the_geom'"),
    ],
)
def test_append_checks_columns(carto: Carto, frame: Any, reason: str) -> None:
    carto.sql.query("CREATE TABLE IF NOT EXISTS narrow (n int4, name text)")
    with pytest.raises(FrameError, match=reason):
        carto.frames.write(frame, "narrow", if_exists="append", cartodbfy=False)
    assert leftovers(carto) == []


def test_append_holds_values_against_the_columns(carto: Carto) -> None:
    """Fractions are not rounded to whole numbers."""
    carto.sql.query("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE strict (n int4, m mood)")
    carto.frames.write(pd.DataFrame({"n": [1], "m": ["ok"]}), "strict", if_exists="append")
    for wrong in (pd.DataFrame({"n": [1.5]}), pd.DataFrame({"m": ["glad"]})):
        with pytest.raises(InvalidRequestError, match="invalid input"):
            carto.frames.write(wrong, "strict", if_exists="append")
    assert rows(carto, "SELECT n, m FROM strict") == [{"n": 1, "m": "ok"}]
    assert leftovers(carto) == []


def test_replace_keeps_who_may_read(carto: Carto, account: Account) -> None:
    carto.frames.write(POINTS, "shown")
    carto.sql.query("GRANT SELECT ON shown TO publicuser")
    carto.frames.write(POINTS[:2], "shown", if_exists="replace")
    with Carto(account.base_url) as nobody:
        assert len(nobody.frames.geopandas("shown")) == 2


def test_nobody_sees_half_a_table(carto: Carto, account: Account) -> None:
    """Somebody looks all the time, and it is there all the time, with all rows of before or of afterwards."""
    carto.frames.write(pd.DataFrame({"n": range(10)}), "watched")
    seen, done = [], threading.Event()

    def watch() -> None:
        with Carto(account.base_url, api_key=account.api_key) as other:
            while not done.is_set():
                found = rows(other, "SELECT count(*) AS n, count(the_geom_webmercator) AS g FROM watched")
                seen.append(found[0]["n"])

    watcher = threading.Thread(target=watch)
    watcher.start()
    carto.frames.write(pd.DataFrame({"n": range(100_000)}), "watched", if_exists="replace")
    done.set()
    watcher.join()
    assert set(seen) <= {10, 100_000}
    assert 10 in seen


def test_a_failure_leaves_what_was_there(carto: Carto) -> None:
    carto.frames.write(POINTS, "kept")
    wrong = pd.DataFrame({"n": [*map(str, range(100_000)), "no number"]})
    with pytest.raises(InvalidRequestError, match="no number"):
        carto.frames.write(wrong, "kept", if_exists="replace", types={"n": "int"})
    carto.sql.query("CREATE VIEW upon AS SELECT name FROM kept")
    with pytest.raises(InvalidRequestError, match="depend"):
        carto.frames.write(POINTS, "kept", if_exists="replace")

    def stop(done: int, size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carto.frames.write(pd.DataFrame({"n": range(1_000_000)}), "kept", if_exists="replace", progress=stop)
    assert rows(carto, "SELECT count(*) AS n FROM upon") == [{"n": 3}]
    assert leftovers(carto) == []


@pytest.mark.anyio
async def test_a_cancelled_task_leaves_nothing(account: Account, carto: Carto) -> None:
    import anyio

    async with AsyncCarto(account.base_url, api_key=account.api_key) as aio_carto:
        with anyio.CancelScope() as scope:
            await aio_carto.frames.write(
                pd.DataFrame({"n": range(1_000_000)}), "cancelled", progress=lambda *_: scope.cancel()
            )
        assert scope.cancelled_caught
    assert leftovers(carto) == []
    with pytest.raises(InvalidRequestError):
        carto.sql.query("SELECT 1 FROM cancelled")


def test_many_rows_are_swapped_by_a_job(carto: Carto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_QUERY_ROWS", 0)
    carto.frames.write(POINTS, "by_job")
    carto.sql.query("CREATE VIEW upon_job AS SELECT name FROM by_job")
    with pytest.raises(Exception, match="depend"):
        carto.frames.write(POINTS[:1], "by_job", if_exists="replace")
    assert rows(carto, "SELECT count(*) AS n FROM by_job") == [{"n": 3}]
    assert leftovers(carto) == []


def test_a_full_account_is_told_what_to_do(carto: Carto) -> None:
    carto.sql.query(
        "CREATE FUNCTION public.CDB_CartodbfyTable(text, regclass) RETURNS regclass LANGUAGE plpgsql AS"
        " $$BEGIN RAISE EXCEPTION 'DB Quota exceeded by 12KB'; END$$"
    )
    with pytest.raises(InvalidRequestError, match="DB Quota exceeded") as caught:
        carto.frames.write(POINTS, "too_much")
    carto.sql.query("DROP FUNCTION public.CDB_CartodbfyTable(text, regclass)")
    assert "Delete unused data" in caught.value.__notes__[0]
    assert leftovers(carto) == []


def test_geometry_as_carto_has_it(carto: Carto) -> None:
    """The main one is flat; another one keeps its Z and its system."""
    frame = geopandas.GeoDataFrame(
        {"other": geopandas.GeoSeries.from_wkt(["POINT Z (1 2 3)", None], crs=25832)},
        geometry=geopandas.GeoSeries.from_wkt(["POLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))", "POINT EMPTY"], crs=4326),
    )
    carto.frames.write(frame, "as_carto")
    found = rows(carto, "SELECT ST_AsEWKT(the_geom) AS g, ST_AsEWKT(other) AS o FROM as_carto ORDER BY cartodb_id")
    assert found == [
        {"g": "SRID=4326;POLYGON((0 0,1 0,1 1,0 0))", "o": "SRID=25832;POINT(1 2 3)"},
        {"g": "SRID=4326;POINT EMPTY", "o": None},
    ]
    carto.frames.write(frame, "as_it_is", cartodbfy=False)
    assert (
        rows(carto, "SELECT ST_AsEWKT(the_geom) AS g FROM as_it_is")[0]["g"]
        == "SRID=4326;POLYGON((0 0 1,1 0 1,1 1 1,0 0 1))"
    )


def test_the_active_geometry_is_the_main_one(carto: Carto) -> None:
    frame = geopandas.GeoDataFrame(
        {"first": POINTS.geometry, "second": POINTS.geometry.translate(1)}, geometry="second", crs=4326
    )
    carto.frames.write(frame, "active")
    assert rows(carto, "SELECT ST_AsText(the_geom) AS g, ST_AsText(first) AS f FROM active LIMIT 1") == [
        {"g": "POINT(2 2)", "f": "POINT(1 2)"}
    ]


def test_reference_systems_that_are_not_said(carto: Carto) -> None:
    nowhere = geopandas.GeoDataFrame(geometry=POINTS.geometry.set_crs(None, allow_override=True))
    with pytest.raises(FrameError, match="set_crs"):
        carto.frames.write(nowhere, "nowhere")
    carto.frames.write(nowhere, "somewhere", srid=4326)
    local = POINTS.to_crs("+proj=laea +lat_0=10 +lon_0=10")
    with pytest.raises(FrameError, match=r"to_crs\(4326\)"):
        carto.frames.write(local, "nowhere")
    carto.frames.write(POINTS.to_crs("ESRI:54009"), "mollweide")
    assert rows(carto, "SELECT ST_AsText(ST_SnapToGrid(the_geom, 1e-6)) AS g FROM mollweide LIMIT 1") == [
        {"g": "POINT(1 2)"}
    ]


@pytest.mark.parametrize("name", ["My Parks", "1st", "parks-2026", "a" * 64, "Parks", ""])
def test_names_that_are_none(carto: Carto, name: str) -> None:
    with pytest.raises(InvalidArgumentError, match="cannot be the name of a table"):
        carto.frames.write(POINTS, name)


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (["a", "a"], "two columns are called 'a'"),
        (["", "b"], "is empty"),
        (["x" * 64, "b"], "longer than 63 bytes"),
        (["xmin", "b"], "is reserved by PostgreSQL"),
    ],
)
def test_columns_that_are_none(carto: Carto, columns: list[str], reason: str) -> None:
    with pytest.raises(FrameError, match=reason):
        carto.frames.write(pd.DataFrame([[1, 2]], columns=columns), "columns")


def test_odd_names_of_columns_stay(carto: Carto) -> None:
    frame = pd.DataFrame([[1, 2, 3]], columns=['A "b";', "select", 7])
    carto.frames.write(frame, "odd_columns", cartodbfy=False)
    assert carto.frames.arrow("odd_columns").column_names == ['A "b";', "select", "7"]


def test_more_columns_than_a_url_holds(carto: Carto) -> None:
    frame = pd.DataFrame([[1, 2]], columns=["é" * 30, "a"]).join(
        pd.DataFrame([range(500)], columns=[f"column_{number:03}_of_many" for number in range(500)])
    )
    carto.frames.write(frame, "wide")
    carto.frames.write(frame, "wide", if_exists="append")
    assert rows(carto, "SELECT count(DISTINCT cartodb_id) AS n, sum(column_499_of_many)::int AS s FROM wide") == [
        {"n": 2, "s": 998}
    ]


def test_no_rows_at_all(carto: Carto) -> None:
    assert carto.frames.write(POINTS[:0], "no_rows").rows == 0
    assert types(carto, "no_rows")["the_geom"] == "geometry"


def test_what_is_no_frame(carto: Carto) -> None:
    for wrong in ([1, 2], "parks.csv", None, {"a": [1]}):
        with pytest.raises(InvalidArgumentError, match="frame is"):
            carto.frames.write(wrong, "wrong")
    with pytest.raises(FrameError, match="different types"):
        carto.frames.write(pd.DataFrame({"o": [1, "x"]}), "wrong")


def test_parts_from_elsewhere(carto: Carto, account: Account) -> None:
    """Another client continues a load, which has one part that is never committed."""
    load = carto.frames.begin_load(POINTS, "in_parts")
    with Carto(account.base_url, api_key=account.api_key) as other:
        parts = [other.frames.load(load.plan).add(POINTS[number : number + 1]) for number in range(3)]
        other.frames.load(load.plan).add(POINTS)  # a try that was given up
    with pytest.raises(FrameError, match="a part has the columns"):
        load.add(POINTS.drop(columns="n"))
    assert load.commit(parts).rows == 3
    load.abort()
    assert rows(carto, "SELECT count(*) AS n, count(DISTINCT cartodb_id) AS ids FROM in_parts") == [{"n": 3, "ids": 3}]
    assert leftovers(carto) == []


@pytest.mark.parametrize(
    ("package", "extra", "call"),
    [
        ("pyarrow", "arrow", lambda carto: carto.frames.arrow("SELECT 1 AS a")),
        ("geopandas", "geo", lambda carto: carto.frames.geopandas("SELECT 1 AS a")),
        ("polars", "polars", lambda carto: carto.frames.polars("SELECT 1 AS a")),
        ("shapely", "geo", lambda carto: carto.frames.to_geoparquet("SELECT 1 AS a", "a.parquet")),
    ],
)
def test_a_missing_extra_is_named(
    carto: Carto, monkeypatch: pytest.MonkeyPatch, package: str, extra: str, call: Any
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"needs {package}: pip install 'carto-client\[.*{extra}\]'") as caught:
        call(carto)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.package, again.name) == (str(caught.value), package, package)
