# Made from tests/_async/test_frames.py by scripts/unasync; do not edit.
"""Frames in both colours; tests/frames has what they do not differ in."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import DownloadError, InvalidRequestError
from carto_ext.frames import FrameError
from carto_sandbox import Account

pytestmark = [pytest.mark.anyio, pytest.mark.postgis]

ROWS = 150_000
FEW = 20_000
POINTS = f"SELECT n, 'x' || n AS t, ST_SetSRID(ST_MakePoint(n, 1), 3857) AS g FROM generate_series(1, {ROWS}) AS n"


@pytest.fixture
def carto(postgis_account: Account) -> Iterator[Carto]:
    with Carto(postgis_account.base_url, api_key=postgis_account.api_key) as client:
        yield client


def test_a_frame_goes_round(carto: Carto, tmp_path: Path) -> None:
    """Query, frame, table, file, table, frame."""
    frame = carto.frames.geopandas(f"{POINTS} LIMIT {FEW}")
    assert (len(frame), frame.crs) == (FEW, "EPSG:3857")
    told: list[tuple[int, int]] = []
    result = carto.frames.write(frame, "once", progress=lambda *now: told.append(now))
    assert (result.rows, told[-1][0]) == (FEW, FEW)
    file = carto.frames.to_geoparquet("once", tmp_path / "once.parquet")
    assert file.rows == FEW
    assert (carto.frames.from_geoparquet(file.path, "twice")).rows == FEW
    once, twice = [carto.frames.arrow(f"SELECT n, t, the_geom FROM {name} ORDER BY n") for name in ("once", "twice")]
    assert once.equals(twice)
    assert len(carto.frames.pandas("twice")) == (carto.frames.polars("twice")).height == FEW


def test_batches_come_one_by_one(carto: Carto) -> None:
    rows = 0
    with carto.frames.batches(POINTS) as batches:
        assert batches.schema.names == ["n", "t", "g"]
        for batch in batches:
            assert isinstance(batch, pa.RecordBatch)
            rows += len(batch)
            break
    assert 0 < rows < ROWS
    assert (carto.sql.query("SELECT 1 AS a")).rows == [{"a": 1}]


def test_errors_are_those_of_everywhere(carto: Carto, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match="nowhere"):
        carto.frames.arrow("nowhere")
    with pytest.raises(DownloadError, match="division by zero"):
        carto.frames.arrow(f"SELECT 1 / ({ROWS} - n) AS x, repeat('x', 50) FROM generate_series(1, {ROWS}) AS n")
    carto.sql.query("CREATE TABLE few AS SELECT 1 AS a")
    with pytest.raises(FrameError, match="no column 'more'"):
        carto.frames.write(pa.table({"more": [1]}), "few", if_exists="append")

    def stop(rows: int, size: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        carto.frames.to_geoparquet(POINTS, tmp_path / "stopped.parquet", progress=stop)
    with pytest.raises(ZeroDivisionError):
        carto.frames.write(pa.table({"n": range(10)}), "stopped", progress=stop)
    assert list(tmp_path.iterdir()) == []
    left = (carto.sql.query("SELECT CDB_UserTables() AS n")).rows
    assert left == [{"n": "few"}]


def test_a_portal_in_a_folder(carto: Carto, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        carto.sql.query(f"CREATE TABLE {name} AS SELECT '{name}' AS name")
    assert [table.name for table in carto.frames.tables()] == ["one", "three", "two"]
    dump = carto.frames.dump(tmp_path / "portal", pause=0.01)
    assert [(table.name, table.rows, table.failure) for table in dump.tables] == [
        (n, 1, None) for n in ("one", "three", "two")
    ]
    assert pq.read_table(tmp_path / "portal" / "two.parquet").to_pydict() == {"name": ["two"]}


def test_a_load_in_parts(carto: Carto) -> None:
    load = carto.frames.begin_load(pa.schema([("n", pa.int64())]), "parts")
    parts = [load.add(pa.table({"n": [number]})) for number in range(3)]
    carto.frames.load(load.plan).add(pa.table({"n": [9]}))
    assert (load.commit(parts)).rows == 3
    load.abort()
    assert (carto.sql.query("SELECT sum(n)::int AS s FROM parts")).rows == [{"s": 3}]
