# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/analyses/catalog"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.analysis_catalog import AnalysisCatalog
from ...types import read_json


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


def sync(*, client: AuthenticatedClient | Client) -> AnalysisCatalog:
    """List the analyses of the account: see `MapsApi.analyses_catalog`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> AnalysisCatalog:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
