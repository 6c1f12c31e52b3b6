"""SQL and COPY: the generated group, with transfers of any size in constant memory."""

from collections.abc import AsyncIterator, Iterable
from contextlib import aclosing
from typing import Any, TypedDict, Unpack, overload

from carto_client.api.sql import AsyncSqlApi, sql_copyfrom, sql_copyto_post, sql_download
from carto_client.models import CopyFromResult, CopyToRequest, SqlDownloadRequest
from carto_client.types import UNSET
from carto_ext._async._transfer.data import DataSource
from carto_ext._async._transfer.download import AsyncDownload, download_to, open_download
from carto_ext._async._transfer.many import Turns, retries_of, send_all, until_taken
from carto_ext._async._transfer.upload import gzipped, opened, plain
from carto_ext._async.keyset import PAGE_ROWS, checked, rows_by_key
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.copy_statements import checked_copy
from carto_ext._shared.geojson import FeatureCollection, read_features
from carto_ext._shared.sources import checked_files
from carto_ext._shared.tails import Kind
from carto_ext._shared.targets import DataTarget, DownloadResult

# The part of such a file that shows whether it is complete.
_KINDS: dict[str, Kind] = {"json": "json", "geojson": "json", "csv": "copy", "shp": "zip"}


class ExportOptions(TypedDict, total=False):
    """Options for every export format. CARTO's own defaults apply to those left out.

    Attributes:
        skipfields: Comma-separated columns to leave out.
        dp: Decimal places of coordinates in geojson (6 by default) and svg.
        filename: Name that CARTO gives the file, without extension.
        order_by: Column of the result to sort by.
        sort_order: "asc" or "desc".
        rows_per_page: Rows per page. Takes effect only together with `page`.
        page: Page number, from 0. Takes effect only together with `rows_per_page`.
    """

    skipfields: str
    dp: int
    filename: str
    order_by: str
    sort_order: str
    rows_per_page: int
    page: int


