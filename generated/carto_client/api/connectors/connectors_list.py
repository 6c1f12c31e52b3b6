# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/connectors"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connector_map import ConnectorMap
from ...types import Response, read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/connectors"}

    return _kwargs


def _parse_response(response: httpx.Response) -> ConnectorMap:
    if response.status_code == 200:
        errors.check_content_type("connectors_list", response, "JSON")
        try:
            response_200 = ConnectorMap.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connectors_list", response, error) from error.with_traceback(None)
    raise errors.check_status("connectors_list", response)


def _build_response(response: httpx.Response) -> Response[ConnectorMap]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[ConnectorMap]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> ConnectorMap:
    """List the kinds of database to import from.

    An object by connector id, not a list. 404 with an empty body if the account may not use connectors.

    Returns:
        ConnectorMap: The connectors.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[ConnectorMap]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> ConnectorMap:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
