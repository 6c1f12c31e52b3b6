# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/tables/{table_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table_update_request import TableUpdateRequest
from ...models.table_updated import TableUpdated
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(table_id: str, *, body: TableUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, TableUpdateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/tables/{table_id}".format(
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

    _kwargs["json"] = to_object("body", body, TableUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TableUpdated:
    if response.status_code == 200:
        errors.check_content_type("tables_update", response, "JSON")
        try:
            response_200 = TableUpdated.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_update", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_update", response)


def sync(
    table_id: str, *, client: AuthenticatedClient | Client, body: TableUpdateRequest | Mapping[str, Any]
) -> TableUpdated:
    """Change a table's description, or make points of two columns: see `TablesApi.update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id, body=body)))


async def asyncio(
    table_id: str, *, client: AuthenticatedClient | Client, body: TableUpdateRequest | Mapping[str, Any]
) -> TableUpdated:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, body=body)))