class AsyncSql(AsyncSqlApi):
    """`/api/v2/sql`, `/api/v2/sql/copyfrom`, `/api/v2/sql/copyto`."""

    def iterate(
        self, query: str, *, by: str = "cartodb_id", page_size: int = PAGE_ROWS
    ) -> AsyncIterator[dict[str, Any]]:
        """Iterate over all rows of one SELECT, in the order of a unique column.

        Fetches pages lazily; each page starts after the last key of the previous one (keyset paging). Memory use does
        not grow with the number of rows, and each request is quick if `by` has an index. Each page runs the query
        again, so rows that are added or changed meanwhile appear if they sort after the current key. To get all rows
        as a file, `copy_to` is faster.

        Args:
            query: One SELECT.
            by: Column of the result to sort and page by. It must be unique and never NULL.
            page_size: Rows per request.

        Returns:
            An iterator over rows as dicts.

        Raises:
            InvalidArgumentError: An argument is invalid, or `by` is missing from the result, not unique or NULL.
                Raised before a row is lost or repeated.
            DownloadError: The row at which the previous page ended is gone.
            ResponseError: CARTO answered with an error.

        Example:
            async for row in carto.sql.iterate("SELECT * FROM airports"):
                print(row["name"])
        """
        checked(query, by, page_size)
        return rows_by_key(self, query, by, page_size)

    async def copy_from(
        self,
        sql: str,
        source: DataSource,
        *,
        compress: bool = True,
        progress: ProgressCallback | None = None,
    ) -> CopyFromResult:
        """Stream a file into a table with COPY FROM.

        Either all rows are stored or none: CARTO rolls the COPY back on an error. Memory use is constant for any
        size. The data is never sent twice. Endpoint: `POST /api/v2/sql/copyfrom`.

        Args:
            sql: `COPY table (columns) FROM STDIN WITH (FORMAT csv, HEADER true)`.
            source: A path, bytes, a binary file, or an iterable of bytes in pieces of any size.
            compress: True to send the data gzipped; threads compress it while it is sent.
            progress: Called as `progress(done, total)` with bytes read from the source, of which the last few MB may
                not have been sent yet. `total` is None if the size is unknown.

        Returns:
            CARTO's count of the rows, and the seconds it took.

        Raises:
            InvalidArgumentError: `sql` or `source` is unusable; nothing was stored.
            InvalidRequestError: CARTO refused the data (bad row, wrong column, no rows), with PostgreSQL's text.
            PermissionDeniedError: The key has no right to write to the table.
            TransportError: The connection failed before CARTO answered.

        Example:
            await carto.sql.copy_from("COPY airports (iata, name) FROM STDIN WITH (FORMAT csv)", "airports.csv")
        """
        async with opened(source, gzip=False) as data:
            encoding = "gzip" if compress else UNSET
            request = sql_copyfrom._get_kwargs(q=checked_copy(sql, "FROM STDIN"), content_encoding=encoding)
            if data.size is not None and not compress:
                request["headers"]["Content-Length"] = str(data.size)
            async with aclosing(gzipped(data, progress) if compress else plain(data, progress)) as request["content"]:
                return sql_copyfrom._parse_response(await self._client.get_async_httpx_client().request(**request))

    async def copy_many(
        self,
        copies: Iterable[tuple[str, DataSource]],
        *,
        concurrency: int = 8,
        compress: bool = True,
        progress: ProgressCallback | None = None,
    ) -> list[CopyFromResult]:
        """Run `copy_from` for many files, several at a time.

        Each file is a transaction of its own, and all files are tried even if some fail. If CARTO's rate limit refuses
        a file that is a path or bytes, it is sent again as `settings.retries` says. Any exception other than a
        CartoError (Ctrl-C, an exception in `progress`) is raised at once: no further copy starts, and running copies
        stop at their next chunk, so that CARTO stores none of their rows. Memory use depends on `concurrency`, not on
        the number of files.

        Args:
            copies: Pairs of a COPY statement and a source, as for `copy_from`.
            concurrency: Largest number of copies at a time.
            compress: True to send the data gzipped.
            progress: Called as `progress(done, total)` with bytes of all files together, by one thread at a time.
                `total` is None unless the size of every file is known.

        Returns:
            The results, in the order given.

        Raises:
            InvalidArgumentError: `copies` or `concurrency` is invalid; nothing was sent.
            PartialFailureError: Some files failed. Its `outcomes` hold the result or error of each file.
        """
        files = checked_files(copies, concurrency, "copies")
        retries, turns = retries_of(self._client), Turns()

        async def copy(file: tuple[str, DataSource], told: ProgressCallback | None) -> CopyFromResult:
            return await until_taken(
                lambda: self.copy_from(*file, compress=compress, progress=told),
                file[1],
                turns,
                lambda tries, pause: tries < retries.attempts and pause <= retries.longest_delay,
            )

        return await send_all(copy, files, [source for _, source in files], concurrency, progress)

    @overload
    async def copy_to(
        self, sql: str, target: None = None, *, progress: ProgressCallback | None = None
    ) -> AsyncDownload: ...

    @overload
    async def copy_to(
        self, sql: str, target: DataTarget, *, progress: ProgressCallback | None = None, keep_partial: bool = False
    ) -> DownloadResult: ...

    async def copy_to(
        self,
        sql: str,
        target: DataTarget | None = None,
        *,
        progress: ProgressCallback | None = None,
        keep_partial: bool = False,
    ) -> AsyncDownload | DownloadResult:
        """Stream a table or query out of CARTO with COPY TO.

        Memory use is constant for any size. Endpoint: `POST /api/v2/sql/copyto`.

        Args:
            sql: `COPY (SELECT …) TO STDOUT WITH (FORMAT csv, HEADER true)`.
            target: A path, which is written beside its place and renamed when complete; or a binary file, which stays
                open. Without a target, the call returns the download as an iterable of bytes.
            progress: Called as `progress(done, total)` with the bytes received. `total` is None if it is unknown.
            keep_partial: True to keep the part received before an error as NAME.part. Otherwise it is removed. The
                target path keeps its old content in both cases.

        Returns:
            The number of bytes received; without a target, the open download.

        Raises:
            InvalidArgumentError: `sql` is not one COPY TO STDOUT, or `target` cannot be written; nothing was sent.
            InvalidRequestError: PostgreSQL refused the statement.
            DownloadError: CARTO broke off, for example because the query failed. Rows received before it are
                delivered first.
            TransportError: The connection failed. Rows received before that are delivered first.

        Example:
            await carto.sql.copy_to("COPY airports TO STDOUT WITH (FORMAT csv, HEADER true)", "airports.csv")
        """
        request = sql_copyto_post._get_kwargs(body=CopyToRequest(q=checked_copy(sql, "TO STDOUT")))
        if target is None:
            return await open_download(self._client, request, progress, "copy")
        return await download_to(target, self._client, request, progress, "copy", keep_partial=keep_partial)

    @overload
    async def export(
        self,
        sql: str,
        target: None = None,
        *,
        format: str,
        progress: ProgressCallback | None = None,
        **options: Unpack[ExportOptions],
    ) -> AsyncDownload: ...

    @overload
    async def export(
        self,
        sql: str,
        target: DataTarget,
        *,
        format: str,
        progress: ProgressCallback | None = None,
        keep_partial: bool = False,
        **options: Unpack[ExportOptions],
    ) -> DownloadResult: ...

    async def export(
        self,
        sql: str,
        target: DataTarget | None = None,
        *,
        format: str,
        progress: ProgressCallback | None = None,
        keep_partial: bool = False,
        **options: Unpack[ExportOptions],
    ) -> AsyncDownload | DownloadResult:
        """Download the rows of a SELECT as a file in one of CARTO's formats.

        Memory use is constant for any size. Endpoint: `POST /api/v2/sql/`.

        Args:
            sql: One SELECT.
            target: A path, a binary file, or None, as in `copy_to`.
            format: csv, geojson, kml, shp, spatialite, gpkg, svg, or another format that CARTO knows.
            progress: Called as in `copy_to`.
            keep_partial: True to keep the part received before an error, as in `copy_to`.
            **options: `skipfields` (comma-separated columns to leave out), `dp` (decimal places of coordinates),
                `filename`, `order_by`, `sort_order`, `rows_per_page` and `page`: see `ExportOptions`.

        Returns:
            The number of bytes received; without a target, the open download.

        Raises:
            InvalidArgumentError: `target` cannot be written; nothing was sent.
            InvalidRequestError: CARTO refused the query or the format.
            DownloadError: CARTO broke off, and the file is incomplete.
            TransportError: The connection failed, and the file is incomplete.

        Example:
            await carto.sql.export("SELECT * FROM airports", "airports.gpkg", format="gpkg")
        """
        body = SqlDownloadRequest(q=sql, format_=format, **options)
        request = sql_download._get_kwargs(body=body)
        kind = _KINDS.get(format.lower())
        if target is None:
            return await open_download(self._client, request, progress, kind)
        return await download_to(target, self._client, request, progress, kind, keep_partial=keep_partial)

    async def geojson(self, sql: str, **options: Unpack[ExportOptions]) -> FeatureCollection:
        """Return the rows of a SELECT as GeoJSON features.

        Holds the whole answer in memory; `export(format="geojson")` streams it to a file instead.

        Args:
            sql: One SELECT with a column `the_geom`.
            **options: Options as in `export`.

        Returns:
            A dict with `__geo_interface__`, which geopandas, shapely and folium understand.

        Raises:
            InvalidRequestError: CARTO refused the query.
            DownloadError: The query failed on the way, so rows are missing.

        Example:
            features = (await carto.sql.geojson("SELECT the_geom, name FROM airports"))["features"]
        """
        request = sql_download._get_kwargs(body=SqlDownloadRequest(q=sql, format_="geojson", **options))
        return read_features("sql_download", await self._client.get_async_httpx_client().request(**request))
