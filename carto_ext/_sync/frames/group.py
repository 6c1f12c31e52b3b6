# Made from carto_ext/_async/frames/group.py by scripts/unasync; do not edit.
"""The verbs of `carto.frames`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from carto_client.client import AuthenticatedClient, Client
from carto_ext._frames.extras import require
from carto_ext._frames.portals import OPEN_TABLES, TABLES, chosen_tables, read_tables
from carto_ext._frames.staging import Plan, check_write_options
from carto_ext._sync.batch import Batch
from carto_ext._sync.concurrency import run
from carto_ext._sync.frames.dumping import dump_tables
from carto_ext._sync.frames.files import write_file
from carto_ext._sync.frames.loading import Load, begin_load, staged_columns
from carto_ext._sync.frames.reading import Batches, describe, gather_geopandas
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext._sync.sql import Sql
from carto_ext.errors import PermissionDeniedError
from carto_ext.frames import Dump, FileResult, IfExists, ReadableTable, ReadOptions, WriteOptions, WriteResult

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from carto_ext._frames.incoming import Incoming


class Frames:
    """Read tables and queries as frames, and write frames and GeoParquet as tables.

    Data travels by COPY, a block of rows at a time. `source` is a SELECT or the name of a table: `parks`,
    `"Odd Name"`, `schema.parks`. If several columns have the same name, the later ones get a number: `name_2`.
    Geometries keep the reference system of their column or of their values; all values of one column must have the
    same one. `carto_ext.frames.ReadOptions` lists the options for reading, `carto_ext.frames.WriteOptions` those for
    writing.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._sql, self._batch, self._account = Sql(client), Batch(client), client._base_url

    def batches(self, source: str, **options: Unpack[ReadOptions]) -> Batches:
        """Stream Arrow record batches, in constant memory.

        Geometry is WKB with the extension type geoarrow.wkb.

        Args:
            source: A SELECT or the name of a table.
            **options: `numeric`, `odd_times`, `webmercator` and `progress`: see `carto_ext.frames.ReadOptions`.

        Returns:
            The batches, to iterate over once. Their `schema` is known at once.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            InvalidRequestError: CARTO refused the query.
            MissingExtraError: pyarrow or numpy is not installed.

        Example:
            with carto.frames.batches("parks") as batches:
                for batch in batches:
                    print(batch.num_rows)
        """
        require("carto.frames.batches", "pyarrow", "numpy")
        return self._open(source, options)

    def arrow(self, source: str, **options: Unpack[ReadOptions]) -> pa.Table:
        """Read an Arrow table. Geometry is WKB with the extension type geoarrow.wkb.

        Args:
            source: A SELECT or the name of a table.
            **options: `numeric`, `odd_times`, `webmercator` and `progress`: see `carto_ext.frames.ReadOptions`.

        Returns:
            A pyarrow.Table.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            InvalidRequestError: CARTO refused the query.
            FrameError: A value does not fit into its column's type.
            MissingExtraError: pyarrow or numpy is not installed.
            DownloadError: CARTO broke off in the middle.
            TransportError: The connection failed in the middle.
        """
        return self._table("carto.frames.arrow", source, options)

    def pandas(self, source: str, **options: Unpack[ReadOptions]) -> pd.DataFrame:
        """Read a pandas DataFrame with Arrow types, which distinguish NULL from NaN and keep integers exact.

        Geometry is WKB. pandas cannot show dates outside the years 1 to 9999; `odd_times` decides what happens to them.

        Args:
            source: A SELECT or the name of a table.
            **options: `numeric`, `odd_times`, `webmercator` and `progress`: see `carto_ext.frames.ReadOptions`.

        Returns:
            A pandas.DataFrame.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            InvalidRequestError: CARTO refused the query.
            FrameError: A value does not fit into its column's type.
            MissingExtraError: pandas, pyarrow or numpy is not installed.
            DownloadError: CARTO broke off in the middle.
            TransportError: The connection failed in the middle.
        """
        require("carto.frames.pandas", "pandas")
        table = self._table("carto.frames.pandas", source, options, for_python=True)
        from carto_ext._frames.dataframes import to_pandas

        return to_pandas(table)

    def polars(self, source: str, **options: Unpack[ReadOptions]) -> pl.DataFrame:
        """Read a polars DataFrame. Geometry is WKB.

        Args:
            source: A SELECT or the name of a table.
            **options: `numeric`, `odd_times`, `webmercator` and `progress`: see `carto_ext.frames.ReadOptions`.

        Returns:
            A polars.DataFrame.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            InvalidRequestError: CARTO refused the query.
            FrameError: A value does not fit into its column's type.
            MissingExtraError: polars, pyarrow or numpy is not installed.
            DownloadError: CARTO broke off in the middle.
            TransportError: The connection failed in the middle.
        """
        require("carto.frames.polars", "polars")
        import polars

        made: Any = polars.from_arrow(self._table("carto.frames.polars", source, options))
        return made

    def geopandas(self, source: str, **options: Unpack[ReadOptions]) -> pd.DataFrame:
        """Read a GeoDataFrame.

        The active geometry is the_geom, or else the first geometry column. Each geometry column has its own CRS. Other
        columns have the types of `pandas`.

        Args:
            source: A SELECT or the name of a table.
            **options: `numeric`, `odd_times`, `webmercator` and `progress`: see `carto_ext.frames.ReadOptions`.

        Returns:
            A geopandas.GeoDataFrame; a pandas.DataFrame if there is no geometry column.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            InvalidRequestError: CARTO refused the query.
            FrameError: A value does not fit into its column's type.
            MissingExtraError: geopandas, shapely, pyarrow or numpy is not installed.
            DownloadError: CARTO broke off in the middle.
            TransportError: The connection failed in the middle.

        Example:
            parks = carto.frames.geopandas("SELECT * FROM parks WHERE area > 10")
        """
        require("carto.frames.geopandas", "pyarrow", "numpy", "geopandas", "shapely")
        with self._open(source, options, for_python=True) as batches:
            return gather_geopandas(batches)

    def write(
        self, frame: Any, table: str, *, if_exists: IfExists = "fail", **options: Unpack[WriteOptions]
    ) -> WriteResult:
        """Write a frame to a table in one step: other readers never see a part of it.

        The rows go into a staging table first. It becomes a dataset (with CDB_CartodbfyTable) and takes its name in one
        transaction; after an error the account is as it was before. The main geometry becomes the_geom, flat and in
        EPSG:4326, as CARTO requires. Other geometries and all column names do not change.

        Args:
            frame: A GeoDataFrame, a DataFrame of pandas or polars, or any object with an Arrow stream: a Table, a
                RecordBatchReader, a duckdb relation.
            table: Name of the table, with or without a schema.
            if_exists: "fail"; "replace", which keeps the table's privileges; or "append", which adds the rows to the
                columns of the same names.
            **options: `geometry`, `srid`, `types`, `indexes`, `cartodbfy`, `compress`, `timeout` and `progress`: see
                `carto_ext.frames.WriteOptions`.

        Returns:
            The table's schema and name, and the number of rows written.

        Raises:
            FrameError: A table cannot hold a value or a column of the frame; the message names it.
            InvalidArgumentError: The name or an option is invalid, or the table exists and `if_exists` is "fail".
            MissingExtraError: A package that reads the frame is not installed.
            ApiError: CARTO refused the rows, for example because the account's quota is used up.

        Example:
            carto.frames.write(parks, "parks", if_exists="replace")
        """
        require("carto.frames.write", "pyarrow", "numpy")
        return self._write(self._incoming(frame, options), table, if_exists, options)

    def begin_load(
        self, frame: Any, table: str, *, if_exists: IfExists = "fail", **options: Unpack[WriteOptions]
    ) -> Load:
        """Start a `write` in parts, from one machine or several.

        Add each part with `load.add(part)`; `load.commit(parts)` makes the table. The call itself writes no rows.

        Args:
            frame: A frame or a pyarrow.Schema with the columns. Its rows are not written.
            table: Name of the table, as in `write`.
            if_exists: "fail", "replace" or "append", as in `write`.
            **options: Options of `write`.

        Returns:
            The load. Its `plan` can be pickled and sent to other machines.

        Raises:
            FrameError: A table cannot hold a column of the frame.
            InvalidArgumentError: The name or an option is invalid, or the table exists and `if_exists` is "fail".

        Example:
            load = carto.frames.begin_load(frames[0], "parks")
            load.commit([load.add(frame) for frame in frames])
        """
        require("carto.frames.begin_load", "pyarrow", "numpy")
        columns = staged_columns(self._incoming(frame, options))
        return begin_load(self._sql, self._batch, columns, table, if_exists, options)

    def load(self, plan: Plan) -> Load:
        """Return a load that was started elsewhere. Sends no request.

        Args:
            plan: The `plan` of the load.

        Returns:
            The load, on this client's connections.
        """
        return Load(self._sql, self._batch, plan)

    def to_geoparquet(
        self, source: str, path: str | os.PathLike[str], *, hilbert: bool = False, **options: Unpack[ReadOptions]
    ) -> FileResult:
        """Write a table or query to a GeoParquet 1.1 file, in constant memory.

        The file has zstd compression, a bounding box for each row, and row groups of up to 65,536 rows. Without a
        geometry column it is a Parquet file. It appears under its name when it is complete.

        Args:
            source: A SELECT or the name of a table.
            path: Path of the file.
            hilbert: True to let CARTO sort the rows along a Hilbert curve; readers of a region then skip most groups.
            **options: Options of reading: see `carto_ext.frames.ReadOptions`.

        Returns:
            The file's path, rows, bytes, column types and CRS.

        Raises:
            InvalidArgumentError: `source` or an option is invalid, or `path` cannot be written.
            InvalidRequestError: CARTO refused the query.
            FrameError: A value does not fit into its column's type.
            MissingExtraError: A package of the extra `geo` is not installed.
            DownloadError: CARTO broke off in the middle; no file is left.
            TransportError: The connection failed in the middle; no file is left.
        """
        require("carto.frames.to_geoparquet", "pyarrow", "numpy", "shapely", "pyproj")
        with self._open(source, options) as batches:
            return write_file(batches, path, hilbert=hilbert)

    def from_geoparquet(
        self,
        path: str | os.PathLike[str],
        table: str,
        *,
        if_exists: IfExists = "fail",
        **options: Unpack[WriteOptions],
    ) -> WriteResult:
        """Write a GeoParquet or Parquet file to a table, in constant memory, as `write` does.

        The file's column of bounding boxes is left out.

        Args:
            path: Path of the file.
            table: Name of the table, as in `write`.
            if_exists: "fail", "replace" or "append", as in `write`.
            **options: Options of `write`.

        Returns:
            The table's schema and name, and the number of rows written.

        Raises:
            FrameError: A table cannot hold a value or a column of the file.
            InvalidArgumentError: The file cannot be read, a name or an option is invalid, or the table exists.
            MissingExtraError: pyarrow or numpy is not installed.
        """
        require("carto.frames.from_geoparquet", "pyarrow", "numpy")
        from carto_ext._frames.geoparquet import open_file

        incoming = self._incoming(run(lambda: open_file(path)), options)
        return self._write(incoming, table, if_exists, options)

    def tables(self) -> list[ReadableTable]:
        """List the tables that this key can read; without a key, the public tables.

        With a key other than the master key, these are the tables that a query can name without a schema.

        Returns:
            The tables with their columns, sorted by name.
        """
        try:
            return read_tables((self._sql.query(TABLES)).rows)
        except PermissionDeniedError:
            return read_tables((self._sql.query(OPEN_TABLES)).rows)

    def dump(
        self,
        folder: str | os.PathLike[str],
        *,
        tables: Iterable[str] | None = None,
        concurrency: int = 2,
        pause: float = 0.5,
        hilbert: bool = False,
        **options: Unpack[ReadOptions],
    ) -> Dump:
        """Write tables to a folder of GeoParquet files with a manifest.json.

        Can be resumed: a second call skips the tables that the manifest lists as complete. A table that fails is noted
        in the manifest, and the others are still read. Only an exception other than a CartoError ends the dump.

        Args:
            folder: Folder to write to.
            tables: Names of the tables. By default, all tables that the key can read.
            concurrency: Number of tables read at a time.
            pause: Least time between the starts of two tables, in seconds.
            hilbert: True to sort the rows, as in `to_geoparquet`.
            **options: Options of reading: see `carto_ext.frames.ReadOptions`.

        Returns:
            The tables with their files. `failures` are those without one.

        Raises:
            InvalidArgumentError: `concurrency` or `pause` is invalid.
            FrameError: The key cannot read one of `tables`, or the folder has the manifest of another account.
            MissingExtraError: A package of the extra `geo` is not installed.
        """
        require("carto.frames.dump", "pyarrow", "numpy", "shapely", "pyproj")
        chosen = chosen_tables(self.tables(), tables)

        def write(source: str, path: Path) -> FileResult:
            return self.to_geoparquet(source, path, hilbert=hilbert, **options)

        return dump_tables(chosen, write, Path(folder), self._account, concurrency, pause)

    def _incoming(self, frame: Any, options: WriteOptions) -> Incoming:
        from carto_ext._frames.incoming import open_frame

        check_write_options(options)
        return run(
            partial(
                open_frame,
                frame,
                geometry=options.get("geometry"),
                srid=options.get("srid"),
                types=options.get("types", {}),
                cartodbfy=options.get("cartodbfy", True),
            )
        )

    def _write(self, incoming: Incoming, table: str, if_exists: IfExists, options: WriteOptions) -> WriteResult:
        columns = staged_columns(incoming)
        load = begin_load(self._sql, self._batch, columns, table, if_exists, options)
        compress, progress = options.get("compress", True), options.get("progress")
        part = load.stage(incoming, compress=compress, progress=progress)
        return load.commit([part], timeout=options.get("timeout", DEFAULT_WAIT))

    def _open(self, source: str, options: ReadOptions, *, for_python: bool = False) -> Batches:
        described = describe(self._sql, source, options)
        return Batches(self._sql, described, options, for_python=for_python)

    def _table(self, what: str, source: str, options: ReadOptions, *, for_python: bool = False) -> pa.Table:
        require(what, "pyarrow", "numpy")
        import pyarrow as pa

        with self._open(source, options, for_python=for_python) as batches:
            return pa.Table.from_batches([batch for batch in batches], schema=batches.schema)
