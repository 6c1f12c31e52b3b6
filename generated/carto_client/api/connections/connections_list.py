# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/connections"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection import Connection
from ...types import read_json, require_list


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v4/connections"}

    return _kwargs


def _parse_response(response: httpx.Response) -> list[Connection]:
    if response.status_code == 200:
        errors.check_content_type("connections_list", response, "JSON")
        try:
            response_200 = []
            _response_200 = read_json(response)
            for response_200_item_data in require_list(_response_200):
                response_200_item = Connection.from_dict(response_200_item_data)

                response_200.append(response_200_item)

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connections_list", response, error) from error.with_traceback(None)
    raise errors.check_status("connections_list", response)


def sync(*, client: AuthenticatedClient | Client) -> list[Connection]:
    """List saved connections: see `ConnectionsApi.list`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> list[Connection]:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
