"""SQL and COPY: what the generated group has, and transfers of any size in constant memory."""

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

# Where it shows whether such a file is whole.
_KINDS: dict[str, Kind] = {"json": "json", "geojson": "json", "csv": "copy", "shp": "zip"}


class ExportOptions(TypedDict, total=False):
    """Options of every format. Without one CARTO's own default holds."""

    skipfields: str  # columns to leave out, with commas between them
    dp: int  # decimals of coordinates in geojson (6) and svg
    filename: str  # the name that CARTO gives it, without ending
    order_by: str  # a column of the result
    sort_order: str  # "asc" or "desc"
    rows_per_page: int  # together with page
    page: int  # from 0


class AsyncSql(AsyncSqlApi):
    """`/api/v2/sql`, `/api/v2/sql/copyfrom`, `/api/v2/sql/copyto`."""

    def iterate(
        self, query: str, *, by: str = "cartodb_id", page_size: int = PAGE_ROWS
    ) -> AsyncIterator[dict[str, Any]]:
        """Every row of one SELECT, lazily, in the order of `by`: a column of its result, unique and never NULL.

        Fetches `page_size` rows at a time, each page from behind the last key of the one before, so that memory stays
        the same and no query takes long if `by` has an index. Each page runs the query anew: of rows that are added or
        changed meanwhile, those behind the current key are seen. InvalidArgumentError, before a row is lost or comes
        twice, if `by` is not in the result, not unique or NULL; DownloadError if the row at which a page ended has
        gone. `copy_to` is faster where everything is wanted as a file.
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
        """Stream a file into a table: `COPY table (columns) FROM STDIN WITH (FORMAT csv, HEADER true)`.

        `source` is a path, a binary file, or an iterable of bytes in whatever pieces; memory stays the same for any
        size. `compress` sends it gzipped, by threads meanwhile. `progress(done, total)` is called with bytes of the
        source that were taken, of which a few MB may not be sent yet; `total` is None when nobody can know. All rows
        are stored or none: on an error CARTO rolls the COPY back, with its text in InvalidRequestError (bad row, wrong
        column, no rows) or PermissionDeniedError. Never sent twice.
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
        """`copy_from` for each pair of SQL and source, up to `concurrency` at once; the results in the order given.

        Memory is that of so many copies, whatever the number of files. Each file is a transaction of its own: all are
        tried, then PartialFailureError tells which ones failed and why. A file that CARTO refused for its rate is sent
        again as `settings.retries` says, if it is a path or bytes. What is no CartoError (Ctrl-C, an exception of
        `progress`) is raised at once: no further copy begins, and those on their way are broken off at their next
        chunk, so that nothing of them is stored.

        `progress(done, total)` is called with bytes of all files, by one thread at a time; `total` is None unless the
        size of each is known.
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
        """Stream a table or query out: `COPY (SELECT …) TO STDOUT WITH (FORMAT csv, HEADER true)`.

        To a path (written beside it and renamed when complete), to a binary file (left open), or, without a target, as
        an iterable of bytes. If the server or the connection breaks off, the rows that came are handed on, then
        DownloadError or TransportError is raised; the path is left as it was, and what came is removed, or with
        `keep_partial` kept as NAME.part.
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
        """A query's rows as a file: csv, geojson, kml, shp, spatialite, gpkg, svg, …; targets as in `copy_to`.

        Only SELECT works here. `options`: skipfields (a comma list of columns to leave out), dp (decimals of geojson),
        filename, order_by and sort_order, rows_per_page and page.
        """
        body = SqlDownloadRequest(q=sql, format_=format, **options)
        request = sql_download._get_kwargs(body=body)
        kind = _KINDS.get(format.lower())
        if target is None:
            return await open_download(self._client, request, progress, kind)
        return await download_to(target, self._client, request, progress, kind, keep_partial=keep_partial)

    async def geojson(self, sql: str, **options: Unpack[ExportOptions]) -> FeatureCollection:
        """A query's rows as GeoJSON features: a dict with `__geo_interface__`, which geopandas and others take.

        A SELECT with a column `the_geom`. The whole answer is held in memory; `export(format="geojson")` streams it to
        a file. `options` as there.
        """
        request = sql_download._get_kwargs(body=SqlDownloadRequest(q=sql, format_="geojson", **options))
        return read_features("sql_download", await self._client.get_async_httpx_client().request(**request))
