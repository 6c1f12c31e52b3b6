# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/sql/job/{job_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_job import BatchJob
from ...types import Response, read_json


def _get_kwargs(job_id: str) -> dict[str, Any]:
    errors.require_segment("job_id", job_id, "Id of the job (`job_id` of its creation).")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/sql/job/{job_id}".format(job_id=quote(str(job_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> BatchJob:
    if response.status_code == 200:
        errors.check_content_type("batch_read", response, "JSON")
        try:
            response_200 = BatchJob.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("batch_read", response, error) from error.with_traceback(None)
    raise errors.check_status("batch_read", response)


def _build_response(response: httpx.Response) -> Response[BatchJob]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(job_id: str, *, client: AuthenticatedClient | Client) -> Response[BatchJob]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(job_id=job_id)))


def sync(job_id: str, *, client: AuthenticatedClient | Client) -> BatchJob:
    """Look at a job.

    Needs the master key. A job of several statements goes back to `pending` between two of them, so that is not
    a sign that it has not begun.

    Args:
        job_id (str): Id of the job (`job_id` of its creation). An id that is unknown, or of a job that ended
            more than two hours ago, gives 400 `Job with id … not found`, not 404.

    Returns:
        BatchJob: The job as it is now.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(job_id=job_id, client=client).parsed


async def asyncio_detailed(job_id: str, *, client: AuthenticatedClient | Client) -> Response[BatchJob]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(job_id=job_id)))


async def asyncio(job_id: str, *, client: AuthenticatedClient | Client) -> BatchJob:
    """`sync`, awaited."""
    return (await asyncio_detailed(job_id=job_id, client=client)).parsed
