# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/tables/{table_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table import Table
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(table_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
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

    return _kwargs


def _parse_response(response: httpx.Response) -> Table:
    if response.status_code == 200:
        errors.check_content_type("tables_read", response, "JSON")
        try:
            response_200 = Table.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_read", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_read", response)


def sync(table_id: str, *, client: AuthenticatedClient | Client) -> Table:
    """Read the table behind a dataset: see `TablesApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id)))


async def asyncio(table_id: str, *, client: AuthenticatedClient | Client) -> Table:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id)))
