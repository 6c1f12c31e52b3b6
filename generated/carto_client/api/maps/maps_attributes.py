# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/{layer_index}/attributes/{feature_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.feature_attributes import FeatureAttributes
from ...models.layergroup import Layergroup
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    token: str | Layergroup,
    layer_index: int,
    feature_id: int,
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
        "url": "/api/v1/map/{token}/{layer_index}/attributes/{feature_id}".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            layer_index=quote(
                to_segment("layer_index", layer_index, "Index of the layer, from 0.", whole=True), safe=""
            ),
            feature_id=quote(
                to_segment(
                    "feature_id", feature_id, "Value of the column that `attributes.id` of the layer names.", whole=True
                ),
                safe="",
            ),
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


def sync(
    token: str | Layergroup,
    layer_index: int,
    feature_id: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> FeatureAttributes:
    """Get the attributes of a feature: see `MapsApi.attributes`."""
    return _parse_response(
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


async def asyncio(
    token: str | Layergroup,
    layer_index: int,
    feature_id: int,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> FeatureAttributes:
    """`sync`, awaited."""
    return _parse_response(
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
