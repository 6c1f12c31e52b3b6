# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v4/connections"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_create_request import ConnectionCreateRequest
from ...models.connection_created import ConnectionCreated
from ...types import Response, read_json


def _get_kwargs(*, body: ConnectionCreateRequest) -> dict[str, Any]:
    errors.require_text("name", body.name, "Name.")
    errors.require_text("connector", body.connector, "Connector, as `mysql`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v4/connections"}

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ConnectionCreated:
    if response.status_code == 201:
        errors.check_content_type("connections_create", response, "JSON")
        try:
            response_201 = ConnectionCreated.from_dict(read_json(response))

            return response_201

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connections_create", response, error) from error.with_traceback(None)
    raise errors.check_status("connections_create", response)


def _build_response(response: httpx.Response) -> Response[ConnectionCreated]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *, client: AuthenticatedClient | Client, body: ConnectionCreateRequest
) -> Response[ConnectionCreated]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: ConnectionCreateRequest) -> ConnectionCreated:
    """Save a connection to a database.

    For file services see `connections.authorize`. Errors: `{"errors": ...}` with 404, 403 (access denied by the
    database) or 422.

    Args:
        body (ConnectionCreateRequest): A connection to a database to save.

    Returns:
        ConnectionCreated: It is saved.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient | Client, body: ConnectionCreateRequest
) -> Response[ConnectionCreated]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: ConnectionCreateRequest) -> ConnectionCreated:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
