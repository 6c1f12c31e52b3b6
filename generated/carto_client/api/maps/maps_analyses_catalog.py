# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/analyses/catalog"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.analysis_catalog import AnalysisCatalog
from ...types import Response, read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/map/analyses/catalog"}

    return _kwargs


def _parse_response(response: httpx.Response) -> AnalysisCatalog:
    if response.status_code == 200:
        errors.check_content_type("maps_analyses_catalog", response, "JSON")
        try:
            response_200 = AnalysisCatalog.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_analyses_catalog", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_analyses_catalog", response)


def _build_response(response: httpx.Response) -> Response[AnalysisCatalog]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[AnalysisCatalog]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> AnalysisCatalog:
    """List the analyses of the account.

    Needs the master key; 401 `Unauthorized` otherwise.

    Returns:
        AnalysisCatalog: All analysis nodes.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[AnalysisCatalog]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> AnalysisCatalog:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
