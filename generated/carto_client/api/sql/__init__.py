# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `sql`, sync and async.

Endpoint functions and models are imported by the first call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.copy_from_result import CopyFromResult
    from ...models.sql_health import SqlHealth
    from ...models.sql_result import SqlResult
    from ...models.sql_version import SqlVersion
    from ...types import File, Unset

__all__ = ("AsyncSqlApi", "SqlApi")


class SqlApi:
    """The operations of `sql`.

    Queries, downloads and bulk COPY, on the SQL API. No version in its paths is looked at. Its fields may be
    given in the query string as well as in a body, which may be a multipart form too, and any method of HTTP
    will do.

    * Errors are `{"error": ["message"]}` with optional `detail` and `hint` of PostgreSQL and, for limits,
      `context`. 400 is the general status, also for unknown jobs and relations; 401 wrong key; 403 no
      permission; 404 unknown account. An unknown path or method answers 404 with an HTML page.
    * **429 has two meanings.** `detail: rate-limit` comes with `Retry-After` (whole seconds) and the
      `Carto-Rate-Limit-Limit`, `-Remaining` and `-Reset` headers; waiting helps. `detail: datasource` is a
      statement that ran too long, has none of these headers, and will fail again.
    * **A 200 may be an error.** Once rows are being sent the status cannot change, so a failure is put after
      them: as the key `error` in JSON and GeoJSON, before `notices` and the like, and as a bare JSON object
      after the last row in a COPY.
    * The server does not compress answers. Idle connections are closed after 5 seconds.
    * Request line and headers together may not exceed 8 KB (431, or a closed connection): send long SQL by
      POST.
    * `/api/v2/sql` and the same path with a slash at its end are one endpoint. The second kind of answer, a
      file in any format, is described at the path *with* the slash, so that generated clients, which keep one
      answer type per operation, reach both.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def query_get(
        self,
        q: str,
        *,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> SqlResult:
        """Run SQL given in the URL and get rows as JSON.

        The same as `sql.query` with everything in the query string. Use it for short, cacheable reads: request line
        and headers together are limited to 8 KB.

        Args:
            q (str): SQL, one or several statements. Missing or given twice: 400 `You must indicate a sql query`.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by. Works for SELECT and WITH only. An
                unknown column gives 400.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out of the answer.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year, whatever the tables do. No
                other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
                blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

        Returns:
            SqlResult: Rows of the query. Look at `error` even so.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_query_get import sync as _call

        return _call(
            client=self._client,
            q=q,
            rows_per_page=rows_per_page,
            page=page,
            order_by=order_by,
            sort_order=sort_order,
            skipfields=skipfields,
            cache_policy=cache_policy,
            filename=filename,
        )

    def query(
        self,
        q: str,
        *,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> SqlResult:
        """Run SQL and get rows as JSON.

        Runs one or several statements separated by semicolons. Several statements give the rows of all of them in
        one list and `fields` and `total_rows` of the last. There is no limit on the length of the text here.

        Values are JSON as PostgreSQL's driver for JavaScript makes them: `int8` and `numeric` are rounded to a
        double (select them as text to keep every digit), NaN and infinities are the strings `NaN`, `Infinity`,
        `-Infinity`, timestamps lose fractions of seconds, geometry is hexadecimal EWKB, `interval` and `point` are
        objects, `bytea` is `{"type": "Buffer", "data": [97, 98]}`.

        A failure before the first row gives 400. A failure after it gives **200** with the key `error`.

        Args:
            q (str): SQL, one or several statements. Only comments give no rows and no error.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`, and on SELECT and
                WITH only.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by, for SELECT and WITH. An unknown
                column gives 400 with a hint that names `cdbq_1`, the query itself.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out of `rows` and `fields`.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year. No other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending; blanks and `;()[]<>'"`
                become `_`. `cartodb-query` if not given.

        Returns:
            SqlResult: Rows of the query. Look at `error` even so.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.sql_query_request import SqlQueryRequest
        from .sql_query import sync as _call

        return _call(
            client=self._client,
            body=SqlQueryRequest(
                q=q,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            ),
        )

    def download_get(
        self,
        q: str,
        format: str,
        *,
        dp: int | Unset = UNSET,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> File:
        """Run SQL given in the URL and download its rows as a file.

        The same as `sql.download` with everything in the query string, hence for short SQL: request line and
        headers together are limited to 8 KB.

        Args:
            q (str): SQL, one or several statements. Missing or given twice: 400 `You must indicate a sql query`.
            format (str): File format, in any case: `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`,
                `svg`, `topojson` or `arraybuffer`. Anything else is refused with 400 `Invalid format: …`.
            dp (int | Unset): Decimal places of coordinates in `geojson` (6 unless told) and `svg`.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by. Works for SELECT and WITH only. An
                unknown column gives 400.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out of the answer.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year, whatever the tables do. No
                other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
                blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

        Returns:
            File: The rows as a file. The Content-Type follows the format: `json` and `geojson` application/json,
                `csv` text/csv, `kml` application/kml, `shp` application/zip, `spatialite` and `gpkg`
                application/x-sqlite3, `svg` image/svg+xml, `arraybuffer` application/octet-stream; for `topojson`
                the server sends the word `undefined` instead of a type.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_download_get import sync as _call

        return _call(
            client=self._client,
            q=q,
            format_=format,
            dp=dp,
            rows_per_page=rows_per_page,
            page=page,
            order_by=order_by,
            sort_order=sort_order,
            skipfields=skipfields,
            cache_policy=cache_policy,
            filename=filename,
        )

    def download(
        self,
        q: str,
        format: str,
        *,
        dp: int | Unset = UNSET,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> File:
        """Run SQL and download its rows as a file.

        One SELECT, delivered in a file format. The text is used as a sub-select, so nothing else than a SELECT
        works (an INSERT is reported as a syntax error near `into`). `csv`, `kml`, `shp`, `spatialite` and `gpkg`
        are written to a temporary file first: sending starts late, and all errors are a clean 400. The others are
        streamed while the query runs, and an error after the first row ends up in the body: `{"type":
        "FeatureCollection", "features": [...], "error": ["division by zero"]}`.

        Peculiarities: `geojson` needs a column `the_geom`; leaving out `the_geom` by `skipfields` there gives
        invalid JSON. `csv` has CRLF line ends, always a header, and the geometry first; a single column gets a
        comma after its name in the header. `topojson` of points can be invalid JSON, and its Content-Type is the
        word `undefined`. `arraybuffer` refuses geometry columns.

        Args:
            q (str): One SELECT.
            format (str): `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`, `svg`, `topojson` or
                `arraybuffer`, in any case. Anything else is refused with 400 `Invalid format: …`.
            dp (int | Unset): Decimal places of coordinates in `geojson` (6 unless told) and `svg`.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by. An unknown column gives 400.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year. No other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
                blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

        Returns:
            File: The rows as a file. The Content-Type follows the format: `json` and `geojson` application/json,
                `csv` text/csv, `kml` application/kml, `shp` application/zip, `spatialite` and `gpkg`
                application/x-sqlite3, `svg` image/svg+xml, `arraybuffer` application/octet-stream; for `topojson`
                the server sends the word `undefined` instead of a type.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.sql_download_request import SqlDownloadRequest
        from .sql_download import sync as _call

        return _call(
            client=self._client,
            body=SqlDownloadRequest(
                q=q,
                format_=format,
                dp=dp,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            ),
        )

    def copyfrom(self, q: str, body: File, *, content_encoding: str | Unset = UNSET) -> CopyFromResult:
        """Stream rows into a table with COPY … FROM STDIN.

        The request body is handed to PostgreSQL as it arrives, whatever its Content-Type; the statement must be in
        the query string. All or nothing: any error stores no row. No rows at all is an error too (400 `No rows
        copied`).

        * Up to 2 GB per request as sent (the compressed size with gzip).
        * **The answer may come before the upload ends.** A wrong key, a statement that is not a COPY or a rate
          limit is answered at once and the rest of the upload is read and thrown away. A bad row or a missing table
          found early is answered at once too, but then the server *stops reading*: a client that reads only after
          it has written everything hangs. Watch for the answer while sending, and set a write timeout.
        * Only one `COPY … FROM STDIN`. `COPY … TO STDOUT` here never answers; further statements after the COPY
          make later queries hang.
        * Sending too slowly ends with `Connection closed by server: input data too slow`.

        Args:
            q (str): `COPY table (columns) FROM STDIN …`, beginning with `COPY ` in any case and without leading
                blanks; otherwise 400 `SQL must start with COPY`.
            body (File)
            content_encoding (str | Unset): `gzip`, exactly in lower case, if the body is gzip (several members in a
                row are fine). Any other value is not understood and the bytes go to PostgreSQL as they are.

        Returns:
            CopyFromResult: All rows are stored.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_copyfrom import sync as _call

        return _call(client=self._client, q=q, content_encoding=content_encoding, body=body)

    def copyto(self, q: str, *, filename: str | Unset = UNSET) -> File:
        """Stream rows out with COPY … TO STDOUT.

        PostgreSQL's COPY output as it is produced, as text, csv or binary. Accept-Encoding is ignored.

        **A failure on the way is appended to the body**: the status stays 200, the body ends properly, and the last
        bytes are a JSON object like `{"error":["division by zero"]}` straight after the last complete row. Check
        the tail. Small results that fail are still a clean 400, because PostgreSQL delivers blocks of about 8 KB.
        Closing the connection cancels the query.

        Args:
            q (str): `COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case
                and without leading blanks; otherwise 400 `SQL must start with COPY`.
            filename (str | Unset): Name offered in Content-Disposition, URI-encoded there; `carto-sql-copyto.dmp`
                if not given.

        Returns:
            File: COPY output. If the query failed on the way, a JSON error object follows the last complete row.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_copyto import sync as _call

        return _call(client=self._client, q=q, filename=filename)

    def copyto_post(self, q: str, *, filename: str | Unset = UNSET) -> File:
        """Stream rows out with COPY … TO STDOUT, the statement in the body.

        The same as `sql.copyto`, for statements too long for a URL. The same care for the tail of the body is due.

        Args:
            q (str): `COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case
                and without leading blanks.
            filename (str | Unset): Name offered in Content-Disposition, URI-encoded there; `carto-sql-copyto.dmp`
                if not given.

        Returns:
            File: COPY output. If the query failed on the way, a JSON error object follows the last complete row.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.copy_to_request import CopyToRequest
        from .sql_copyto_post import sync as _call

        return _call(client=self._client, body=CopyToRequest(q=q, filename=filename))

    def version(self) -> SqlVersion:
        """Read the version of the SQL API.

        The SQL API's own version; the central application and the maps server do not tell theirs. Needs no key.

        Returns:
            SqlVersion: The version.

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_version import sync as _call

        return _call(client=self._client)

    def health(self) -> SqlHealth:
        """Ask whether the SQL API is well.

        Needs no key. 503 with the same body, `ok` false and the reason in `err`, once the server was taken out of
        service.

        Returns:
            SqlHealth: The server is well, or does not check its health (`enabled` false).

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_health import sync as _call

        return _call(client=self._client)


class AsyncSqlApi:
    """The operations of `sql`, awaited.

    Queries, downloads and bulk COPY, on the SQL API. No version in its paths is looked at. Its fields may be
    given in the query string as well as in a body, which may be a multipart form too, and any method of HTTP
    will do.

    * Errors are `{"error": ["message"]}` with optional `detail` and `hint` of PostgreSQL and, for limits,
      `context`. 400 is the general status, also for unknown jobs and relations; 401 wrong key; 403 no
      permission; 404 unknown account. An unknown path or method answers 404 with an HTML page.
    * **429 has two meanings.** `detail: rate-limit` comes with `Retry-After` (whole seconds) and the
      `Carto-Rate-Limit-Limit`, `-Remaining` and `-Reset` headers; waiting helps. `detail: datasource` is a
      statement that ran too long, has none of these headers, and will fail again.
    * **A 200 may be an error.** Once rows are being sent the status cannot change, so a failure is put after
      them: as the key `error` in JSON and GeoJSON, before `notices` and the like, and as a bare JSON object
      after the last row in a COPY.
    * The server does not compress answers. Idle connections are closed after 5 seconds.
    * Request line and headers together may not exceed 8 KB (431, or a closed connection): send long SQL by
      POST.
    * `/api/v2/sql` and the same path with a slash at its end are one endpoint. The second kind of answer, a
      file in any format, is described at the path *with* the slash, so that generated clients, which keep one
      answer type per operation, reach both.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def query_get(
        self,
        q: str,
        *,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> SqlResult:
        """Run SQL given in the URL and get rows as JSON.

        The same as `sql.query` with everything in the query string. Use it for short, cacheable reads: request line
        and headers together are limited to 8 KB.

        Args:
            q (str): SQL, one or several statements. Missing or given twice: 400 `You must indicate a sql query`.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by. Works for SELECT and WITH only. An
                unknown column gives 400.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out of the answer.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year, whatever the tables do. No
                other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
                blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

        Returns:
            SqlResult: Rows of the query. Look at `error` even so.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_query_get import asyncio as _call

        return await _call(
            client=self._client,
            q=q,
            rows_per_page=rows_per_page,
            page=page,
            order_by=order_by,
            sort_order=sort_order,
            skipfields=skipfields,
            cache_policy=cache_policy,
            filename=filename,
        )

    async def query(
        self,
        q: str,
        *,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> SqlResult:
        """Run SQL and get rows as JSON.

        Runs one or several statements separated by semicolons. Several statements give the rows of all of them in
        one list and `fields` and `total_rows` of the last. There is no limit on the length of the text here.

        Values are JSON as PostgreSQL's driver for JavaScript makes them: `int8` and `numeric` are rounded to a
        double (select them as text to keep every digit), NaN and infinities are the strings `NaN`, `Infinity`,
        `-Infinity`, timestamps lose fractions of seconds, geometry is hexadecimal EWKB, `interval` and `point` are
        objects, `bytea` is `{"type": "Buffer", "data": [97, 98]}`.

        A failure before the first row gives 400. A failure after it gives **200** with the key `error`.

        Args:
            q (str): SQL, one or several statements. Only comments give no rows and no error.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`, and on SELECT and
                WITH only.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by, for SELECT and WITH. An unknown
                column gives 400 with a hint that names `cdbq_1`, the query itself.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out of `rows` and `fields`.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year. No other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending; blanks and `;()[]<>'"`
                become `_`. `cartodb-query` if not given.

        Returns:
            SqlResult: Rows of the query. Look at `error` even so.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.sql_query_request import SqlQueryRequest
        from .sql_query import asyncio as _call

        return await _call(
            client=self._client,
            body=SqlQueryRequest(
                q=q,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            ),
        )

    async def download_get(
        self,
        q: str,
        format: str,
        *,
        dp: int | Unset = UNSET,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> File:
        """Run SQL given in the URL and download its rows as a file.

        The same as `sql.download` with everything in the query string, hence for short SQL: request line and
        headers together are limited to 8 KB.

        Args:
            q (str): SQL, one or several statements. Missing or given twice: 400 `You must indicate a sql query`.
            format (str): File format, in any case: `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`,
                `svg`, `topojson` or `arraybuffer`. Anything else is refused with 400 `Invalid format: …`.
            dp (int | Unset): Decimal places of coordinates in `geojson` (6 unless told) and `svg`.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by. Works for SELECT and WITH only. An
                unknown column gives 400.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out of the answer.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year, whatever the tables do. No
                other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
                blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

        Returns:
            File: The rows as a file. The Content-Type follows the format: `json` and `geojson` application/json,
                `csv` text/csv, `kml` application/kml, `shp` application/zip, `spatialite` and `gpkg`
                application/x-sqlite3, `svg` image/svg+xml, `arraybuffer` application/octet-stream; for `topojson`
                the server sends the word `undefined` instead of a type.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_download_get import asyncio as _call

        return await _call(
            client=self._client,
            q=q,
            format_=format,
            dp=dp,
            rows_per_page=rows_per_page,
            page=page,
            order_by=order_by,
            sort_order=sort_order,
            skipfields=skipfields,
            cache_policy=cache_policy,
            filename=filename,
        )

    async def download(
        self,
        q: str,
        format: str,
        *,
        dp: int | Unset = UNSET,
        rows_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        sort_order: str | Unset = UNSET,
        skipfields: str | Unset = UNSET,
        cache_policy: str | Unset = UNSET,
        filename: str | Unset = UNSET,
    ) -> File:
        """Run SQL and download its rows as a file.

        One SELECT, delivered in a file format. The text is used as a sub-select, so nothing else than a SELECT
        works (an INSERT is reported as a syntax error near `into`). `csv`, `kml`, `shp`, `spatialite` and `gpkg`
        are written to a temporary file first: sending starts late, and all errors are a clean 400. The others are
        streamed while the query runs, and an error after the first row ends up in the body: `{"type":
        "FeatureCollection", "features": [...], "error": ["division by zero"]}`.

        Peculiarities: `geojson` needs a column `the_geom`; leaving out `the_geom` by `skipfields` there gives
        invalid JSON. `csv` has CRLF line ends, always a header, and the geometry first; a single column gets a
        comma after its name in the header. `topojson` of points can be invalid JSON, and its Content-Type is the
        word `undefined`. `arraybuffer` refuses geometry columns.

        Args:
            q (str): One SELECT.
            format (str): `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`, `svg`, `topojson` or
                `arraybuffer`, in any case. Anything else is refused with 400 `Invalid format: …`.
            dp (int | Unset): Decimal places of coordinates in `geojson` (6 unless told) and `svg`.
            rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
            page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
            order_by (str | Unset): Name of a column of the result to sort by. An unknown column gives 400.
            sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
            skipfields (str | Unset): Comma list of columns to leave out.
            cache_policy (str | Unset): `persist` makes the answer cacheable for a year. No other value is known.
            filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
                blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

        Returns:
            File: The rows as a file. The Content-Type follows the format: `json` and `geojson` application/json,
                `csv` text/csv, `kml` application/kml, `shp` application/zip, `spatialite` and `gpkg`
                application/x-sqlite3, `svg` image/svg+xml, `arraybuffer` application/octet-stream; for `topojson`
                the server sends the word `undefined` instead of a type.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.sql_download_request import SqlDownloadRequest
        from .sql_download import asyncio as _call

        return await _call(
            client=self._client,
            body=SqlDownloadRequest(
                q=q,
                format_=format,
                dp=dp,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            ),
        )

    async def copyfrom(self, q: str, body: File, *, content_encoding: str | Unset = UNSET) -> CopyFromResult:
        """Stream rows into a table with COPY … FROM STDIN.

        The request body is handed to PostgreSQL as it arrives, whatever its Content-Type; the statement must be in
        the query string. All or nothing: any error stores no row. No rows at all is an error too (400 `No rows
        copied`).

        * Up to 2 GB per request as sent (the compressed size with gzip).
        * **The answer may come before the upload ends.** A wrong key, a statement that is not a COPY or a rate
          limit is answered at once and the rest of the upload is read and thrown away. A bad row or a missing table
          found early is answered at once too, but then the server *stops reading*: a client that reads only after
          it has written everything hangs. Watch for the answer while sending, and set a write timeout.
        * Only one `COPY … FROM STDIN`. `COPY … TO STDOUT` here never answers; further statements after the COPY
          make later queries hang.
        * Sending too slowly ends with `Connection closed by server: input data too slow`.

        Args:
            q (str): `COPY table (columns) FROM STDIN …`, beginning with `COPY ` in any case and without leading
                blanks; otherwise 400 `SQL must start with COPY`.
            body (File)
            content_encoding (str | Unset): `gzip`, exactly in lower case, if the body is gzip (several members in a
                row are fine). Any other value is not understood and the bytes go to PostgreSQL as they are.

        Returns:
            CopyFromResult: All rows are stored.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_copyfrom import asyncio as _call

        return await _call(client=self._client, q=q, content_encoding=content_encoding, body=body)

    async def copyto(self, q: str, *, filename: str | Unset = UNSET) -> File:
        """Stream rows out with COPY … TO STDOUT.

        PostgreSQL's COPY output as it is produced, as text, csv or binary. Accept-Encoding is ignored.

        **A failure on the way is appended to the body**: the status stays 200, the body ends properly, and the last
        bytes are a JSON object like `{"error":["division by zero"]}` straight after the last complete row. Check
        the tail. Small results that fail are still a clean 400, because PostgreSQL delivers blocks of about 8 KB.
        Closing the connection cancels the query.

        Args:
            q (str): `COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case
                and without leading blanks; otherwise 400 `SQL must start with COPY`.
            filename (str | Unset): Name offered in Content-Disposition, URI-encoded there; `carto-sql-copyto.dmp`
                if not given.

        Returns:
            File: COPY output. If the query failed on the way, a JSON error object follows the last complete row.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_copyto import asyncio as _call

        return await _call(client=self._client, q=q, filename=filename)

    async def copyto_post(self, q: str, *, filename: str | Unset = UNSET) -> File:
        """Stream rows out with COPY … TO STDOUT, the statement in the body.

        The same as `sql.copyto`, for statements too long for a URL. The same care for the tail of the body is due.

        Args:
            q (str): `COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case
                and without leading blanks.
            filename (str | Unset): Name offered in Content-Disposition, URI-encoded there; `carto-sql-copyto.dmp`
                if not given.

        Returns:
            File: COPY output. If the query failed on the way, a JSON error object follows the last complete row.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.copy_to_request import CopyToRequest
        from .sql_copyto_post import asyncio as _call

        return await _call(client=self._client, body=CopyToRequest(q=q, filename=filename))

    async def version(self) -> SqlVersion:
        """Read the version of the SQL API.

        The SQL API's own version; the central application and the maps server do not tell theirs. Needs no key.

        Returns:
            SqlVersion: The version.

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_version import asyncio as _call

        return await _call(client=self._client)

    async def health(self) -> SqlHealth:
        """Ask whether the SQL API is well.

        Needs no key. 503 with the same body, `ok` false and the reason in `err`, once the server was taken out of
        service.

        Returns:
            SqlHealth: The server is well, or does not check its health (`enabled` false).

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .sql_health import asyncio as _call

        return await _call(client=self._client)
