# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/tables/{table_id}/columns/{column_name}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table_column import TableColumn
from ...models.table_column_update_request import TableColumnUpdateRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(
    table_id: str, column_name: str, *, body: TableColumnUpdateRequest | Mapping[str, Any]
) -> dict[str, Any]:
    body = as_model("body", body, TableColumnUpdateRequest)
    errors.require_text("type", body.type_, "New type, `number`, `string`, `date`, `boolean` or `geometry`.")
    errors.require_text("new_name", body.new_name, "New name.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
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

    _kwargs["json"] = to_object("body", body, TableColumnUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TableColumn:
    if response.status_code == 200:
        errors.check_content_type("tables_update_column", response, "JSON")
        try:
            response_200 = TableColumn.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_update_column", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_update_column", response)


def sync(
    table_id: str,
    column_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: TableColumnUpdateRequest | Mapping[str, Any],
) -> TableColumn:
    """Rename a column or change its type: see `TablesApi.update_column`."""
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(table_id=table_id, column_name=column_name, body=body))
    )


async def asyncio(
    table_id: str,
    column_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: TableColumnUpdateRequest | Mapping[str, Any],
) -> TableColumn:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(table_id=table_id, column_name=column_name, body=body)
        )
    )
