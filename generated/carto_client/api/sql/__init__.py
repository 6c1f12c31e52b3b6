# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `sql`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.sql_health import SqlHealth
    from ...models.sql_result import SqlResult
    from ...models.sql_version import SqlVersion
    from ...types import Unset

__all__ = ("AsyncSqlApi", "SqlApi")


class SqlApi:
    """The operations of `sql`.

    Queries, downloads and bulk COPY, on the SQL API. The version in paths is ignored. Fields can be given in
    the query string as well as in a body, which can be a multipart form too, and any method of HTTP will do.

    * Errors are `{"error": ["message"]}` with optional `detail` and `hint` of PostgreSQL and, for limits,
      `context`. 400 is the general status, also for unknown jobs and relations; 401 wrong key; 403 no
      permission; 404 unknown account. An unknown path or method answers 404 with an HTML page.
    * **429 has two meanings.** `detail: rate-limit` comes with `Retry-After` (whole seconds) and the
      `Carto-Rate-Limit-Limit`, `-Remaining` and `-Reset` headers; waiting helps. `detail: datasource` is a
      statement that ran too long, has none of these headers, and will fail again.
    * **A 200 can be an error.** Once rows are being sent the status cannot change, so a failure is put after
      them: as the key `error` in JSON and GeoJSON, before `notices` and the like, and as a bare JSON object
      after the last row in a COPY.
    * The server does not compress answers. Idle connections are closed after 5 seconds.
    * Request line and headers together must not exceed 8 KB (431, or a closed connection): send long SQL by
      POST.
    * `/api/v2/sql` and the same path with a slash at its end are one endpoint. The second kind of answer, a
      file in any format, is described at the path *with* the slash, so that generated clients, which keep one
      answer type per operation, reach both.

    Functions without a method, because another method replaces them: `sql_query_get` (`sql.query`),
    `sql_download_get` (`sql.export`), `sql_download` (`sql.export`), `sql_copyfrom` (`sql.copy_from`),
    `sql_copyto` (`sql.copy_to`), `sql_copyto_post` (`sql.copy_to`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

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
        cacheable: bool = False,
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
            cacheable (bool): Send a GET request, for short reads: caches can answer it, and it is tried again after
                a broken connection. The URL then contains the SQL, and CARTO accepts 8 KB of URL and headers.

        Returns:
            SqlResult: Rows of the query. If it failed after its first row, `error` is set.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        if cacheable:
            from .sql_query_get import sync as _call_get

            return _call_get(
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

    def version(self) -> SqlVersion:
        """Read the version of the SQL API.

        The SQL API's own version; the central application and the maps server do not publish theirs. Needs no key.

        Returns:
            SqlVersion: The version.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
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
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .sql_health import sync as _call

        return _call(client=self._client)


@documented_by(SqlApi)
class AsyncSqlApi:
    """The operations of `sql`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

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
        cacheable: bool = False,
    ) -> SqlResult:
        """Run SQL and get rows as JSON: see `SqlApi.query`."""
        if cacheable:
            from .sql_query_get import asyncio as _call_get

            return await _call_get(
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

    async def version(self) -> SqlVersion:
        """Read the version of the SQL API: see `SqlApi.version`."""
        from .sql_version import asyncio as _call

        return await _call(client=self._client)

    async def health(self) -> SqlHealth:
        """Ask whether the SQL API is well: see `SqlApi.health`."""
        from .sql_health import asyncio as _call

        return await _call(client=self._client)
