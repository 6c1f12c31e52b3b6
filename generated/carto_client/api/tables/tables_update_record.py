# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/tables/{table_id}/records/{record_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(table_id: str, record_id: str, *, body: Any) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/tables/{table_id}/records/{record_id}".format(
            table_id=quote(
                to_segment(
                    "table_id",
                    table_id,
                    "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
                ),
                safe="",
            ),
            record_id=quote(to_segment("record_id", record_id, "`cartodb_id` of the row, as text."), safe=""),
        ),
    }

    _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("tables_update_record", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_update_record", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_update_record", response)


def sync(table_id: str, record_id: str, *, client: AuthenticatedClient | Client, body: Any) -> Any:
    """Change a row: see `TablesApi.update_record`."""
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(table_id=table_id, record_id=record_id, body=body))
    )


async def asyncio(table_id: str, record_id: str, *, client: AuthenticatedClient | Client, body: Any) -> Any:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, record_id=record_id, body=body))
    )
