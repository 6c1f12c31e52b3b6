# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/dataview/{dataview}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dataview_result import DataviewResult
from ...types import UNSET, Response, Unset, json_text, read_json


def _get_kwargs(
    token: str,
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
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment("dataview", dataview, "Name of the dataview in the MapConfig.")

    circle = json_text(circle)
    polygon = json_text(polygon)
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
            token=quote(str(token), safe=""), dataview=quote(str(dataview), safe="")
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


def _build_response(response: httpx.Response) -> Response[DataviewResult]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    token: str,
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
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[DataviewResult]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
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


def sync(
    token: str,
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
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> DataviewResult:
    """Get the result of a dataview.

    A number, categories or a histogram over the map's data, filtered as the map was made (`filters` of
    `maps.create`). `/api/v1/map/{token}/{layer}/widget/{dataview}`, with the same parameters, is an older
    address of it. 400 `Dataview 'x' does not exist`.

    Args:
        token (str): `layergroupid` of the map; what follows its colon may be left out. For a named map it
            begins with `user@hash@` and needs `auth_token` if the template does; the part after the second `@`
            alone works like an anonymous map, for public tables only.
        dataview (str): Name of the dataview in the MapConfig.
        own_filter (int | Unset): 1 to apply the dataview's own filter, which the map was made with, to itself,
            too; 0 if not.
        no_filters (int | Unset): 1 to apply none of the filters that the map was made with; 0 otherwise.
        bbox (str | Unset): Only what is within these bounds in degrees, `west,south,east,north`.
        circle (Mapping[str, Any] | str | Unset): Only what is within this circle, as JSON text.
        polygon (Mapping[str, Any] | str | Unset): Only what is within this closed GeoJSON polygon, as JSON
            text.
        start (float | Unset): First value of a histogram.
        end (float | Unset): Last value of a histogram.
        bins (int | Unset): Number of bins of a histogram.
        aggregation (str | Unset): Unit of time of a histogram over dates, such as `month`.
        offset (float | Unset): Offset from UTC for a histogram over dates.
        column_type (str | Unset): Type of a histogram's column, such as `number` or `date`, where it is known.
        categories (int | Unset): Number of categories of an aggregation.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        DataviewResult: The result; which fields it has depends on `type`.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token,
        dataview=dataview,
        client=client,
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
    ).parsed


async def asyncio_detailed(
    token: str,
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
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[DataviewResult]:
    """`sync_detailed`, awaited."""
    return _build_response(
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


async def asyncio(
    token: str,
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
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> DataviewResult:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token,
            dataview=dataview,
            client=client,
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
    ).parsed
