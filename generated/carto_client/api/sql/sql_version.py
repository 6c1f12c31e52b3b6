# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/version"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_version import SqlVersion
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/version"}

    return _kwargs


def _parse_response(response: httpx.Response) -> SqlVersion:
    if response.status_code == 200:
        errors.check_content_type("sql_version", response, "JSON")
        try:
            response_200 = SqlVersion.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("sql_version", response, error) from error.with_traceback(None)
    raise errors.check_status("sql_version", response)


def sync(*, client: AuthenticatedClient | Client) -> SqlVersion:
    """Read the version of the SQL API: see `SqlApi.version`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> SqlVersion:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
