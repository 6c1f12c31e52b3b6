"""A table by several machines: read by partitions into a dask dataframe, and written by them with one swap.

    import carto_ext.dask

    parks = carto_ext.dask.read("parks", 8)
    carto_ext.dask.write(parks[parks.area > 10], "large_parks")

Needs the extra `dask`. The client is that of the environment, or `carto=`. Tasks hold its settings without the key, so
every worker needs CARTO_API_KEY, and each worker process makes one client. All of them share the account's rate limit:
a partition that CARTO refuses for it waits as long as CARTO says and is tried again, for up to ten minutes.

Over HTTP every partition is read in a transaction of its own: rows that change meanwhile may come twice or not at all,
unless `snapshot=True` copies the table first.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from carto_ext._frames.extras import require
from carto_ext._frames.names import TableName, qualified, read_table_name
from carto_ext._frames.partitions import Range, copy_of, cuts, is_snapshot, ranges, snapshot_name
from carto_ext._sync.client import Carto
from carto_ext._sync.frames.reading import Batches, describe, gather_geopandas
from carto_ext.errors import (
    DownloadError,
    InvalidArgumentError,
    RateLimitError,
    ServerError,
    TransportError,
)
from carto_ext.frames import IfExists, Part, ReadOptions, WriteOptions, WriteResult
from carto_ext.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from carto_ext._frames.columns import Description
    from carto_ext._frames.staging import Plan

__all__ = ["drop_snapshots", "read", "write"]

T = TypeVar("T")
# How long a partition waits in all until CARTO takes it, and how often a broken transfer is begun again.
_PATIENCE_SECONDS = 600.0
_LONGEST_PAUSE = 30.0
_TRIES = 4

_clients: dict[tuple[int, Settings], Carto] = {}
_making = Lock()


def read(
    table: str,
    partitions: int,
    *,
    by: str = "cartodb_id",
    carto: Carto | None = None,
    snapshot: bool = False,
    timeout: float = 3600,
    **options: Unpack[ReadOptions],
) -> Any:
    """A dask dataframe of a table; one of dask-geopandas, if there is a geometry column.

    Each partition is a range of the column `by`, with about as many rows as the others. `by="ctid"` takes ranges of the
    table's file instead, which needs no index; but a row that is changed moves there, and keeps its cartodb_id.
    `snapshot` lets a batch job, which may take `timeout` seconds, copy the table first, and reads the copy:
    `drop_snapshots(table)` removes it when nothing is computed from it any more. Options are those of
    `carto.frames.geopandas`, but for `progress`.
    """
    require("carto_ext.dask.read", "dask", "pyarrow", "numpy", "pandas", "geopandas", "dask_geopandas")
    import dask.dataframe as dd

    name = read_table_name(table)
    if name is None or partitions < 1 or options.get("progress") is not None:
        raise InvalidArgumentError("table is the name of a table, partitions at least 1; progress is not for dask")
    client = carto or _client(Settings.from_env())
    if snapshot:
        name = _copy(client, name, by, timeout)
    described = describe(client.sql, qualified(name), options)
    meta = _frame(client, described, "false", options)
    parts = ranges(client.sql.query(cuts(name, by, partitions)).rows, by)
    one = partial(_read, settings=client.settings, described=described, options=options)
    return dd.from_map(one, parts, meta=meta, enforce_metadata=False)


def write(
    frame: Any,
    table: str,
    *,
    if_exists: IfExists = "fail",
    carto: Carto | None = None,
    **options: Unpack[WriteOptions],
) -> WriteResult:
    """Make a table of a dask dataframe: each partition is staged by its worker, and one transaction swaps.

    A partition that is tried again is staged again, and only one of its tries is taken, so rows are stored once. Types
    are those of the frame's meta; columns of objects are text, unless `types` says otherwise. Options are those of
    `carto.frames.write`, but for `progress`. After an error nothing has changed, and nothing is left.
    """
    require("carto_ext.dask.write", "dask", "pyarrow", "numpy", "pandas")
    import dask

    client = carto or _client(Settings.from_env())
    load = client.frames.begin_load(frame._meta, table, if_exists=if_exists, **options)
    add = dask.delayed(_add, pure=False)
    compress = options.get("compress", True)
    try:
        tasks = [add(part, load.plan, client.settings, compress) for part in frame.to_delayed()]
        return load.commit(dask.compute(*tasks), timeout=options.get("timeout", 3600))
    finally:
        load.abort()  # of tries that were given up, or of all


def drop_snapshots(table: str, *, carto: Carto | None = None) -> list[str]:
    """Drop the copies that `read(table, snapshot=True)` made; their names."""
    name = read_table_name(table)
    if name is None:
        raise InvalidArgumentError("table is the name of a table")
    client = carto or _client(Settings.from_env())
    rows = client.sql.query("SELECT CDB_UserTables() AS name").rows
    found = sorted(row["name"] for row in rows if is_snapshot(row["name"], name))
    if found:
        client.sql.query(f"DROP TABLE IF EXISTS {', '.join(qualified((name[0], one)) for one in found)}")
    return found


def _copy(client: Carto, table: TableName, by: str, timeout: float) -> TableName:
    copy = snapshot_name(table)
    client.batch.run(copy_of(table, copy, by), timeout=timeout)
    return copy


def _client(settings: Settings) -> Carto:
    """One for each process, which its threads share; it is closed with the process."""
    with _making:
        key = (os.getpid(), settings)
        if key not in _clients:
            _clients[key] = Carto.from_settings(settings)
        return _clients[key]


def _read(part: Range, settings: Settings, described: Description, options: ReadOptions) -> pd.DataFrame:
    return _patiently(lambda: _frame(_client(settings), described, part.where, options))


def _frame(client: Carto, described: Description, where: str, options: ReadOptions) -> pd.DataFrame:
    with Batches(client.sql, described.where(where), options, for_python=True) as batches:
        return gather_geopandas(batches)


def _add(part: pd.DataFrame, plan: Plan, settings: Settings, compress: bool) -> Part:
    return _patiently(lambda: _client(settings).frames.load(plan).add(part, compress=compress))


def _patiently(call: Callable[[], T]) -> T:
    """Again after a rate limit and what passes: to read twice does no harm, and each try to write is its own part."""
    ends = time.monotonic() + _PATIENCE_SECONDS
    pause, tries = 1.0, 0
    while True:
        try:
            return call()
        except RateLimitError as error:
            wait = max(error.retry_after or 0.0, pause)
            if time.monotonic() + wait > ends:
                raise
        except (TransportError, DownloadError, ServerError):
            tries += 1
            wait = pause
            if tries == _TRIES:
                raise
        time.sleep(wait)
        pause = min(2 * pause, _LONGEST_PAUSE)
