# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v4/connections"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_create_request import ConnectionCreateRequest
from ...models.connection_created import ConnectionCreated
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: ConnectionCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ConnectionCreateRequest)
    errors.require_text("name", body.name, "Name.")
    errors.require_text("connector", body.connector, "Connector, as `mysql`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v4/connections"}

    _kwargs["json"] = to_object("body", body, ConnectionCreateRequest)

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


def sync(
    *, client: AuthenticatedClient | Client, body: ConnectionCreateRequest | Mapping[str, Any]
) -> ConnectionCreated:
    """Save a connection to a database: see `ConnectionsApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: ConnectionCreateRequest | Mapping[str, Any]
) -> ConnectionCreated:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
