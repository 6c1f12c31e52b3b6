# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_list import ImportList
from ...types import Response, read_json


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


def _build_response(response: httpx.Response) -> Response[ImportList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[ImportList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> ImportList:
    """List imports on their way.

    Ids of the caller's imports of the last 24 hours that have not ended, newest first. Needs the master key.
    Those that have waited over an hour without a worker are marked as failed (6671) by this call and left out.

    Returns:
        ImportList: The ids.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[ImportList]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> ImportList:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
