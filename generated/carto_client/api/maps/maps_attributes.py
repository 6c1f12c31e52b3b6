# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer_index}/attributes/{feature_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.feature_attributes import FeatureAttributes
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    token: str,
    layer_index: int,
    feature_id: int,
    *,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment("layer_index", layer_index, "Index of the layer, from 0.")
    errors.require_segment("feature_id", feature_id, "Value of the column that `attributes.id` of the layer names.")

    params: dict[str, Any] = {}

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/{layer_index}/attributes/{feature_id}".format(
            token=quote(str(token), safe=""),
            layer_index=quote(str(layer_index), safe=""),
            feature_id=quote(str(feature_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> FeatureAttributes:
    if response.status_code == 200:
        errors.check_content_type("maps_attributes", response, "JSON")
        try:
            response_200 = FeatureAttributes.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_attributes", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_attributes", response)


def _build_response(response: httpx.Response) -> Response[FeatureAttributes]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    token: str,
    layer_index: int,
    feature_id: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[FeatureAttributes]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                token=token,
                layer_index=layer_index,
                feature_id=feature_id,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


def sync(
    token: str,
    layer_index: int,
    feature_id: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> FeatureAttributes:
    """Get the attributes of a feature.

    The columns that `attributes` of the layer names. Errors: 404 `Multiple features (0) identified by
    'cartodb_id' = 999 in layer 0` if there is none, 400 `Layer 1 has no exposed attributes`.

    Args:
        token (str): `layergroupid` of the map; what follows its colon may be left out. For a named map it
            begins with `user@hash@` and needs `auth_token` if the template does; the part after the second `@`
            alone works like an anonymous map, for public tables only.
        layer_index (int): Index of the layer, from 0. Ids of layers are not accepted here.
        feature_id (int): Value of the column that `attributes.id` of the layer names.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        FeatureAttributes: The attributes.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token,
        layer_index=layer_index,
        feature_id=feature_id,
        client=client,
        auth_token=auth_token,
        auth_tokens=auth_tokens,
    ).parsed


async def asyncio_detailed(
    token: str,
    layer_index: int,
    feature_id: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[FeatureAttributes]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                token=token,
                layer_index=layer_index,
                feature_id=feature_id,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    token: str,
    layer_index: int,
    feature_id: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> FeatureAttributes:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token,
            layer_index=layer_index,
            feature_id=feature_id,
            client=client,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
    ).parsed
