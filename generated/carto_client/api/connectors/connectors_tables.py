# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/connectors/{connector_id}/tables"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    connector_id: str,
    *,
    server: str | Unset = UNSET,
    port: int | Unset = UNSET,
    database: str | Unset = UNSET,
    username: str | Unset = UNSET,
    password: str | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("connector_id", connector_id, "Id of the connector, a key of `connectors.list`.")

    params: dict[str, Any] = {}

    params["server"] = server

    params["port"] = port

    params["database"] = database

    params["username"] = username

    params["password"] = password

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/connectors/{connector_id}/tables".format(connector_id=quote(str(connector_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    connector_id: str,
    *,
    client: AuthenticatedClient | Client,
    server: str | Unset = UNSET,
    port: int | Unset = UNSET,
    database: str | Unset = UNSET,
    username: str | Unset = UNSET,
    password: str | Unset = UNSET,
) -> Response[Any]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
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
    """List the tables of a database.

    At most 500 tables. The parameters are those of the connection; more than the common ones listed may be
    sent. 422 `{"errors": ...}` if one is wrong, 400 if the connection fails, 501 if the connector cannot do it.
    404 with an empty body if the account may not use connectors.

    Args:
        connector_id (str): Id of the connector, a key of `connectors.list`.
        server (str | Unset): Host of the database.
        port (int | Unset): Port of the database.
        database (str | Unset): Name of the database.
        username (str | Unset): Who connects.
        password (str | Unset): Password of who connects. It will be part of the URL.

    Returns:
        Any: What was found.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        connector_id=connector_id,
        client=client,
        server=server,
        port=port,
        database=database,
        username=username,
        password=password,
    ).parsed


async def asyncio_detailed(
    connector_id: str,
    *,
    client: AuthenticatedClient | Client,
    server: str | Unset = UNSET,
    port: int | Unset = UNSET,
    database: str | Unset = UNSET,
    username: str | Unset = UNSET,
    password: str | Unset = UNSET,
) -> Response[Any]:
    """`sync_detailed`, awaited."""
    return _build_response(
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
    return (
        await asyncio_detailed(
            connector_id=connector_id,
            client=client,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )
    ).parsed
