# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v3/visualization_exports"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_create_request import ExportCreateRequest
from ...models.export_job import ExportJob
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: ExportCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ExportCreateRequest)
    errors.require_text("visualization_id", body.visualization_id, "UUID of the map (a name will not do).")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v3/visualization_exports"}

    _kwargs["json"] = to_object("body", body, ExportCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ExportJob:
    if response.status_code == 201:
        errors.check_content_type("exports_create", response, "JSON")
        try:
            response_201 = ExportJob.from_dict(read_json(response))

            return response_201

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("exports_create", response, error) from error.with_traceback(None)
    raise errors.check_status("exports_create", response)


def sync(*, client: AuthenticatedClient | Client, body: ExportCreateRequest | Mapping[str, Any]) -> ExportJob:
    """Pack a map with its data into a file.

    Queues an export; poll `exports.read`. Without a key only for maps that everyone can see. Errors: 404
    unknown map, 403 one that the caller cannot see, 422 not a map or tables that are not its own (`{"errors":
    "…", "errors_cause": null}`).

    Args:
        body (ExportCreateRequest | Mapping[str, Any]): A map to export.

    Returns:
        ExportJob: The export is queued.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: ExportCreateRequest | Mapping[str, Any]) -> ExportJob:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
