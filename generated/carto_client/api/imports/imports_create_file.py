# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/imports/"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_created import ImportCreated
from ...models.import_file_request import ImportFileRequest
from ...types import UNSET, Unset, read_json


def _get_kwargs(*, body: ImportFileRequest | Unset = UNSET) -> dict[str, Any]:
    """Leave out `body` to add a streamed one as `content`."""
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/imports/"}

    if not isinstance(body, Unset):
        _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ImportCreated:
    if response.status_code == 200:
        errors.check_content_type("imports_create_file", response, "JSON")
        try:
            response_200 = ImportCreated.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_create_file", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_create_file", response)


def sync(*, client: AuthenticatedClient | Client, body: ImportFileRequest) -> ImportCreated:
    """Upload a file and import it.

    The file goes as the part `file` of a multipart form; its file name decides the format and, for most
    formats, the table's name (blanks become `_`). Needs the master key. CSV, XLSX, GeoJSON, KML, zipped
    shapefiles and archives of such files are understood, among others.

    The size is not checked here: a file over the account's limit (150 MiB is usual) is accepted and its import
    fails later with 6666. On some installations files above 50 MiB are parked first (state `enqueued`), on
    others this call takes as long as the storage needs. Errors as for `imports.begin`.

    The part can be called `filename` as well, and the options can be query parameters. The bytes of the file as
    the whole body, with the query parameter `filename`, are no longer understood (400 `undefined method
    'tempfile'`).

    Args:
        body (ImportFileRequest | Mapping[str, Any]): A file and what to make of it.

    Returns:
        ImportCreated: The import is queued (nothing is known yet about its success).

    Raises:
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: ImportFileRequest) -> ImportCreated:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
