# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/sql"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_result import SqlResult
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    *,
    q: str,
    rows_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
    order_by: str | Unset = UNSET,
    sort_order: str | Unset = UNSET,
    skipfields: str | Unset = UNSET,
    cache_policy: str | Unset = UNSET,
    filename: str | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_text("q", q, "SQL, one or several statements.")

    params: dict[str, Any] = {}

    params["q"] = q

    params["rows_per_page"] = rows_per_page

    params["page"] = page

    params["order_by"] = order_by

    params["sort_order"] = sort_order

    params["skipfields"] = skipfields

    params["cache_policy"] = cache_policy

    params["filename"] = filename

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v2/sql", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> SqlResult:
    if response.status_code == 200:
        errors.check_content_type("sql_query_get", response, "JSON")
        try:
            response_200 = SqlResult.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("sql_query_get", response, error) from error.with_traceback(None)
    raise errors.check_status("sql_query_get", response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    q: str,
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
        SqlResult: Rows of the query. If it failed after its first row, `error` is set.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                q=q,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            )
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    q: str,
    rows_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
    order_by: str | Unset = UNSET,
    sort_order: str | Unset = UNSET,
    skipfields: str | Unset = UNSET,
    cache_policy: str | Unset = UNSET,
    filename: str | Unset = UNSET,
) -> SqlResult:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                q=q,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            )
        )
    )
