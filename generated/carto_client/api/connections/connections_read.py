# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/connections/{connection_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection import Connection
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(connection_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v4/connections/{connection_id}".format(
            connection_id=quote(to_segment("connection_id", connection_id, "UUID of the connection."), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Connection:
    if response.status_code == 200:
        errors.check_content_type("connections_read", response, "JSON")
        try:
            response_200 = Connection.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connections_read", response, error) from error.with_traceback(None)
    raise errors.check_status("connections_read", response)


def sync(connection_id: str, *, client: AuthenticatedClient | Client) -> Connection:
    """Read a saved connection: see `ConnectionsApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(connection_id=connection_id)))


async def asyncio(connection_id: str, *, client: AuthenticatedClient | Client) -> Connection:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(connection_id=connection_id)))
