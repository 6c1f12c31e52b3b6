# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_list import ImportList
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/imports"}

    return _kwargs


def _parse_response(response: httpx.Response) -> ImportList:
    if response.status_code == 200:
        errors.check_content_type("imports_list", response, "JSON")
        try:
            response_200 = ImportList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_list", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_list", response)


def sync(*, client: AuthenticatedClient | Client) -> ImportList:
    """List unfinished imports: see `ImportsApi.list`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> ImportList:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
