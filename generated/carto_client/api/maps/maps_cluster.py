# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer_index}/{z}/cluster/{cluster_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cluster_result import ClusterResult
from ...types import UNSET, Response, Unset, json_text, read_json


def _get_kwargs(
    token: str,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment("layer_index", layer_index, "Index of the layer, from 0.")
    errors.require_segment("z", z, "Zoom, from 0.")
    errors.require_segment("cluster_id", cluster_id, "Id of the cluster, as its tile has it.")

    aggregation = json_text(aggregation)
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
            token=quote(str(token), safe=""),
            layer_index=quote(str(layer_index), safe=""),
            z=quote(str(z), safe=""),
            cluster_id=quote(str(cluster_id), safe=""),
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


def _build_response(response: httpx.Response) -> Response[ClusterResult]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    token: str,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    client: AuthenticatedClient | Client,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[ClusterResult]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
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


def sync(
    token: str,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    client: AuthenticatedClient | Client,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> ClusterResult:
    """Get the features of a cluster.

    For layers with `aggregation`, whose tiles show clusters; 400 for others.

    Args:
        token (str): `layergroupid` of the map; what follows its colon may be left out. For a named map it
            begins with `user@hash@` and needs `auth_token` if the template does; the part after the second `@`
            alone works like an anonymous map, for public tables only.
        layer_index (int): Index of the layer, from 0. Ids of layers are not accepted here.
        z (int): Zoom, from 0.
        cluster_id (int): Id of the cluster, as its tile has it.
        aggregation (Mapping[str, Any] | str | Unset): JSON text that says how to sum the features up: `columns`
            to group by, at least one, and `expressions`. Without it the features themselves come.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        ClusterResult: The features, or their summary.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token,
        layer_index=layer_index,
        z=z,
        cluster_id=cluster_id,
        client=client,
        aggregation=aggregation,
        auth_token=auth_token,
        auth_tokens=auth_tokens,
    ).parsed


async def asyncio_detailed(
    token: str,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    client: AuthenticatedClient | Client,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[ClusterResult]:
    """`sync_detailed`, awaited."""
    return _build_response(
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


async def asyncio(
    token: str,
    layer_index: int,
    z: int,
    cluster_id: int,
    *,
    client: AuthenticatedClient | Client,
    aggregation: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> ClusterResult:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token,
            layer_index=layer_index,
            z=z,
            cluster_id=cluster_id,
            client=client,
            aggregation=aggregation,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
    ).parsed
