# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/service/{service}/token_valid"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_service_token import ImportServiceToken
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(service: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/service/{service}/token_valid".format(
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


def _parse_response(response: httpx.Response) -> ImportServiceToken:
    if response.status_code == 200:
        errors.check_content_type("imports_service_token_valid", response, "JSON")
        try:
            response_200 = ImportServiceToken.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_service_token_valid", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_service_token_valid", response)


def sync(service: str, *, client: AuthenticatedClient | Client) -> ImportServiceToken:
    """Ask whether the account is connected to a service: see `ImportsApi.service_token_valid`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(service=service)))


async def asyncio(service: str, *, client: AuthenticatedClient | Client) -> ImportServiceToken:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(service=service)))
