# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/tables/{table_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table import Table
from ...types import Response, read_json


def _get_kwargs(table_id: str) -> dict[str, Any]:
    errors.require_segment(
        "table_id",
        table_id,
        "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
    )

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/tables/{table_id}".format(table_id=quote(str(table_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[Table]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(table_id: str, *, client: AuthenticatedClient | Client) -> Response[Table]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id)))


def sync(table_id: str, *, client: AuthenticatedClient | Client) -> Table:
    """Read the table behind a dataset.

    Columns, estimated rows and size of one table, with its visualization. Needs the master key. There is no
    list of tables and no deletion: both go through visualizations, as renaming does. 404 (unknown, or another
    account's private table) and 403 (a table of the organization that is not shared) have an empty body;
    another account's public table is shown whole.

    Args:
        table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
            `name` or `schema.name`.

    Returns:
        Table: The table.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(table_id=table_id, client=client).parsed


async def asyncio_detailed(table_id: str, *, client: AuthenticatedClient | Client) -> Response[Table]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id)))


async def asyncio(table_id: str, *, client: AuthenticatedClient | Client) -> Table:
    """`sync`, awaited."""
    return (await asyncio_detailed(table_id=table_id, client=client)).parsed
