# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/sql/copyfrom"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.copy_from_result import CopyFromResult
from ...types import UNSET, File, Unset, read_chunks, read_json


def _get_kwargs(*, body: File | Unset = UNSET, q: str, content_encoding: str | Unset = UNSET) -> dict[str, Any]:
    """Leave out `body` to add a streamed one as `content`."""
    errors.require_text(
        "q", q, "`COPY table (columns) FROM STDIN …`, beginning with `COPY ` in any case and without leading blanks."
    )
    headers: dict[str, Any] = {}
    if not isinstance(content_encoding, Unset):
        headers["Content-Encoding"] = content_encoding

    params: dict[str, Any] = {}

    params["q"] = q

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v2/sql/copyfrom", "params": params}

    if not isinstance(body, Unset):
        _kwargs["content"] = body.payload

    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> CopyFromResult:
    if response.status_code == 200:
        errors.check_content_type("sql_copyfrom", response, "JSON")
        try:
            response_200 = CopyFromResult.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("sql_copyfrom", response, error) from error.with_traceback(None)
    raise errors.check_status("sql_copyfrom", response)


def sync(
    *, client: AuthenticatedClient | Client, body: File, q: str, content_encoding: str | Unset = UNSET
) -> CopyFromResult:
    """Stream rows into a table with COPY … FROM STDIN.

    The request body is handed to PostgreSQL as it arrives, whatever its Content-Type; the statement must be in
    the query string. All or nothing: any error stores no row. No rows at all is an error too (400 `No rows
    copied`).

    * Up to 2 GB per request as sent (the compressed size with gzip).
    * **The answer can come before the upload ends.** A wrong key, a statement that is not a COPY or a rate
      limit is answered at once and the rest of the upload is read and thrown away. A bad row or a missing table
      found early is answered at once too, but then the server *stops reading*: a client that reads only after
      it has written everything hangs. Watch for the answer while sending, and set a write timeout.
    * Only one `COPY … FROM STDIN`. `COPY … TO STDOUT` here never answers; further statements after the COPY
      make later queries hang.
    * Sending too slowly ends with `Connection closed by server: input data too slow`.

    Args:
        q (str): `COPY table (columns) FROM STDIN …`, beginning with `COPY ` in any case and without leading
            blanks; otherwise 400 `SQL must start with COPY`.
        content_encoding (str | Unset): `gzip`, exactly in lower case, if the body is gzip (several members in a
            row are fine). Any other value is not understood and the bytes go to PostgreSQL as they are.
        body (File)

    Returns:
        CopyFromResult: All rows are stored.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(body=body, q=q, content_encoding=content_encoding))
    )


async def asyncio(
    *, client: AuthenticatedClient | Client, body: File, q: str, content_encoding: str | Unset = UNSET
) -> CopyFromResult:
    """`sync`, awaited."""
    kwargs = _get_kwargs(body=body, q=q, content_encoding=content_encoding)
    if "content" in kwargs:
        kwargs["content"] = read_chunks(kwargs["content"])
    return _parse_response(await client.get_async_httpx_client().request(**kwargs))
