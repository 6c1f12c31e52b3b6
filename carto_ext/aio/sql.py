"""SQL and COPY: what the generated group has, and transfers of any size in constant memory."""

from typing import overload

from carto_client.api.sql import AsyncSqlApi, sql_copyfrom, sql_copyto_post, sql_download
from carto_client.models import CopyFromResult, CopyToRequest, SqlDownloadRequest
from carto_client.types import UNSET, Unset
from carto_ext.aio.blocking import DataSource, close_data, open_data
from carto_ext.aio.download import AsyncDownload, download_to, open_download
from carto_ext.aio.upload import as_file, gzipped, plain
from carto_ext.streams import ProgressCallback
from carto_ext.tails import Kind
from carto_ext.targets import DataTarget, DownloadResult

# Where it shows whether such a file is whole.
_KINDS: dict[str, Kind] = {"json": "json", "geojson": "json", "csv": "copy", "shp": "zip"}


class AsyncSql(AsyncSqlApi):
    """`/api/v2/sql`, `/api/v2/sql/copyfrom`, `/api/v2/sql/copyto`."""

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
        size. `compress` sends it gzipped. `progress(done, total)` is called with bytes of the source; `total` is None
        when nobody can know. All rows are stored or none: on an error CARTO rolls the COPY back, with its text in
        InvalidRequestError (bad row, wrong column, no rows) or PermissionDeniedError. Never sent twice.
        """
        data = await open_data(source, what="source")
        try:
            content = gzipped(data, progress) if compress else plain(data, progress)
            request = sql_copyfrom._get_kwargs(q=sql, body=as_file(content))
            if compress:
                request["headers"]["Content-Encoding"] = "gzip"
            elif data.size is not None:
                request["headers"]["Content-Length"] = str(data.size)
            http = self._client.get_async_httpx_client()
            response = await http.request(**request)
            return sql_copyfrom._parse_response(response)
        finally:
            await close_data(data)

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
        request = sql_copyto_post._get_kwargs(body=CopyToRequest(q=sql))
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
        skipfields: str | Unset = UNSET,
        dp: int | Unset = UNSET,
        progress: ProgressCallback | None = None,
    ) -> AsyncDownload: ...

    @overload
    async def export(
        self,
        sql: str,
        target: DataTarget,
        *,
        format: str,
        skipfields: str | Unset = UNSET,
        dp: int | Unset = UNSET,
        progress: ProgressCallback | None = None,
        keep_partial: bool = False,
    ) -> DownloadResult: ...

    async def export(
        self,
        sql: str,
        target: DataTarget | None = None,
        *,
        format: str,
        skipfields: str | Unset = UNSET,
        dp: int | Unset = UNSET,
        progress: ProgressCallback | None = None,
        keep_partial: bool = False,
    ) -> AsyncDownload | DownloadResult:
        """A query's rows as a file: csv, geojson, kml, shp, spatialite, gpkg, svg, …; targets as in `copy_to`.

        Only SELECT works here. `skipfields` is a comma list of columns to leave out, `dp` the decimals of geojson.
        """
        body = SqlDownloadRequest(q=sql, format_=format, skipfields=skipfields, dp=dp)
        request = sql_download._get_kwargs(body=body)
        kind = _KINDS.get(format.lower())
        if target is None:
            return await open_download(self._client, request, progress, kind)
        return await download_to(target, self._client, request, progress, kind, keep_partial=keep_partial)
