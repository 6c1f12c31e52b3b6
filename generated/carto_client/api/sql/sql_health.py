# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/health"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_health import SqlHealth
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/health"}

    return _kwargs


def _parse_response(response: httpx.Response) -> SqlHealth:
    if response.status_code == 200:
        errors.check_content_type("sql_health", response, "JSON")
        try:
            response_200 = SqlHealth.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("sql_health", response, error) from error.with_traceback(None)
    raise errors.check_status("sql_health", response)


def sync(*, client: AuthenticatedClient | Client) -> SqlHealth:
    """Ask whether the SQL API is well: see `SqlApi.health`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> SqlHealth:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
