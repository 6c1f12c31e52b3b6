# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v4/connections/"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_authorization import ConnectionAuthorization
from ...models.connection_authorize_request import ConnectionAuthorizeRequest
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: ConnectionAuthorizeRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ConnectionAuthorizeRequest)
    errors.require_text("connector", body.connector, "Service, as `gdrive`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v4/connections/"}

    _kwargs["json"] = to_object("body", body, ConnectionAuthorizeRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ConnectionAuthorization:
    if response.status_code == 200:
        errors.check_content_type("connections_authorize", response, "JSON")
        try:
            response_200 = ConnectionAuthorization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connections_authorize", response, error) from error.with_traceback(None)
    raise errors.check_status("connections_authorize", response)


def sync(
    *, client: AuthenticatedClient | Client, body: ConnectionAuthorizeRequest | Mapping[str, Any]
) -> ConnectionAuthorization:
    """Begin a connection to a file service: see `ConnectionsApi.authorize`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: ConnectionAuthorizeRequest | Mapping[str, Any]
) -> ConnectionAuthorization:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
