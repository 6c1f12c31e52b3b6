# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer_index}/{z}/cluster/{cluster_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cluster_result import ClusterResult
from ...models.layergroup import Layergroup
from ...sending import to_json_text, to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    token: str | Layergroup,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    aggregation = to_json_text("aggregation", aggregation)

    params: dict[str, Any] = {}

    params["aggregation"] = aggregation

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/{layer_index}/{z}/cluster/{cluster_id}".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            layer_index=quote(
                to_segment("layer_index", layer_index, "Index of the layer, from 0.", whole=True), safe=""
            ),
            z=quote(to_segment("z", z, "Zoom, from 0.", whole=True), safe=""),
            cluster_id=quote(
                to_segment("cluster_id", cluster_id, "Id of the cluster, as its tile has it.", whole=True), safe=""
            ),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ClusterResult:
    if response.status_code == 200:
        errors.check_content_type("maps_cluster", response, "JSON")
        try:
            response_200 = ClusterResult.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_cluster", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_cluster", response)


def sync(
    token: str | Layergroup,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    client: AuthenticatedClient | Client,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> ClusterResult:
    """Get the features of a cluster: see `MapsApi.cluster`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                token=token,
                layer_index=layer_index,
                z=z,
                cluster_id=cluster_id,
                aggregation=aggregation,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    token: str | Layergroup,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    client: AuthenticatedClient | Client,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> ClusterResult:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                token=token,
                layer_index=layer_index,
                z=z,
                cluster_id=cluster_id,
                aggregation=aggregation,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )
