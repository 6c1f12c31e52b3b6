# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/sql/job"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_create_request import BatchCreateRequest
from ...models.batch_job import BatchJob
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: BatchCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, BatchCreateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v2/sql/job"}

    _kwargs["json"] = to_object("body", body, BatchCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> BatchJob:
    if response.status_code == 201:
        errors.check_content_type("batch_create", response, "JSON")
        try:
            response_201 = BatchJob.from_dict(read_json(response))

            return response_201

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("batch_create", response, error) from error.with_traceback(None)
    raise errors.check_status("batch_create", response)


def sync(*, client: AuthenticatedClient | Client, body: BatchCreateRequest | Mapping[str, Any]) -> BatchJob:
    """Queue SQL to run in the background.

    Needs the master key (403 otherwise). The job waits until the account's other jobs are done; statements run
    outside a transaction, so VACUUM and CREATE INDEX CONCURRENTLY work. At most 64 jobs can wait. The whole
    body as JSON can have at most 16 KiB (16,384 characters; 400 `Your payload is too large`). Twelve hours is
    the usual limit of one statement.

    Poll `batch.read` until the status is final. There is no list of an account's jobs and no way to change one
    (`batch.update` is refused).

    Args:
        body (BatchCreateRequest | Mapping[str, Any]): SQL of a job.

    Returns:
        BatchJob: The job is queued.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: BatchCreateRequest | Mapping[str, Any]) -> BatchJob:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
