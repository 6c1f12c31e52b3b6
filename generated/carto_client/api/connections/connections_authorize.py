# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v4/connections/"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_authorization import ConnectionAuthorization
from ...models.connection_authorize_request import ConnectionAuthorizeRequest
from ...types import Response, read_json


def _get_kwargs(*, body: ConnectionAuthorizeRequest) -> dict[str, Any]:
    errors.require_text("connector", body.connector, "Service, as `gdrive`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v4/connections/"}

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[ConnectionAuthorization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *, client: AuthenticatedClient | Client, body: ConnectionAuthorizeRequest
) -> Response[ConnectionAuthorization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: ConnectionAuthorizeRequest) -> ConnectionAuthorization:
    """Begin a connection to a file service.

    The same endpoint as `connections.create`: without `name` and `parameters` it makes nothing yet and tells
    where the user has to give the permission. Errors: `{"errors": ...}` with 404, 403 (access denied by the
    database) or 422.

    Args:
        body (ConnectionAuthorizeRequest): A service to connect to.

    Returns:
        ConnectionAuthorization: Where to go.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient | Client, body: ConnectionAuthorizeRequest
) -> Response[ConnectionAuthorization]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: ConnectionAuthorizeRequest) -> ConnectionAuthorization:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
