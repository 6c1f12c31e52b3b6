# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/uploads"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.upload import Upload
from ...models.upload_create_request import UploadCreateRequest
from ...types import UNSET, Unset, read_json


def _get_kwargs(*, body: UploadCreateRequest | Unset = UNSET) -> dict[str, Any]:
    """Leave out `body` to add a streamed one as `content`."""
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/uploads"}

    if not isinstance(body, Unset):
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


def sync(*, client: AuthenticatedClient | Client, body: UploadCreateRequest) -> Upload:
    """Put a file on the server without importing it (fails always): see `UploadsApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: UploadCreateRequest) -> Upload:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
