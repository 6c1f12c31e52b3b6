# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/tables/{table_id}/columns/{column_name}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(table_id: str, column_name: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
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


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("tables_delete_column", response)


def sync(table_id: str, column_name: str, *, client: AuthenticatedClient | Client) -> None:
    """Drop a column: see `TablesApi.delete_column`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id, column_name=column_name)))


async def asyncio(table_id: str, column_name: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, column_name=column_name))
    )
