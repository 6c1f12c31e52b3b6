# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v2/sql/job/{job_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.batch_create_request import BatchCreateRequest
from ...models.batch_job import BatchJob
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(job_id: str, *, body: BatchCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, BatchCreateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v2/sql/job/{job_id}".format(
            job_id=quote(to_segment("job_id", job_id, "Id of the job (`job_id` of its creation)."), safe="")
        ),
    }

    _kwargs["json"] = to_object("body", body, BatchCreateRequest)

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


def sync(
    job_id: str, *, client: AuthenticatedClient | Client, body: BatchCreateRequest | Mapping[str, Any]
) -> BatchJob:
    """Change the SQL of a job (refused by the server): see `BatchApi.update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(job_id=job_id, body=body)))


async def asyncio(
    job_id: str, *, client: AuthenticatedClient | Client, body: BatchCreateRequest | Mapping[str, Any]
) -> BatchJob:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(job_id=job_id, body=body)))
