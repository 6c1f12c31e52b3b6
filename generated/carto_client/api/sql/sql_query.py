# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/sql"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_query_request import SqlQueryRequest
from ...models.sql_result import SqlResult
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: SqlQueryRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, SqlQueryRequest)
    errors.require_text("q", body.q, "SQL, one or several statements.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v2/sql"}

    _kwargs["json"] = to_object("body", body, SqlQueryRequest)

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


def sync(*, client: AuthenticatedClient | Client, body: SqlQueryRequest | Mapping[str, Any]) -> SqlResult:
    """Run SQL and get rows as JSON: see `SqlApi.query`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: SqlQueryRequest | Mapping[str, Any]) -> SqlResult:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
