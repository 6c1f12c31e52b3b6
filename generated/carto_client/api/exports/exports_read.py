# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/visualization_exports/{export_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_job import ExportJob
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(export_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/visualization_exports/{export_id}".format(
            export_id=quote(to_segment("export_id", export_id, "UUID of the export."), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ExportJob:
    if response.status_code == 200:
        errors.check_content_type("exports_read", response, "JSON")
        try:
            response_200 = ExportJob.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("exports_read", response, error) from error.with_traceback(None)
    raise errors.check_status("exports_read", response)


def sync(export_id: str, *, client: AuthenticatedClient | Client) -> ExportJob:
    """Look at an export: see `ExportsApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(export_id=export_id)))


async def asyncio(export_id: str, *, client: AuthenticatedClient | Client) -> ExportJob:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(export_id=export_id)))
