"""A table by several workers, on a real cluster, one of which is killed."""

import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pytest

import carto_ext.dask
from carto_ext import Carto, DownloadError, InvalidArgumentError, InvalidRequestError, RateLimitError
from carto_ext.frames import FrameError
from carto_sandbox import Account

pytestmark = [
    pytest.mark.postgis,
    # Of dask's own making, and of workers that were killed.
    pytest.mark.filterwarnings("ignore"),
]
dask = pytest.importorskip("dask")
ROWS = 20_000


@pytest.fixture(scope="module", autouse=True)
def environment(account: Account) -> Iterator[None]:
    """Workers inherit it: the key is in no task."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARTO_BASE_URL", account.base_url)
        patch.setenv("CARTO_API_KEY", account.api_key)
        yield


@pytest.fixture(scope="module", autouse=True)
def table(carto: Carto) -> str:
    carto.sql.query(
        f"CREATE TABLE many AS SELECT n AS cartodb_id, CASE WHEN n % 7 > 0 THEN n % 50 END AS k, 'x' || n AS t,"
        " ARRAY[n, NULL] AS a, ST_SetSRID(ST_MakePoint(n / 1000.0, 1), 4326)::geometry(Point,4326) AS the_geom"
        f" FROM generate_series(1, {ROWS}) AS n"
    )
    return "many"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from distributed import Client, LocalCluster

    local = LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None, host="127.0.0.1", silence_logs=50)
    with local, Client(local) as client:
        yield client


def sums(carto: Carto, table: str) -> dict[str, Any]:
    counted = "count(*) AS n, sum(cartodb_id) AS ids, count(DISTINCT t) AS t, sum(ST_X(the_geom)::numeric)::text AS x"
    query = f"SELECT {counted} FROM {table}"
    return dict(carto.sql.query(query).rows[0])


def leftovers(carto: Carto) -> list[str]:
    rows = carto.sql.query("SELECT CDB_UserTables() AS n").rows
    return [row["n"] for row in rows if row["n"].startswith(("carto_load_", "carto_snapshot_"))]


@pytest.mark.parametrize("by", ["cartodb_id", "ctid", "k", "t"])
def test_partitions_hold_every_row_once(by: str) -> None:
    frame = carto_ext.dask.read("many", 7, by=by)
    assert type(frame).__module__.startswith("dask_geopandas")
    found = frame.compute(scheduler="synchronous")
    assert isinstance(found, geopandas.GeoDataFrame)
    assert found.crs == "EPSG:4326"
    assert sorted(found["cartodb_id"]) == list(range(1, ROWS + 1))
    assert (found.dtypes == frame.dtypes).all()


def test_partitions_are_about_as_large_as_each_other() -> None:
    sizes = carto_ext.dask.read("many", 4).map_partitions(len).compute(scheduler="synchronous")
    assert sizes.tolist() == [ROWS // 4] * 4


def test_a_table_without_rows(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE none_at_all (cartodb_id int, t text)")
    for by in ("cartodb_id", "ctid"):
        found = carto_ext.dask.read("none_at_all", 3, by=by).compute(scheduler="synchronous")
        assert isinstance(found, pd.DataFrame)
        assert len(found) == 0


def test_no_task_holds_the_key(account: Account) -> None:
    frame = carto_ext.dask.read("many", 3)
    told = pickle.dumps(frame.dask)
    assert account.username.encode() in told
    assert account.api_key.encode() not in told


def test_a_snapshot_does_not_change(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE moving AS SELECT n AS cartodb_id FROM generate_series(1, 100) AS n")
    frame = carto_ext.dask.read("moving", 3, snapshot=True)
    carto.sql.query("UPDATE moving SET cartodb_id = -cartodb_id")
    assert frame["cartodb_id"].sum().compute(scheduler="synchronous") == 5050
    assert len(carto_ext.dask.drop_snapshots("moving")) == 1
    assert carto_ext.dask.drop_snapshots("moving") == []


def test_what_cannot_be_read() -> None:
    for table, partitions in (("SELECT 1", 2), ("many", 0)):
        with pytest.raises(InvalidArgumentError, match="give the name of a table, 1 or more"):
            carto_ext.dask.read(table, partitions)


def test_a_write_is_all_or_nothing(carto: Carto) -> None:
    frame = carto_ext.dask.read("many", 3)
    with dask.config.set(scheduler="synchronous"):
        result = carto_ext.dask.write(frame, "copied", indexes=["k"])
        assert result.rows == ROWS
        assert sums(carto, "copied") == sums(carto, "many")
        with pytest.raises(InvalidArgumentError, match="exists"):
            carto_ext.dask.write(frame, "copied")
        with pytest.raises(FrameError, match="no column"):
            carto_ext.dask.write(frame.rename(columns={"k": "q"}), "copied", if_exists="append")
        # After two partitions were staged.
        checked = {"t": f"text CHECK (t <> 'x{ROWS}')"}
        with pytest.raises(InvalidRequestError, match="violates check"):
            carto_ext.dask.write(frame, "copied", if_exists="replace", types=checked)
    assert sums(carto, "copied") == sums(carto, "many")
    assert leftovers(carto) == []


def _slowly(part: pd.DataFrame, folder: str) -> pd.DataFrame:
    """Tells who works on it, and takes so long that there is time to kill him."""
    Path(folder, f"{os.getpid()}-{time.monotonic_ns()}").touch()
    time.sleep(0.3)
    return part


def test_a_worker_that_is_killed(carto: Carto, cluster: Any, tmp_path: Path) -> None:
    """While it stages its partitions: others stage them again, and each row is stored once."""
    frame = carto_ext.dask.read("many", 12)
    slow = frame.map_partitions(_slowly, str(tmp_path), meta=frame._meta)
    before = set(cluster.scheduler_info()["workers"])

    def kill() -> None:
        while not (begun := list(tmp_path.iterdir())):
            time.sleep(0.01)
        time.sleep(0.35)  # in the middle of what follows its first partition
        os.kill(int(begun[0].name.partition("-")[0]), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    result = carto_ext.dask.write(slow, "survived")
    killer.join()
    assert len(list(tmp_path.iterdir())) > 12  # partitions were worked on again
    assert set(cluster.scheduler_info()["workers"]) != before
    assert result.rows == ROWS
    assert sums(carto, "survived") == sums(carto, "many")
    assert leftovers(carto) == []


class _Refusing:
    """A client that is refused for its rate, and then breaks off, before it gives what is asked."""

    def __init__(self) -> None:
        limit = RateLimitError("", status_code=429, headers={"retry-after": "2"}, content=b"")
        self.errors: list[Exception] = [limit, limit, DownloadError("cut"), limit]

    def __call__(self) -> str:
        if self.errors:
            raise self.errors.pop()
        return "taken"


def test_workers_wait_for_the_rate_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(carto_ext.dask.time, "sleep", pauses.append)
    assert carto_ext.dask._patiently(_Refusing()) == "taken"
    assert pauses == [2.0, 2.0, 4.0, 8.0]
    monkeypatch.setattr(carto_ext.dask, "_PATIENCE_SECONDS", 1.0)
    with pytest.raises(RateLimitError):
        carto_ext.dask._patiently(_Refusing())
