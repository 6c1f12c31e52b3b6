# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/connectors/{connector_id}/tables"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    connector_id: str,
    *,
    server: str | Unset = UNSET,
    port: int | Unset = UNSET,
    database: str | Unset = UNSET,
    username: str | Unset = UNSET,
    password: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["server"] = server

    params["port"] = port

    params["database"] = database

    params["username"] = username

    params["password"] = password

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/connectors/{connector_id}/tables".format(
            connector_id=quote(
                to_segment("connector_id", connector_id, "Id of the connector, a key of `connectors.list`."), safe=""
            )
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("connectors_tables", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connectors_tables", response, error) from error.with_traceback(None)
    raise errors.check_status("connectors_tables", response)


def sync(
    connector_id: str,
    *,
    client: AuthenticatedClient | Client,
    server: str | Unset = UNSET,
    port: int | Unset = UNSET,
    database: str | Unset = UNSET,
    username: str | Unset = UNSET,
    password: str | Unset = UNSET,
) -> Any:
    """List the tables of a database: see `ConnectorsApi.tables`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                connector_id=connector_id,
                server=server,
                port=port,
                database=database,
                username=username,
                password=password,
            )
        )
    )


async def asyncio(
    connector_id: str,
    *,
    client: AuthenticatedClient | Client,
    server: str | Unset = UNSET,
    port: int | Unset = UNSET,
    database: str | Unset = UNSET,
    username: str | Unset = UNSET,
    password: str | Unset = UNSET,
) -> Any:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                connector_id=connector_id,
                server=server,
                port=port,
                database=database,
                username=username,
                password=password,
            )
        )
    )
