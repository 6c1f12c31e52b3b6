# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/imports/service/{service}/invalidate_token"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_service_success import ImportServiceSuccess
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(service: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/imports/service/{service}/invalidate_token".format(
            service=quote(
                to_segment(
                    "service",
                    service,
                    "Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`.",
                ),
                safe="",
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ImportServiceSuccess:
    if response.status_code == 200:
        errors.check_content_type("imports_service_invalidate_token", response, "JSON")
        try:
            response_200 = ImportServiceSuccess.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_service_invalidate_token", response, error) from error.with_traceback(
                None
            )
    raise errors.check_status("imports_service_invalidate_token", response)


def sync(service: str, *, client: AuthenticatedClient | Client) -> ImportServiceSuccess:
    """Disconnect the account from a service: see `ImportsApi.service_invalidate_token`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(service=service)))


async def asyncio(service: str, *, client: AuthenticatedClient | Client) -> ImportServiceSuccess:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(service=service)))
