# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/dataview/{dataview}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dataview_result import DataviewResult
from ...models.layergroup import Layergroup
from ...sending import to_json_text, to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    token: str | Layergroup,
    dataview: str,
    *,
    own_filter: int | Unset = UNSET,
    no_filters: int | Unset = UNSET,
    bbox: str | Unset = UNSET,
    circle: Mapping[str, Any] | str | Unset = UNSET,
    polygon: Mapping[str, Any] | str | Unset = UNSET,
    start: float | Unset = UNSET,
    end: float | Unset = UNSET,
    bins: int | Unset = UNSET,
    aggregation: str | Unset = UNSET,
    offset: float | Unset = UNSET,
    column_type: str | Unset = UNSET,
    categories: int | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    circle = to_json_text("circle", circle)
    polygon = to_json_text("polygon", polygon)

    params: dict[str, Any] = {}

    params["own_filter"] = own_filter

    params["no_filters"] = no_filters

    params["bbox"] = bbox

    params["circle"] = circle

    params["polygon"] = polygon

    params["start"] = start

    params["end"] = end

    params["bins"] = bins

    params["aggregation"] = aggregation

    params["offset"] = offset

    params["column_type"] = column_type

    params["categories"] = categories

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/dataview/{dataview}".format(
            token=quote(to_segment("token", token, "`layergroupid` of the map.", "layergroupid"), safe=""),
            dataview=quote(to_segment("dataview", dataview, "Name of the dataview in the MapConfig."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> DataviewResult:
    if response.status_code == 200:
        errors.check_content_type("maps_dataview", response, "JSON")
        try:
            response_200 = DataviewResult.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_dataview", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_dataview", response)


def sync(
    token: str | Layergroup,
    dataview: str,
    *,
    client: AuthenticatedClient | Client,
    own_filter: int | Unset = UNSET,
    no_filters: int | Unset = UNSET,
    bbox: str | Unset = UNSET,
    circle: Mapping[str, Any] | str | Unset = UNSET,
    polygon: Mapping[str, Any] | str | Unset = UNSET,
    start: float | Unset = UNSET,
    end: float | Unset = UNSET,
    bins: int | Unset = UNSET,
    aggregation: str | Unset = UNSET,
    offset: float | Unset = UNSET,
    column_type: str | Unset = UNSET,
    categories: int | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> DataviewResult:
    """Get the result of a dataview: see `MapsApi.dataview`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                token=token,
                dataview=dataview,
                own_filter=own_filter,
                no_filters=no_filters,
                bbox=bbox,
                circle=circle,
                polygon=polygon,
                start=start,
                end=end,
                bins=bins,
                aggregation=aggregation,
                offset=offset,
                column_type=column_type,
                categories=categories,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    token: str | Layergroup,
    dataview: str,
    *,
    client: AuthenticatedClient | Client,
    own_filter: int | Unset = UNSET,
    no_filters: int | Unset = UNSET,
    bbox: str | Unset = UNSET,
    circle: Mapping[str, Any] | str | Unset = UNSET,
    polygon: Mapping[str, Any] | str | Unset = UNSET,
    start: float | Unset = UNSET,
    end: float | Unset = UNSET,
    bins: int | Unset = UNSET,
    aggregation: str | Unset = UNSET,
    offset: float | Unset = UNSET,
    column_type: str | Unset = UNSET,
    categories: int | Unset = UNSET,
    auth_token: str | Layergroup | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> DataviewResult:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                token=token,
                dataview=dataview,
                own_filter=own_filter,
                no_filters=no_filters,
                bbox=bbox,
                circle=circle,
                polygon=polygon,
                start=start,
                end=end,
                bins=bins,
                aggregation=aggregation,
                offset=offset,
                column_type=column_type,
                categories=categories,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )
