# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v2/sql/job/{job_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_create_request import BatchCreateRequest
from ...models.batch_job import BatchJob
from ...types import Response, read_json


def _get_kwargs(job_id: str, *, body: BatchCreateRequest) -> dict[str, Any]:
    errors.require_segment("job_id", job_id, "Id of the job (`job_id` of its creation).")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v2/sql/job/{job_id}".format(job_id=quote(str(job_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> BatchJob:
    if response.status_code == 200:
        errors.check_content_type("batch_update", response, "JSON")
        try:
            response_200 = BatchJob.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("batch_update", response, error) from error.with_traceback(None)
    raise errors.check_status("batch_update", response)


def _build_response(response: httpx.Response) -> Response[BatchJob]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(job_id: str, *, client: AuthenticatedClient | Client, body: BatchCreateRequest) -> Response[BatchJob]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(job_id=job_id, body=body)))


def sync(job_id: str, *, client: AuthenticatedClient | Client, body: BatchCreateRequest) -> BatchJob:
    """Change the SQL of a job (refused by the server).

    **Do not use.** CARTO's documentation describes it, but the server has no such route: every call is answered
    by 404 with an HTML page (`Cannot PUT /…`). Cancel the job and create another.

    Args:
        job_id (str): Id of the job (`job_id` of its creation). An id that is unknown, or of a job that ended
            more than two hours ago, gives 400 `Job with id … not found`, not 404.
        body (BatchCreateRequest): SQL of a job.

    Returns:
        BatchJob: What the documentation promises. The server was never seen to send it.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(job_id=job_id, client=client, body=body).parsed


async def asyncio_detailed(
    job_id: str, *, client: AuthenticatedClient | Client, body: BatchCreateRequest
) -> Response[BatchJob]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(job_id=job_id, body=body)))


async def asyncio(job_id: str, *, client: AuthenticatedClient | Client, body: BatchCreateRequest) -> BatchJob:
    """`sync`, awaited."""
    return (await asyncio_detailed(job_id=job_id, client=client, body=body)).parsed
