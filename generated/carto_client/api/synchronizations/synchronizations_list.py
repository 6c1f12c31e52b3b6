# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/synchronizations"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization_list import SynchronizationList
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/synchronizations"}

    return _kwargs


def _parse_response(response: httpx.Response) -> SynchronizationList:
    if response.status_code == 200:
        errors.check_content_type("synchronizations_list", response, "JSON")
        try:
            response_200 = SynchronizationList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("synchronizations_list", response, error) from error.with_traceback(None)
    raise errors.check_status("synchronizations_list", response)


def sync(*, client: AuthenticatedClient | Client) -> SynchronizationList:
    """List synchronizations: see `SynchronizationsApi.list`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> SynchronizationList:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
