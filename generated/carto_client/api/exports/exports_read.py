# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/visualization_exports/{export_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_job import ExportJob
from ...types import Response, read_json


def _get_kwargs(export_id: str) -> dict[str, Any]:
    errors.require_segment("export_id", export_id, "UUID of the export.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/visualization_exports/{export_id}".format(export_id=quote(str(export_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[ExportJob]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(export_id: str, *, client: AuthenticatedClient | Client) -> Response[ExportJob]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(export_id=export_id)))


def sync(export_id: str, *, client: AuthenticatedClient | Client) -> ExportJob:
    """Look at an export.

    Poll it until `state` is `complete` or `failure`. Only who has begun it may look (403 otherwise); anonymous
    exports are for anyone who knows the id. 404 for an unknown UUID, 500 for what is not one.

    Args:
        export_id (str): UUID of the export.

    Returns:
        ExportJob: The export as it is now.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(export_id=export_id, client=client).parsed


async def asyncio_detailed(export_id: str, *, client: AuthenticatedClient | Client) -> Response[ExportJob]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(export_id=export_id)))


async def asyncio(export_id: str, *, client: AuthenticatedClient | Client) -> ExportJob:
    """`sync`, awaited."""
    return (await asyncio_detailed(export_id=export_id, client=client)).parsed
