# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/tables/{table_id}/records/{record_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response, read_json


def _get_kwargs(table_id: str, record_id: str, *, body: Any) -> dict[str, Any]:
    errors.require_segment(
        "table_id",
        table_id,
        "UUID of the **table** (`table.id` of a visualization, not its own id), or its name, `name` or `schema.name`.",
    )
    errors.require_segment("record_id", record_id, "`cartodb_id` of the row, as text.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/tables/{table_id}/records/{record_id}".format(
            table_id=quote(str(table_id), safe=""), record_id=quote(str(record_id), safe="")
        ),
    }

    _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("tables_update_record", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("tables_update_record", response, error) from error.with_traceback(None)
    raise errors.check_status("tables_update_record", response)


def _build_response(response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(table_id: str, record_id: str, *, client: AuthenticatedClient | Client, body: Any) -> Response[Any]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(**_get_kwargs(table_id=table_id, record_id=record_id, body=body))
    )


def sync(table_id: str, record_id: str, *, client: AuthenticatedClient | Client, body: Any) -> Any:
    """Change a row.

    Needs the master key. Columns that are not named stay. **Every key counts as a column.** Errors: 404 for a
    missing row, also (`row identified with 1 not found`) for a value that does not fit the type of its column;
    400 for an unknown column (`CartoDB::InvalidAttributes`). Both are `{"errors": [...]}`.

    Args:
        table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
            `name` or `schema.name`.
        record_id (str): `cartodb_id` of the row, as text. `tables.delete_record` takes several, with commas
            between them.
        body (Any): A row, an object of column name to value. In answers geometries are strings that contain
            GeoJSON, `numeric` values are strings, dates have the form `2021-03-01T10:00:00.000+00:00`.

    Returns:
        Any: The row.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(table_id=table_id, record_id=record_id, client=client, body=body).parsed


async def asyncio_detailed(
    table_id: str, record_id: str, *, client: AuthenticatedClient | Client, body: Any
) -> Response[Any]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(table_id=table_id, record_id=record_id, body=body))
    )


async def asyncio(table_id: str, record_id: str, *, client: AuthenticatedClient | Client, body: Any) -> Any:
    """`sync`, awaited."""
    return (await asyncio_detailed(table_id=table_id, record_id=record_id, client=client, body=body)).parsed
