# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/service/{service}/list_files"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_service_files import ImportServiceFiles
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(service: str, *, filter_: str | Unset = UNSET) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["filter"] = filter_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/service/{service}/list_files".format(
            service=quote(
                to_segment(
                    "service",
                    service,
                    "Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`.",
                ),
                safe="",
            )
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ImportServiceFiles:
    if response.status_code == 200:
        errors.check_content_type("imports_service_list_files", response, "JSON")
        try:
            response_200 = ImportServiceFiles.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_service_list_files", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_service_list_files", response)


def sync(service: str, *, client: AuthenticatedClient | Client, filter_: str | Unset = UNSET) -> ImportServiceFiles:
    """List what the account can import from a service: see `ImportsApi.service_list_files`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(service=service, filter_=filter_)))


async def asyncio(
    service: str, *, client: AuthenticatedClient | Client, filter_: str | Unset = UNSET
) -> ImportServiceFiles:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(service=service, filter_=filter_))
    )
