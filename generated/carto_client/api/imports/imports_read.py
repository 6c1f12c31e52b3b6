# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/imports/{import_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_job import ImportJob
from ...types import Response, read_json


def _get_kwargs(import_id: str) -> dict[str, Any]:
    errors.require_segment("import_id", import_id, "Id of the import (`item_queue_id` of its creation), a UUID.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/{import_id}".format(import_id=quote(str(import_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ImportJob:
    if response.status_code == 200:
        errors.check_content_type("imports_read", response, "JSON")
        try:
            response_200 = ImportJob.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_read", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_read", response)


def _build_response(response: httpx.Response) -> Response[ImportJob]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(import_id: str, *, client: AuthenticatedClient | Client) -> Response[ImportJob]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(import_id=import_id)))


def sync(import_id: str, *, client: AuthenticatedClient | Client) -> ImportJob:
    """Look at an import.

    Poll it until `success` is there (or `state` is `complete` or `failure`). Needs the master key. An id that
    is not a UUID gives 404 with an empty body, an unknown UUID gives 500. Whose import it is does not matter:
    every master key reads it. A failed import still answers 200; the reason is in `error_code` and
    `get_error_text`.

    Args:
        import_id (str): Id of the import (`item_queue_id` of its creation), a UUID.

    Returns:
        ImportJob: The import as it is now.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(import_id=import_id, client=client).parsed


async def asyncio_detailed(import_id: str, *, client: AuthenticatedClient | Client) -> Response[ImportJob]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(import_id=import_id)))


async def asyncio(import_id: str, *, client: AuthenticatedClient | Client) -> ImportJob:
    """`sync`, awaited."""
    return (await asyncio_detailed(import_id=import_id, client=client)).parsed
