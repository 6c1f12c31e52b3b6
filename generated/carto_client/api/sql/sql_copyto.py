# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/sql/copyto"""

from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, File, Unset


def _get_kwargs(*, q: str, filename: str | Unset = UNSET) -> dict[str, Any]:
    errors.require_text(
        "q",
        q,
        "`COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case and without leading blanks.",
    )

    params: dict[str, Any] = {}

    params["q"] = q

    params["filename"] = filename

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v2/sql/copyto", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("sql_copyto", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("sql_copyto", response)


def sync(*, client: AuthenticatedClient | Client, q: str, filename: str | Unset = UNSET) -> File:
    """Stream rows out with COPY … TO STDOUT.

    PostgreSQL's COPY output as it is produced, as text, csv or binary. Accept-Encoding is ignored.

    **A failure on the way is appended to the body**: the status stays 200, the body ends properly, and the last
    bytes are a JSON object like `{"error":["division by zero"]}` straight after the last complete row. Check
    the tail. Small results that fail are still a clean 400, because PostgreSQL delivers blocks of about 8 KB.
    Closing the connection cancels the query.

    Args:
        q (str): `COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case
            and without leading blanks; otherwise 400 `SQL must start with COPY`.
        filename (str | Unset): Name offered in Content-Disposition, URI-encoded there; `carto-sql-copyto.dmp`
            if not given.

    Returns:
        File: COPY output. If the query failed on the way, a JSON error object follows the last complete row.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(q=q, filename=filename)))


async def asyncio(*, client: AuthenticatedClient | Client, q: str, filename: str | Unset = UNSET) -> File:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(q=q, filename=filename)))
