# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/connectors"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connector_map import ConnectorMap
from ...types import read_json


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


def sync(*, client: AuthenticatedClient | Client) -> ConnectorMap:
    """List the kinds of database to import from: see `ConnectorsApi.list`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> ConnectorMap:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
