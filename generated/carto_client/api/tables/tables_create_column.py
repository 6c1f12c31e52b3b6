# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/tables/{table_id}/columns"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table_column import TableColumn
from ...models.table_column_create_request import TableColumnCreateRequest
from ...types import Response, read_json


def _get_kwargs(table_id: str, *, body: TableColumnCreateRequest) -> dict[str, Any]:
    errors.require_segment(
        "table_id",
        table_id,
        "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
    )
    errors.require_text("name", body.name, "Name.")
    errors.require_text("type", body.type_, "`number`, `string`, `date`, `boolean` or `geometry`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/tables/{table_id}/columns".format(table_id=quote(str(table_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TableColumn:
    if response.status_code == 200:
        errors.check_content_type("tables_create_column", response, "JSON")
        try:
            response_200 = TableColumn.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_create_column", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_create_column", response)


def _build_response(response: httpx.Response) -> Response[TableColumn]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    table_id: str, *, client: AuthenticatedClient | Client, body: TableColumnCreateRequest
) -> Response[TableColumn]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id, body=body)))


def sync(table_id: str, *, client: AuthenticatedClient | Client, body: TableColumnCreateRequest) -> TableColumn:
    """Add a column to a table.

    Needs the master key. Errors: 400 `{"errors":["…"]}`, 401 with an empty body without access.

    Args:
        table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
            `name` or `schema.name`.
        body (TableColumnCreateRequest): A new column.

    Returns:
        TableColumn: The new column. The status is 200, not 201.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(table_id=table_id, client=client, body=body).parsed


async def asyncio_detailed(
    table_id: str, *, client: AuthenticatedClient | Client, body: TableColumnCreateRequest
) -> Response[TableColumn]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, body=body)))


async def asyncio(
    table_id: str, *, client: AuthenticatedClient | Client, body: TableColumnCreateRequest
) -> TableColumn:
    """`sync`, awaited."""
    return (await asyncio_detailed(table_id=table_id, client=client, body=body)).parsed
