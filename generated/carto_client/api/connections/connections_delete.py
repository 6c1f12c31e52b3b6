# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v4/connections/{connection_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(connection_id: str) -> dict[str, Any]:
    errors.require_segment("connection_id", connection_id, "UUID of the connection.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v4/connections/{connection_id}".format(connection_id=quote(str(connection_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 200:
        return
    raise errors.check_status("connections_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(connection_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(connection_id=connection_id)))


def sync(connection_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a saved connection.

    Errors: `{"errors": ...}` with 404, 403 (access denied by the database) or 422.

    Args:
        connection_id (str): UUID of the connection.

    Returns:
        None: It is gone. The body is empty.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(connection_id=connection_id, client=client)


async def asyncio_detailed(connection_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(connection_id=connection_id)))


async def asyncio(connection_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(connection_id=connection_id, client=client)
