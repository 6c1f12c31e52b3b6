# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/visualization_exports/{export_id}/download"""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import File


def _get_kwargs(export_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/visualization_exports/{export_id}/download".format(
            export_id=quote(to_segment("export_id", export_id, "UUID of the export."), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("exports_download", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("exports_download", response)


def sync(export_id: str, *, client: AuthenticatedClient | Client) -> File:
    """Download a complete export.

    Works on installations only that serve the file at this path themselves: there `url` of the export is this
    path. **Elsewhere, and before the export is complete, it is 500**: where `url` leads to a storage service or
    to `/uploads/…` on the account's host, fetch the file from there, without the key. Errors otherwise as for
    `exports.read`.

    Args:
        export_id (str): UUID of the export.

    Returns:
        File: The `.carto` file, a zip archive.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(export_id=export_id)))


async def asyncio(export_id: str, *, client: AuthenticatedClient | Client) -> File:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(export_id=export_id)))
