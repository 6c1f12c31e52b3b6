"""Dask: read a table into a dask dataframe by partitions, and write one with a single swap, on several machines.

    import carto_ext.dask

    parks = carto_ext.dask.read("parks", 8)
    carto_ext.dask.write(parks[parks.area > 10], "large_parks")

Needs the extra `dask`. Uses the client given as `carto=`, or one from the environment. Tasks hold its settings without
the key, so every worker needs CARTO_API_KEY; each worker process makes one client. All workers share the account's rate
limit: a refused partition waits as long as CARTO says and is tried again, for up to ten minutes.

Each partition is read in a transaction of its own. Rows that change during the read can appear twice or not at all,
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
# The longest that a partition waits in total for CARTO's rate limit, and the number of tries of a broken transfer.
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
    """Read a table into a dask dataframe, or a dask-geopandas one if it has a geometry column.

    Args:
        table: Name of the table.
        partitions: Number of partitions.
        by: Column that divides the table into ranges of about equal size. "ctid" uses ranges of the table's file
            instead, which needs no index; but there an updated row moves, while its cartodb_id stays the same.
        carto: The client. By default one is made from the environment.
        snapshot: True to let a batch job copy the table first, and read the copy. Remove the copy with
            `drop_snapshots(table)` when it is no longer needed for a computation.
        timeout: Longest time for the copy, in seconds.
        **options: Options of `carto.frames.geopandas`, except `progress`.

    Returns:
        A lazy dataframe: rows are read when it is computed.

    Raises:
        InvalidArgumentError: `table`, `partitions` or an option is invalid.
        MissingExtraError: A package of the extra `dask` is not installed.
        JobFailedError: CARTO could not copy the table.
    """
    require("carto_ext.dask.read", "dask", "pyarrow", "numpy", "pandas", "geopandas", "dask_geopandas")
    import dask.dataframe as dd

    name = read_table_name(table)
    if name is None or partitions < 1 or options.get("progress") is not None:
        raise InvalidArgumentError(
            f"table is {table!r} and partitions {partitions}: give the name of a table, 1 or more, and no progress"
        )
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
    """Write a dask dataframe to a table: workers stage their partitions, and one transaction makes the table.

    If dask repeats a partition, only one of its copies is used, so each row is stored once. Column types are those of
    the frame's meta; object columns become text unless `types` says otherwise. After an error the account is as it was
    before.

    Args:
        frame: A dask or dask-geopandas dataframe.
        table: Name of the table.
        if_exists: "fail", "replace" or "append", as in `carto.frames.write`.
        carto: The client. By default one is made from the environment.
        **options: Options of `carto.frames.write`, except `progress`.

    Returns:
        The table's schema and name, and the number of rows written.

    Raises:
        FrameError: A table cannot hold a value or a column of the frame.
        InvalidArgumentError: The name or an option is invalid, or the table exists and `if_exists` is "fail".
        MissingExtraError: A package of the extra `dask` is not installed.
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
        load.abort()  # drops the parts of repeated tasks; after an error, all parts


def drop_snapshots(table: str, *, carto: Carto | None = None) -> list[str]:
    """Drop the copies that `read(table, snapshot=True)` made.

    Args:
        table: Name of the table that was read.
        carto: The client. By default one is made from the environment.

    Returns:
        The names of the dropped copies.

    Raises:
        InvalidArgumentError: `table` is not the name of a table.
    """
    name = read_table_name(table)
    if name is None:
        raise InvalidArgumentError(f"table is {table!r}: give the name of a table")
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
    """Return the client of this process, which its threads share. It lives as long as the process."""
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
    """Repeat after a rate limit or a passing failure: reading can be repeated, and each write is a part of its own."""
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
