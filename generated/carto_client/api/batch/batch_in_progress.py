# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/jobs-wip"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_in_progress import BatchInProgress
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/jobs-wip"}

    return _kwargs


def _parse_response(response: httpx.Response) -> BatchInProgress:
    if response.status_code == 200:
        errors.check_content_type("batch_in_progress", response, "JSON")
        try:
            response_200 = BatchInProgress.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("batch_in_progress", response, error) from error.with_traceback(None)
    raise errors.check_status("batch_in_progress", response)


def sync(*, client: AuthenticatedClient | Client) -> BatchInProgress:
    """List the jobs that are at work on the server: see `BatchApi.in_progress`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> BatchInProgress:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
