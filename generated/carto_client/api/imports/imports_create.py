# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/imports"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_create_request import ImportCreateRequest
from ...models.import_created import ImportCreated
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: ImportCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ImportCreateRequest)
    errors.require_text("url", body.url, "http, https or ftp address on port 21, 80 or 443 of a public host.")
    errors.require_text("sql", body.sql, "Query on the account's own data whose result becomes a table.")
    errors.require_text("table_copy", body.table_copy, "Table to copy, `name` or `schema.name`.")
    errors.require_text(
        "remote_visualization_id", body.remote_visualization_id, "UUID of a data library item of the caller."
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/imports"}

    _kwargs["json"] = to_object("body", body, ImportCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ImportCreated:
    if response.status_code == 200:
        errors.check_content_type("imports_create", response, "JSON")
        try:
            response_200 = ImportCreated.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("imports_create", response, error) from error.with_traceback(None)
    raise errors.check_status("imports_create", response)


def sync(*, client: AuthenticatedClient | Client, body: ImportCreateRequest | Mapping[str, Any]) -> ImportCreated:
    """Import from a URL, a database or the account's own data.

    Queues an import and answers at once; poll `imports.read` with `item_queue_id`. Needs the master key. The
    source is the first of these that is given: `url`, `connector`, `remote_visualization_id`; and if none is,
    `sql` or `table_copy`. With no source at all (an empty `url` is none) an import is created nevertheless, and
    fails with 1010.

    400 `{"errors": {"imports": "…"}}` for an invalid request; 429 with the same body when all import slots
    (usually three per account) are taken, without `Retry-After`. A file is uploaded with `imports.upload`.

    Header lines, delimiters and encodings are guessed and cannot be given. For an import that repeats itself
    create a synchronization.

    Args:
        body (ImportCreateRequest | Mapping[str, Any]): A source and what to make of it. Give one source: `url`,
            `connector`, `remote_visualization_id`, `sql` or `table_copy`. The switches are on or off when left
            out as their descriptions say.

    Returns:
        ImportCreated: The import is queued (nothing is known yet about its success).

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: ImportCreateRequest | Mapping[str, Any]
) -> ImportCreated:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
