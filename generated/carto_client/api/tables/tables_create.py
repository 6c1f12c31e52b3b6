# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/tables"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table import Table
from ...models.table_create_request import TableCreateRequest
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: TableCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, TableCreateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/tables"}

    _kwargs["json"] = to_object("body", body, TableCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Table:
    if response.status_code == 200:
        errors.check_content_type("tables_create", response, "JSON")
        try:
            response_200 = Table.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_create", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_create", response)


def sync(*, client: AuthenticatedClient | Client, body: TableCreateRequest | Mapping[str, Any]) -> Table:
    """Create an empty table: see `TablesApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: TableCreateRequest | Mapping[str, Any]) -> Table:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
