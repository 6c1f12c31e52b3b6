# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/sql"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_query_request import SqlQueryRequest
from ...models.sql_result import SqlResult
from ...types import Response, read_json


def _get_kwargs(*, body: SqlQueryRequest) -> dict[str, Any]:
    errors.require_text("q", body.q, "SQL, one or several statements.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v2/sql"}

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> SqlResult:
    if response.status_code == 200:
        errors.check_content_type("sql_query", response, "JSON")
        try:
            response_200 = SqlResult.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("sql_query", response, error) from error.with_traceback(None)
    raise errors.check_status("sql_query", response)


def _build_response(response: httpx.Response) -> Response[SqlResult]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: SqlQueryRequest) -> Response[SqlResult]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: SqlQueryRequest) -> SqlResult:
    """Run SQL and get rows as JSON.

    Runs one or several statements separated by semicolons. Several statements give the rows of all of them in
    one list and `fields` and `total_rows` of the last. There is no limit on the length of the text here.

    Values are JSON as PostgreSQL's driver for JavaScript makes them: `int8` and `numeric` are rounded to a
    double (select them as text to keep every digit), NaN and infinities are the strings `NaN`, `Infinity`,
    `-Infinity`, timestamps lose fractions of seconds, geometry is hexadecimal EWKB, `interval` and `point` are
    objects, `bytea` is `{"type": "Buffer", "data": [97, 98]}`.

    A failure before the first row gives 400. A failure after it gives **200** with the key `error`.

    Args:
        body (SqlQueryRequest): SQL and how to page, sort and label its answer.

    Returns:
        SqlResult: Rows of the query. Look at `error` even so.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: SqlQueryRequest) -> Response[SqlResult]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: SqlQueryRequest) -> SqlResult:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
