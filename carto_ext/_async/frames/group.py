"""The verbs of `carto.frames`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from carto_client.client import AuthenticatedClient, Client
from carto_ext._async.batch import AsyncBatch
from carto_ext._async.concurrency import run
from carto_ext._async.frames.dumping import dump_tables
from carto_ext._async.frames.files import write_file
from carto_ext._async.frames.loading import AsyncLoad, begin_load, staged_columns
from carto_ext._async.frames.reading import AsyncBatches, describe, gather_geopandas
from carto_ext._async.poller import DEFAULT_WAIT
from carto_ext._async.sql import AsyncSql
from carto_ext._frames.extras import require
from carto_ext._frames.portals import OPEN_TABLES, TABLES, chosen_tables, read_tables
from carto_ext._frames.staging import Plan, check_write_options
from carto_ext.errors import PermissionDeniedError
from carto_ext.frames import Dump, FileResult, IfExists, ReadableTable, ReadOptions, WriteOptions, WriteResult

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from carto_ext._frames.incoming import Incoming


class AsyncFrames:
    """Tables and queries as frames, frames and GeoParquet as tables; by COPY, a block of rows at a time.

    `source` is a SELECT, or the name of a table: `parks`, `"Odd Name"`, `schema.parks`. Of columns that are called
    alike the later ones get a number, `name_2`. A geometry is in the reference system that its column or its values
    say, and all values of one column have to be in the same. Options of reading are those of
    `carto_ext.frames.ReadOptions`, of writing those of `carto_ext.frames.WriteOptions`.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._sql, self._batch, self._account = AsyncSql(client), AsyncBatch(client), client._base_url

    async def batches(self, source: str, **options: Unpack[ReadOptions]) -> AsyncBatches:
        """Record batches of Arrow as they come, in constant memory; geometry as WKB, of the type geoarrow.wkb."""
        require("carto.frames.batches", "pyarrow", "numpy")
        return await self._open(source, options)

    async def arrow(self, source: str, **options: Unpack[ReadOptions]) -> pa.Table:
        """A table of Arrow; geometry as WKB, of the type geoarrow.wkb."""
        return await self._table("carto.frames.arrow", source, options)

    async def pandas(self, source: str, **options: Unpack[ReadOptions]) -> pd.DataFrame:
        """A DataFrame with Arrow's types, which keep NULL beside NaN and whole numbers whole; geometry as WKB.

        pandas cannot show dates beyond the years 1 to 9999: `odd_times` says what becomes of them here.
        """
        require("carto.frames.pandas", "pandas")
        table = await self._table("carto.frames.pandas", source, options, for_python=True)
        from carto_ext._frames.dataframes import to_pandas

        return to_pandas(table)

    async def polars(self, source: str, **options: Unpack[ReadOptions]) -> pl.DataFrame:
        """A DataFrame of polars; geometry as WKB."""
        require("carto.frames.polars", "polars")
        import polars

        made: Any = polars.from_arrow(await self._table("carto.frames.polars", source, options))
        return made

    async def geopandas(self, source: str, **options: Unpack[ReadOptions]) -> pd.DataFrame:
        """A GeoDataFrame, whose geometry is the_geom or else the first geometry column; other columns as `pandas`.

        Several geometry columns are geometry each, with a CRS of its own. Without any it is a DataFrame.
        """
        require("carto.frames.geopandas", "pyarrow", "numpy", "geopandas", "shapely")
        async with await self._open(source, options, for_python=True) as batches:
            return await gather_geopandas(batches)

    async def write(
        self, frame: Any, table: str, *, if_exists: IfExists = "fail", **options: Unpack[WriteOptions]
    ) -> WriteResult:
        """Make a table of a frame, all of it at once: nobody sees a part, and after an error nothing has changed.

        `frame` is a GeoDataFrame, a DataFrame of pandas or polars, or anything that gives a stream of Arrow: a Table, a
        RecordBatchReader, a relation of duckdb. It goes into a table of its own, which then becomes a dataset (with
        CDB_CartodbfyTable) and takes the name in one transaction. `if_exists` is "fail", "replace", which keeps who may
        read the table, or "append", which adds rows to its columns of the same names. The main geometry becomes
        the_geom, flat and in EPSG:4326, as CARTO has it; others stay as they are. Column names stay as they are.
        Raises FrameError for what no table can hold, InvalidArgumentError for a name or for a table that exists.
        """
        require("carto.frames.write", "pyarrow", "numpy")
        return await self._write(await self._incoming(frame, options), table, if_exists, options)

    async def begin_load(
        self, frame: Any, table: str, *, if_exists: IfExists = "fail", **options: Unpack[WriteOptions]
    ) -> AsyncLoad:
        """`write` in parts, from several machines: `frame`, or a pyarrow.Schema, says the columns, and is not written.

        Each part is added by `load.add(part)`, and `load.commit(parts)` makes the table.
        """
        require("carto.frames.begin_load", "pyarrow", "numpy")
        columns = staged_columns(await self._incoming(frame, options))
        return await begin_load(self._sql, self._batch, columns, table, if_exists, options)

    def load(self, plan: Plan) -> AsyncLoad:
        """A load that was begun elsewhere. Asks nothing yet."""
        return AsyncLoad(self._sql, self._batch, plan)

    async def to_geoparquet(
        self, source: str, path: str | os.PathLike[str], *, hilbert: bool = False, **options: Unpack[ReadOptions]
    ) -> FileResult:
        """Write GeoParquet 1.1 in constant memory: zstd, a bounding box for each row, groups of up to 65,536 rows.

        The file appears when it is complete. `hilbert` lets CARTO sort the rows, so that readers of a region skip most
        groups. Without a geometry column it is a Parquet file.
        """
        require("carto.frames.to_geoparquet", "pyarrow", "numpy", "shapely", "pyproj")
        async with await self._open(source, options) as batches:
            return await write_file(batches, path, hilbert=hilbert)

    async def from_geoparquet(
        self,
        path: str | os.PathLike[str],
        table: str,
        *,
        if_exists: IfExists = "fail",
        **options: Unpack[WriteOptions],
    ) -> WriteResult:
        """`write` a GeoParquet or Parquet file in constant memory. Its column of bounding boxes is left out."""
        require("carto.frames.from_geoparquet", "pyarrow", "numpy")
        from carto_ext._frames.geoparquet import open_file

        incoming = await self._incoming(await run(lambda: open_file(path)), options)
        return await self._write(incoming, table, if_exists, options)

    async def tables(self) -> list[ReadableTable]:
        """Tables that this key, or without one nobody in particular, may read, in the order of their names.

        With another key than the master key it is those that a query may name without a schema.
        """
        try:
            return read_tables((await self._sql.query(TABLES)).rows)
        except PermissionDeniedError:
            return read_tables((await self._sql.query(OPEN_TABLES)).rows)

    async def dump(
        self,
        folder: str | os.PathLike[str],
        *,
        tables: Iterable[str] | None = None,
        concurrency: int = 2,
        pause: float = 0.5,
        hilbert: bool = False,
        **options: Unpack[ReadOptions],
    ) -> Dump:
        """Write all tables that may be read, or those named, into a folder of GeoParquet with a manifest.json.

        Called again it goes on: what the manifest says is complete stays as it is. `concurrency` tables are read at
        once, each `pause` seconds after the one before it. A table that fails is noted, and the others are read;
        see `failures`. Only what is no CartoError ends the dump.
        """
        require("carto.frames.dump", "pyarrow", "numpy", "shapely", "pyproj")
        chosen = chosen_tables(await self.tables(), tables)

        async def write(source: str, path: Path) -> FileResult:
            return await self.to_geoparquet(source, path, hilbert=hilbert, **options)

        return await dump_tables(chosen, write, Path(folder), self._account, concurrency, pause)

    async def _incoming(self, frame: Any, options: WriteOptions) -> Incoming:
        from carto_ext._frames.incoming import open_frame

        check_write_options(options)
        return await run(
            partial(
                open_frame,
                frame,
                geometry=options.get("geometry"),
                srid=options.get("srid"),
                types=options.get("types", {}),
                cartodbfy=options.get("cartodbfy", True),
            )
        )

    async def _write(self, incoming: Incoming, table: str, if_exists: IfExists, options: WriteOptions) -> WriteResult:
        columns = staged_columns(incoming)
        load = await begin_load(self._sql, self._batch, columns, table, if_exists, options)
        compress, progress = options.get("compress", True), options.get("progress")
        part = await load.stage(incoming, compress=compress, progress=progress)
        return await load.commit([part], timeout=options.get("timeout", DEFAULT_WAIT))

    async def _open(self, source: str, options: ReadOptions, *, for_python: bool = False) -> AsyncBatches:
        described = await describe(self._sql, source, options)
        return AsyncBatches(self._sql, described, options, for_python=for_python)

    async def _table(self, what: str, source: str, options: ReadOptions, *, for_python: bool = False) -> pa.Table:
        require(what, "pyarrow", "numpy")
        import pyarrow as pa

        async with await self._open(source, options, for_python=for_python) as batches:
            return pa.Table.from_batches([batch async for batch in batches], schema=batches.schema)
