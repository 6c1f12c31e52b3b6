# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/viz"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization_list import VisualizationList
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    *,
    types: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    shared: str | Unset = UNSET,
    only_shared: bool | Unset = UNSET,
    exclude_shared: bool | Unset = UNSET,
    only_liked: bool | Unset = UNSET,
    locked: bool | Unset = UNSET,
    privacy: str | Unset = UNSET,
    exclude_raster: bool | Unset = UNSET,
    only_published: bool | Unset = UNSET,
    only_with_display_name: bool | Unset = UNSET,
    subscribed: bool | Unset = UNSET,
    sample: bool | Unset = UNSET,
    bbox: str | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    with_dependent_visualizations: int | Unset = UNSET,
    load_totals: bool | Unset = UNSET,
    load_do_totals: bool | Unset = UNSET,
    show_stats: bool | Unset = UNSET,
    show_table: bool | Unset = UNSET,
    show_liked: bool | Unset = UNSET,
    show_permission: bool | Unset = UNSET,
    show_synchronization: bool | Unset = UNSET,
    show_uses_builder_features: bool | Unset = UNSET,
    show_table_size_and_row_count: bool | Unset = UNSET,
    show_auth_tokens: bool | Unset = UNSET,
    show_user: bool | Unset = UNSET,
    related: bool | Unset = UNSET,
    show_user_basemaps: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["types"] = types

    params["type"] = type_

    params["q"] = q

    params["tags"] = tags

    params["shared"] = shared

    params["only_shared"] = only_shared

    params["exclude_shared"] = exclude_shared

    params["only_liked"] = only_liked

    params["locked"] = locked

    params["privacy"] = privacy

    params["exclude_raster"] = exclude_raster

    params["only_published"] = only_published

    params["only_with_display_name"] = only_with_display_name

    params["subscribed"] = subscribed

    params["sample"] = sample

    params["bbox"] = bbox

    params["order"] = order

    params["order_direction"] = order_direction

    params["page"] = page

    params["per_page"] = per_page

    params["with_dependent_visualizations"] = with_dependent_visualizations

    params["load_totals"] = load_totals

    params["load_do_totals"] = load_do_totals

    params["show_stats"] = show_stats

    params["show_table"] = show_table

    params["show_liked"] = show_liked

    params["show_permission"] = show_permission

    params["show_synchronization"] = show_synchronization

    params["show_uses_builder_features"] = show_uses_builder_features

    params["show_table_size_and_row_count"] = show_table_size_and_row_count

    params["show_auth_tokens"] = show_auth_tokens

    params["show_user"] = show_user

    params["related"] = related

    params["show_user_basemaps"] = show_user_basemaps

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/viz", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> VisualizationList:
    if response.status_code == 200:
        errors.check_content_type("viz_list", response, "JSON")
        try:
            response_200 = VisualizationList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_list", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_list", response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    shared: str | Unset = UNSET,
    only_shared: bool | Unset = UNSET,
    exclude_shared: bool | Unset = UNSET,
    only_liked: bool | Unset = UNSET,
    locked: bool | Unset = UNSET,
    privacy: str | Unset = UNSET,
    exclude_raster: bool | Unset = UNSET,
    only_published: bool | Unset = UNSET,
    only_with_display_name: bool | Unset = UNSET,
    subscribed: bool | Unset = UNSET,
    sample: bool | Unset = UNSET,
    bbox: str | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    with_dependent_visualizations: int | Unset = UNSET,
    load_totals: bool | Unset = UNSET,
    load_do_totals: bool | Unset = UNSET,
    show_stats: bool | Unset = UNSET,
    show_table: bool | Unset = UNSET,
    show_liked: bool | Unset = UNSET,
    show_permission: bool | Unset = UNSET,
    show_synchronization: bool | Unset = UNSET,
    show_uses_builder_features: bool | Unset = UNSET,
    show_table_size_and_row_count: bool | Unset = UNSET,
    show_auth_tokens: bool | Unset = UNSET,
    show_user: bool | Unset = UNSET,
    related: bool | Unset = UNSET,
    show_user_basemaps: bool | Unset = UNSET,
) -> VisualizationList:
    """List datasets, maps and other visualizations: see `VizApi.list`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                types=types,
                type_=type_,
                q=q,
                tags=tags,
                shared=shared,
                only_shared=only_shared,
                exclude_shared=exclude_shared,
                only_liked=only_liked,
                locked=locked,
                privacy=privacy,
                exclude_raster=exclude_raster,
                only_published=only_published,
                only_with_display_name=only_with_display_name,
                subscribed=subscribed,
                sample=sample,
                bbox=bbox,
                order=order,
                order_direction=order_direction,
                page=page,
                per_page=per_page,
                with_dependent_visualizations=with_dependent_visualizations,
                load_totals=load_totals,
                load_do_totals=load_do_totals,
                show_stats=show_stats,
                show_table=show_table,
                show_liked=show_liked,
                show_permission=show_permission,
                show_synchronization=show_synchronization,
                show_uses_builder_features=show_uses_builder_features,
                show_table_size_and_row_count=show_table_size_and_row_count,
                show_auth_tokens=show_auth_tokens,
                show_user=show_user,
                related=related,
                show_user_basemaps=show_user_basemaps,
            )
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    types: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    q: str | Unset = UNSET,
    tags: str | Unset = UNSET,
    shared: str | Unset = UNSET,
    only_shared: bool | Unset = UNSET,
    exclude_shared: bool | Unset = UNSET,
    only_liked: bool | Unset = UNSET,
    locked: bool | Unset = UNSET,
    privacy: str | Unset = UNSET,
    exclude_raster: bool | Unset = UNSET,
    only_published: bool | Unset = UNSET,
    only_with_display_name: bool | Unset = UNSET,
    subscribed: bool | Unset = UNSET,
    sample: bool | Unset = UNSET,
    bbox: str | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    with_dependent_visualizations: int | Unset = UNSET,
    load_totals: bool | Unset = UNSET,
    load_do_totals: bool | Unset = UNSET,
    show_stats: bool | Unset = UNSET,
    show_table: bool | Unset = UNSET,
    show_liked: bool | Unset = UNSET,
    show_permission: bool | Unset = UNSET,
    show_synchronization: bool | Unset = UNSET,
    show_uses_builder_features: bool | Unset = UNSET,
    show_table_size_and_row_count: bool | Unset = UNSET,
    show_auth_tokens: bool | Unset = UNSET,
    show_user: bool | Unset = UNSET,
    related: bool | Unset = UNSET,
    show_user_basemaps: bool | Unset = UNSET,
) -> VisualizationList:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                types=types,
                type_=type_,
                q=q,
                tags=tags,
                shared=shared,
                only_shared=only_shared,
                exclude_shared=exclude_shared,
                only_liked=only_liked,
                locked=locked,
                privacy=privacy,
                exclude_raster=exclude_raster,
                only_published=only_published,
                only_with_display_name=only_with_display_name,
                subscribed=subscribed,
                sample=sample,
                bbox=bbox,
                order=order,
                order_direction=order_direction,
                page=page,
                per_page=per_page,
                with_dependent_visualizations=with_dependent_visualizations,
                load_totals=load_totals,
                load_do_totals=load_do_totals,
                show_stats=show_stats,
                show_table=show_table,
                show_liked=show_liked,
                show_permission=show_permission,
                show_synchronization=show_synchronization,
                show_uses_builder_features=show_uses_builder_features,
                show_table_size_and_row_count=show_table_size_and_row_count,
                show_auth_tokens=show_auth_tokens,
                show_user=show_user,
                related=related,
                show_user_basemaps=show_user_basemaps,
            )
        )
    )
