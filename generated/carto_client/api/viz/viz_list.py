# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/viz"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization_list import VisualizationList
from ...types import UNSET, Response, Unset, read_json


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


def _build_response(response: httpx.Response) -> Response[VisualizationList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
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
) -> Response[VisualizationList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
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
    """List datasets, maps and other visualizations.

    One page of what the caller owns or was given to see. Without a (valid) key: the account's public items in
    their short form. Only maps are listed unless `types` or `type` says otherwise. The `show_…` switches can
    only switch parts *off* here; they work the other way round in `viz.read`. Past the last page the list is
    empty.

    Errors: 400 `{"error": "Wrong 'page' parameter value."}` and the like, for unknown values of `order` with
    the list of valid ones; an unknown account gives 400 too (`Wrong 'username' parameter value.`).

    Args:
        types (str | Unset): Comma list of `table` (datasets), `derived` (maps), `remote` (data library),
            `kuviz`, `app`, `slide`. Wins over `type`.
        type_ (str | Unset): One of the values of `types`; `derived` if neither is given.
        q (str | Unset): Words, or a part of a word, to look for in name, tags and description; `_` and `%` are
            ordinary characters. The best match comes first, before any `order`.
        tags (str | Unset): Comma list of tags, in any case. They are looked for as one piece of text, so
            several must stand next to each other, in that order.
        shared (str | Unset): `yes`: own and shared with the caller; `no`: own only; `only`: shared with the
            caller only. Overrides `only_shared` and `exclude_shared`.
        only_shared (bool | Unset): True for what others have shared with the caller.
        exclude_shared (bool | Unset): True to leave out what others have shared with the caller.
        only_liked (bool | Unset): True for what the caller likes (there is no filter `liked`); together with
            `shared=no` it is no longer restricted to own items.
        locked (bool | Unset): True or false for (un)locked items only.
        privacy (str | Unset): `public`, `link`, `private` or `password`, in **lower case** (upper case, as
            answers have it, matches nothing). Ignored for anonymous callers.
        exclude_raster (bool | Unset): True to leave out raster datasets.
        only_published (bool | Unset): True for what is not private and, for maps made in the Builder,
            published.
        only_with_display_name (bool | Unset): True for items with a `display_name`.
        subscribed (bool | Unset): True for datasets that come from a Data Observatory subscription. Slow.
        sample (bool | Unset): True for datasets that are Data Observatory samples. Slow.
        bbox (str | Unset): `minx,miny,maxx,maxy` in degrees. Only together with `type=table` and nothing else,
            otherwise 400.
        order (str | Unset): Comma list of `name`, `updated_at`, `size`, `mapviews`, `favorited`,
            `estimated_row_count`, `privacy`, `dependent_visualizations`; `updated_at` unless told. `size`,
            `mapviews` and `estimated_row_count` only on their own. `likes` is refused.
        order_direction (str | Unset): Comma list of `asc` and `desc` that belongs to `order`; where one is
            missing the first is used. `desc` unless told.
        page (int | Unset): Number of the page, from 1.
        per_page (int | Unset): Items per page, from 1, without an upper limit; 20 unless told.
        with_dependent_visualizations (int | Unset): N > 0 adds `dependent_visualizations` (the N most recent)
            and `dependent_visualizations_count` to each item.
        load_totals (bool | Unset): False leaves out `total_user_entries`, `total_locked`, `total_likes` and
            `total_shared`.
        load_do_totals (bool | Unset): True adds `total_subscriptions` and `total_samples`. Needs a key (500
            otherwise).
        show_stats (bool | Unset): False makes `stats` empty.
        show_table (bool | Unset): False leaves out `table`.
        show_liked (bool | Unset): False leaves out `liked`.
        show_permission (bool | Unset): False leaves out `permission`.
        show_synchronization (bool | Unset): False leaves out `synchronization`.
        show_uses_builder_features (bool | Unset): False leaves out `uses_builder_features`.
        show_table_size_and_row_count (bool | Unset): False leaves out `size` and `row_count` of `table`, which
            makes the list faster.
        show_auth_tokens (bool | Unset): False is meant to leave out `auth_tokens`; in practice they are there
            all the same.
        show_user (bool | Unset): Ignored; lists never have `user`.
        related (bool | Unset): Ignored; lists never have `related_tables`.
        show_user_basemaps (bool | Unset): Ignored, as there is no `user` to add them to.

    Returns:
        VisualizationList: One page.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        client=client,
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
    ).parsed


async def asyncio_detailed(
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
) -> Response[VisualizationList]:
    """`sync_detailed`, awaited."""
    return _build_response(
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
    return (
        await asyncio_detailed(
            client=client,
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
    ).parsed
