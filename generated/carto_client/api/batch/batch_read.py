# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/sql/job/{job_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_job import BatchJob
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(job_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/sql/job/{job_id}".format(
            job_id=quote(to_segment("job_id", job_id, "Id of the job (`job_id` of its creation)."), safe="")
        ),
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


def sync(job_id: str, *, client: AuthenticatedClient | Client) -> BatchJob:
    """Look at a job: see `BatchApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(job_id=job_id)))


async def asyncio(job_id: str, *, client: AuthenticatedClient | Client) -> BatchJob:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(job_id=job_id)))
