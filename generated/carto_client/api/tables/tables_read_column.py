# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/tables/{table_id}/columns/{column_name}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table_column_type import TableColumnType
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(table_id: str, column_name: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/tables/{table_id}/columns/{column_name}".format(
            table_id=quote(
                to_segment(
                    "table_id",
                    table_id,
                    "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
                ),
                safe="",
            ),
            column_name=quote(to_segment("column_name", column_name, "Name of the column."), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> TableColumnType:
    if response.status_code == 200:
        errors.check_content_type("tables_read_column", response, "JSON")
        try:
            response_200 = TableColumnType.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_read_column", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_read_column", response)


def sync(table_id: str, column_name: str, *, client: AuthenticatedClient | Client) -> TableColumnType:
    """Read the type of a column: see `TablesApi.read_column`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id, column_name=column_name)))


async def asyncio(table_id: str, column_name: str, *, client: AuthenticatedClient | Client) -> TableColumnType:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, column_name=column_name))
    )
