# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v4/connections/{connection_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_update_request import ConnectionUpdateRequest
from ...sending import as_model, to_object, to_segment


def _get_kwargs(connection_id: str, *, body: ConnectionUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ConnectionUpdateRequest)
    errors.require_text("name", body.name, "Name.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v4/connections/{connection_id}".format(
            connection_id=quote(to_segment("connection_id", connection_id, "UUID of the connection."), safe="")
        ),
    }

    _kwargs["json"] = to_object("body", body, ConnectionUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 200:
        return
    raise errors.check_status("connections_update", response)


def sync(
    connection_id: str, *, client: AuthenticatedClient | Client, body: ConnectionUpdateRequest | Mapping[str, Any]
) -> None:
    """Change a saved connection: see `ConnectionsApi.update`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(connection_id=connection_id, body=body)))


async def asyncio(
    connection_id: str, *, client: AuthenticatedClient | Client, body: ConnectionUpdateRequest | Mapping[str, Any]
) -> None:
    """`sync`, awaited."""
    _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(connection_id=connection_id, body=body))
    )
