# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/{import_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_job import ImportJob
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(import_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/{import_id}".format(
            import_id=quote(
                to_segment("import_id", import_id, "Id of the import (`item_queue_id` of its creation), a UUID."),
                safe="",
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ImportJob:
    if response.status_code == 200:
        errors.check_content_type("imports_read", response, "JSON")
        try:
            response_200 = ImportJob.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_read", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_read", response)


def sync(import_id: str, *, client: AuthenticatedClient | Client) -> ImportJob:
    """Look at an import: see `ImportsApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(import_id=import_id)))


async def asyncio(import_id: str, *, client: AuthenticatedClient | Client) -> ImportJob:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(import_id=import_id)))
