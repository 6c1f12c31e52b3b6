# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/uploads"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.upload import Upload
from ...models.upload_create_request import UploadCreateRequest
from ...types import Response, read_json


def _get_kwargs(*, body: UploadCreateRequest) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/uploads"}

    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Upload:
    if response.status_code == 200:
        errors.check_content_type("uploads_create", response, "JSON")
        try:
            response_200 = Upload.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("uploads_create", response, error) from error.with_traceback(None)
    raise errors.check_status("uploads_create", response)


def _build_response(response: httpx.Response) -> Response[Upload]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: UploadCreateRequest) -> Response[Upload]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: UploadCreateRequest) -> Upload:
    """Put a file on the server without importing it (fails always).

    **Do not use: it never works.** Whatever is sent, the version of the server that was seen answers 400 with
    an empty body, because of a fault of its own. To import a file use `imports.create_file`. The answer of
    versions that work names a path on the account's host, not an import. Needs the master key.

    Args:
        body (UploadCreateRequest): A file.

    Returns:
        Upload: The file is stored.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: UploadCreateRequest) -> Response[Upload]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: UploadCreateRequest) -> Upload:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
