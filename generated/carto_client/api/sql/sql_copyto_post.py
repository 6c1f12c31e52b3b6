# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/sql/copyto"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.copy_to_request import CopyToRequest
from ...sending import as_model, to_object
from ...types import File


def _get_kwargs(*, body: CopyToRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, CopyToRequest)
    errors.require_text(
        "q",
        body.q,
        "`COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case and without leading blanks.",
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v2/sql/copyto"}

    _kwargs["json"] = to_object("body", body, CopyToRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("sql_copyto_post", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("sql_copyto_post", response)


def sync(*, client: AuthenticatedClient | Client, body: CopyToRequest | Mapping[str, Any]) -> File:
    """Stream rows out with COPY … TO STDOUT, the statement in the body.

    The same as `sql.copy_to`, for statements too long for a URL. The same care for the tail of the body is due.

    Args:
        body (CopyToRequest | Mapping[str, Any]): A COPY TO statement.

    Returns:
        File: COPY output. If the query failed on the way, a JSON error object follows the last complete row.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: CopyToRequest | Mapping[str, Any]) -> File:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
