# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/service/{service}/validate_code/{code}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_service_success import ImportServiceSuccess
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(service: str, code: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/service/{service}/validate_code/{code}".format(
            service=quote(
                to_segment(
                    "service",
                    service,
                    "Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`.",
                ),
                safe="",
            ),
            code=quote(to_segment("code", code, "Code that the service has shown to the person."), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ImportServiceSuccess:
    if response.status_code == 200:
        errors.check_content_type("imports_service_validate_code", response, "JSON")
        try:
            response_200 = ImportServiceSuccess.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_service_validate_code", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_service_validate_code", response)


def sync(service: str, code: str, *, client: AuthenticatedClient | Client) -> ImportServiceSuccess:
    """Connect the account to a service with a code: see `ImportsApi.service_validate_code`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(service=service, code=code)))


async def asyncio(service: str, code: str, *, client: AuthenticatedClient | Client) -> ImportServiceSuccess:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(service=service, code=code)))
