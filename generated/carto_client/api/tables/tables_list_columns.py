# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/tables/{table_id}/columns"""

from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import read_json, require_list


def _get_kwargs(table_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/tables/{table_id}/columns".format(
            table_id=quote(
                to_segment(
                    "table_id",
                    table_id,
                    "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
                ),
                safe="",
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> list[list[str]]:
    if response.status_code == 200:
        errors.check_content_type("tables_list_columns", response, "JSON")
        try:
            response_200 = []
            _response_200 = read_json(response)
            for componentsschemas_table_column_list_item_data in require_list(_response_200):
                componentsschemas_table_column_list_item = cast(
                    "list[str]", require_list(componentsschemas_table_column_list_item_data)
                )

                response_200.append(componentsschemas_table_column_list_item)

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_list_columns", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_list_columns", response)


def sync(table_id: str, *, client: AuthenticatedClient | Client) -> list[list[str]]:
    """List the columns of a table: see `TablesApi.list_columns`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id)))


async def asyncio(table_id: str, *, client: AuthenticatedClient | Client) -> list[list[str]]:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id)))
