# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/service/{service}/token_valid"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_service_token import ImportServiceToken
from ...types import Response, read_json


def _get_kwargs(service: str) -> dict[str, Any]:
    errors.require_segment(
        "service",
        service,
        "Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`.",
    )

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/service/{service}/token_valid".format(service=quote(str(service), safe="")),
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


def _build_response(response: httpx.Response) -> Response[ImportServiceToken]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(service: str, *, client: AuthenticatedClient | Client) -> Response[ImportServiceToken]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(service=service)))


def sync(service: str, *, client: AuthenticatedClient | Client) -> ImportServiceToken:
    """Ask whether the account is connected to a service.

    Needs the master key. A token that is no longer valid is forgotten by this call. Errors: 400 `{"errors":
    {"imports": "…"}}`, also for an account that was never connected; 401 with the same body if the token has
    expired.

    Args:
        service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
            `twitter_search`, `bigquery`.

    Returns:
        ImportServiceToken: Whether the stored token works.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(service=service, client=client).parsed


async def asyncio_detailed(service: str, *, client: AuthenticatedClient | Client) -> Response[ImportServiceToken]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(service=service)))


async def asyncio(service: str, *, client: AuthenticatedClient | Client) -> ImportServiceToken:
    """`sync`, awaited."""
    return (await asyncio_detailed(service=service, client=client)).parsed
