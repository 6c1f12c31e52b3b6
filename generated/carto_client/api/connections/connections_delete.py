# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v4/connections/{connection_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(connection_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v4/connections/{connection_id}".format(
            connection_id=quote(to_segment("connection_id", connection_id, "UUID of the connection."), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 200:
        return
    raise errors.check_status("connections_delete", response)


def sync(connection_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a saved connection: see `ConnectionsApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(connection_id=connection_id)))


async def asyncio(connection_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(connection_id=connection_id)))
