# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/health"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_health import SqlHealth
from ...types import Response, read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/health"}

    return _kwargs


def _parse_response(response: httpx.Response) -> SqlHealth:
    if response.status_code == 200:
        errors.check_content_type("sql_health", response, "JSON")
        try:
            response_200 = SqlHealth.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("sql_health", response, error) from error.with_traceback(None)
    raise errors.check_status("sql_health", response)


def _build_response(response: httpx.Response) -> Response[SqlHealth]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[SqlHealth]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> SqlHealth:
    """Ask whether the SQL API is well.

    Needs no key. 503 with the same body, `ok` false and the reason in `err`, once the server was taken out of
    service.

    Returns:
        SqlHealth: The server is well, or does not check its health (`enabled` false).

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[SqlHealth]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> SqlHealth:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
