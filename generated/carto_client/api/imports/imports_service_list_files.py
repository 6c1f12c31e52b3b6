# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/service/{service}/list_files"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_service_files import ImportServiceFiles
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(service: str, *, filter_: str | Unset = UNSET) -> dict[str, Any]:
    errors.require_segment(
        "service",
        service,
        "Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`.",
    )

    params: dict[str, Any] = {}

    params["filter"] = filter_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/service/{service}/list_files".format(service=quote(str(service), safe="")),
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


def _build_response(response: httpx.Response) -> Response[ImportServiceFiles]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    service: str, *, client: AuthenticatedClient | Client, filter_: str | Unset = UNSET
) -> Response[ImportServiceFiles]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(service=service, filter_=filter_)))


def sync(service: str, *, client: AuthenticatedClient | Client, filter_: str | Unset = UNSET) -> ImportServiceFiles:
    """List what the account can import from a service.

    Needs the master key and a connected service. The `id` of a file is the `service_item_id` of an import.
    Errors as for `imports.service_token_valid`.

    Args:
        service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
            `twitter_search`, `bigquery`.
        filter_ (str | Unset): What to look for; the meaning depends on the service (kinds of files, an
            address). Everything unless told.

    Returns:
        ImportServiceFiles: The files.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(service=service, client=client, filter_=filter_).parsed


async def asyncio_detailed(
    service: str, *, client: AuthenticatedClient | Client, filter_: str | Unset = UNSET
) -> Response[ImportServiceFiles]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(service=service, filter_=filter_))
    )


async def asyncio(
    service: str, *, client: AuthenticatedClient | Client, filter_: str | Unset = UNSET
) -> ImportServiceFiles:
    """`sync`, awaited."""
    return (await asyncio_detailed(service=service, client=client, filter_=filter_)).parsed
