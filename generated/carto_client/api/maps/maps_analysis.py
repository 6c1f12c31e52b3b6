# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/analysis/node/{node_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.analysis_status import AnalysisStatus
from ...models.layergroup import Layergroup
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    token: str | Layergroup,
    node_id: str,
    *,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/analysis/node/{node_id}".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            node_id=quote(
                to_segment(
                    "node_id", node_id, "Id of the node on the server, the end of its `url` in `metadata.analyses`."
                ),
                safe="",
            ),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> AnalysisStatus:
    if response.status_code == 200:
        errors.check_content_type("maps_analysis", response, "JSON")
        try:
            response_200 = AnalysisStatus.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_analysis", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_analysis", response)


def sync(
    token: str | Layergroup,
    node_id: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> AnalysisStatus:
    """Read the status of an analysis node: see `MapsApi.analysis`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(token=token, node_id=node_id, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


async def asyncio(
    token: str | Layergroup,
    node_id: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> AnalysisStatus:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(token=token, node_id=node_id, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )
