# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/tables/{table_id}/records/{record_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(table_id: str, record_id: str) -> dict[str, Any]:
    errors.require_segment(
        "table_id",
        table_id,
        "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
    )
    errors.require_segment("record_id", record_id, "`cartodb_id` of the row, as text.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/tables/{table_id}/records/{record_id}".format(
            table_id=quote(str(table_id), safe=""), record_id=quote(str(record_id), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("tables_delete_record", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(table_id: str, record_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(table_id=table_id, record_id=record_id)))


def sync(table_id: str, record_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete one or several rows.

    Needs the master key. The answer is the same whether or not there was such a row; 404 for what is no number.

    Args:
        table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
            `name` or `schema.name`.
        record_id (str): `cartodb_id` of the row, as text. `tables.delete_record` takes several, with commas
            between them.

    Returns:
        None: There is no such row (any more).

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(table_id=table_id, record_id=record_id, client=client)


async def asyncio_detailed(table_id: str, record_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, record_id=record_id))
    )


async def asyncio(table_id: str, record_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(table_id=table_id, record_id=record_id, client=client)
