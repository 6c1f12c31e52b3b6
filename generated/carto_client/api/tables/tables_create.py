# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/tables"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.table import Table
from ...models.table_create_request import TableCreateRequest
from ...types import Response, read_json


def _get_kwargs(*, body: TableCreateRequest) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/tables"}

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[Table]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: TableCreateRequest) -> Response[Table]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: TableCreateRequest) -> Table:
    """Create an empty table.

    Needs the master key. It becomes a dataset at once. Files are imported instead, by `imports.create_file`.
    Errors: 400 `{"description": [...], "stack": [...]}`, or `{"errors": [...]}` if the account may have no more
    tables; **500** for an unknown `the_geom_type` and a `schema` that is no list of columns. There is no list
    of tables: use `viz.list` with `type=table`.

    Args:
        body (TableCreateRequest): A new table.

    Returns:
        Table: The new table. The status is 200, not 201.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: TableCreateRequest) -> Response[Table]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: TableCreateRequest) -> Table:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
