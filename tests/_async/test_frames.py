"""Frames in both colours; tests/frames has what they do not differ in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import DownloadError, InvalidRequestError
from carto_ext.frames import FrameError
from carto_sandbox import Account

pytestmark = [pytest.mark.anyio, pytest.mark.postgis]

ROWS = 150_000
FEW = 20_000
POINTS = f"SELECT n, 'x' || n AS t, ST_SetSRID(ST_MakePoint(n, 1), 3857) AS g FROM generate_series(1, {ROWS}) AS n"


@pytest.fixture
async def aio_carto(postgis_account: Account) -> AsyncIterator[AsyncCarto]:
    async with AsyncCarto(postgis_account.base_url, api_key=postgis_account.api_key) as client:
        yield client


async def test_a_frame_goes_round(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    """Query, frame, table, file, table, frame."""
    frame = await aio_carto.frames.geopandas(f"{POINTS} LIMIT {FEW}")
    assert (len(frame), frame.crs) == (FEW, "EPSG:3857")
    told: list[tuple[int, int]] = []
    result = await aio_carto.frames.write(frame, "once", progress=lambda *now: told.append(now))
    assert (result.rows, told[-1][0]) == (FEW, FEW)
    file = await aio_carto.frames.to_geoparquet("once", tmp_path / "once.parquet")
    assert file.rows == FEW
    assert (await aio_carto.frames.from_geoparquet(file.path, "twice")).rows == FEW
    once, twice = [
        await aio_carto.frames.arrow(f"SELECT n, t, the_geom FROM {name} ORDER BY n") for name in ("once", "twice")
    ]
    assert once.equals(twice)
    assert len(await aio_carto.frames.pandas("twice")) == (await aio_carto.frames.polars("twice")).height == FEW


async def test_batches_come_one_by_one(aio_carto: AsyncCarto) -> None:
    rows = 0
    async with await aio_carto.frames.batches(POINTS) as batches:
        assert batches.schema.names == ["n", "t", "g"]
        async for batch in batches:
            assert isinstance(batch, pa.RecordBatch)
            rows += len(batch)
            break
    assert 0 < rows < ROWS
    assert (await aio_carto.sql.query("SELECT 1 AS a")).rows == [{"a": 1}]


async def test_errors_are_those_of_everywhere(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match="nowhere"):
        await aio_carto.frames.arrow("nowhere")
    with pytest.raises(DownloadError, match="division by zero"):
        await aio_carto.frames.arrow(
            f"SELECT 1 / ({ROWS} - n) AS x, repeat('x', 50) FROM generate_series(1, {ROWS}) AS n"
        )
    await aio_carto.sql.query("CREATE TABLE few AS SELECT 1 AS a")
    with pytest.raises(FrameError, match="no column 'more'"):
        await aio_carto.frames.write(pa.table({"more": [1]}), "few", if_exists="append")

    def stop(rows: int, size: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await aio_carto.frames.to_geoparquet(POINTS, tmp_path / "stopped.parquet", progress=stop)
    with pytest.raises(ZeroDivisionError):
        await aio_carto.frames.write(pa.table({"n": range(10)}), "stopped", progress=stop)
    assert list(tmp_path.iterdir()) == []
    left = (await aio_carto.sql.query("SELECT CDB_UserTables() AS n")).rows
    assert left == [{"n": "few"}]


async def test_a_portal_in_a_folder(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        await aio_carto.sql.query(f"CREATE TABLE {name} AS SELECT '{name}' AS name")
    assert [table.name for table in await aio_carto.frames.tables()] == ["one", "three", "two"]
    dump = await aio_carto.frames.dump(tmp_path / "portal", pause=0.01)
    assert [(table.name, table.rows, table.failure) for table in dump.tables] == [
        (n, 1, None) for n in ("one", "three", "two")
    ]
    assert pq.read_table(tmp_path / "portal" / "two.parquet").to_pydict() == {"name": ["two"]}


async def test_a_load_in_parts(aio_carto: AsyncCarto) -> None:
    load = await aio_carto.frames.begin_load(pa.schema([("n", pa.int64())]), "parts")
    parts = [await load.add(pa.table({"n": [number]})) for number in range(3)]
    await aio_carto.frames.load(load.plan).add(pa.table({"n": [9]}))
    assert (await load.commit(parts)).rows == 3
    await load.abort()
    assert (await aio_carto.sql.query("SELECT sum(n)::int AS s FROM parts")).rows == [{"s": 3}]
