# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/jobs-wip"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_in_progress import BatchInProgress
from ...types import Response, read_json


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


def _build_response(response: httpx.Response) -> Response[BatchInProgress]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[BatchInProgress]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> BatchInProgress:
    """List the jobs that are at work on the server.

    The running jobs of **all** accounts of the server, whichever account the address names. Needs no key.
    Waiting and ended jobs are not listed.

    Returns:
        BatchInProgress: Account names and the ids of their jobs; an empty object if none runs.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[BatchInProgress]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> BatchInProgress:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
