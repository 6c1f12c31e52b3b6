# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/connectors"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_connector import ConnectionConnector
from ...types import Response, read_json, require_list


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v4/connectors"}

    return _kwargs


def _parse_response(response: httpx.Response) -> list[ConnectionConnector]:
    if response.status_code == 200:
        errors.check_content_type("connections_connectors", response, "JSON")
        try:
            response_200 = []
            _response_200 = read_json(response)
            for response_200_item_data in require_list(_response_200):
                response_200_item = ConnectionConnector.from_dict(response_200_item_data)

                response_200.append(response_200_item)

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connections_connectors", response, error) from error.with_traceback(None)
    raise errors.check_status("connections_connectors", response)


def _build_response(response: httpx.Response) -> Response[list[ConnectionConnector]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[list[ConnectionConnector]]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> list[ConnectionConnector]:
    """List what connections can be made to.

    Databases and file services, as a bare list.

    Returns:
        list[ConnectionConnector]: Connectors and services.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[list[ConnectionConnector]]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> list[ConnectionConnector]:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
