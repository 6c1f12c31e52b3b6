# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/viz/{viz_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization import Visualization
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    viz_id: str,
    *,
    fetch_user: bool | Unset = UNSET,
    fetch_related_canonical_visualizations: bool | Unset = UNSET,
    show_user_basemaps: bool | Unset = UNSET,
    show_liked: bool | Unset = UNSET,
    show_permission: bool | Unset = UNSET,
    show_stats: bool | Unset = UNSET,
    show_auth_tokens: bool | Unset = UNSET,
    with_dependent_visualizations: int | Unset = UNSET,
    password: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fetch_user"] = fetch_user

    params["fetch_related_canonical_visualizations"] = fetch_related_canonical_visualizations

    params["show_user_basemaps"] = show_user_basemaps

    params["show_liked"] = show_liked

    params["show_permission"] = show_permission

    params["show_stats"] = show_stats

    params["show_auth_tokens"] = show_auth_tokens

    params["with_dependent_visualizations"] = with_dependent_visualizations

    params["password"] = password

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/viz/{viz_id}".format(
            viz_id=quote(
                to_segment(
                    "viz_id",
                    viz_id,
                    "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).",
                ),
                safe="",
            )
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Visualization:
    if response.status_code == 200:
        errors.check_content_type("viz_read", response, "JSON")
        try:
            response_200 = Visualization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_read", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_read", response)


def sync(
    viz_id: str,
    *,
    client: AuthenticatedClient | Client,
    fetch_user: bool | Unset = UNSET,
    fetch_related_canonical_visualizations: bool | Unset = UNSET,
    show_user_basemaps: bool | Unset = UNSET,
    show_liked: bool | Unset = UNSET,
    show_permission: bool | Unset = UNSET,
    show_stats: bool | Unset = UNSET,
    show_auth_tokens: bool | Unset = UNSET,
    with_dependent_visualizations: int | Unset = UNSET,
    password: str | Unset = UNSET,
) -> Visualization:
    """Read one visualization: see `VizApi.read`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                viz_id=viz_id,
                fetch_user=fetch_user,
                fetch_related_canonical_visualizations=fetch_related_canonical_visualizations,
                show_user_basemaps=show_user_basemaps,
                show_liked=show_liked,
                show_permission=show_permission,
                show_stats=show_stats,
                show_auth_tokens=show_auth_tokens,
                with_dependent_visualizations=with_dependent_visualizations,
                password=password,
            )
        )
    )


async def asyncio(
    viz_id: str,
    *,
    client: AuthenticatedClient | Client,
    fetch_user: bool | Unset = UNSET,
    fetch_related_canonical_visualizations: bool | Unset = UNSET,
    show_user_basemaps: bool | Unset = UNSET,
    show_liked: bool | Unset = UNSET,
    show_permission: bool | Unset = UNSET,
    show_stats: bool | Unset = UNSET,
    show_auth_tokens: bool | Unset = UNSET,
    with_dependent_visualizations: int | Unset = UNSET,
    password: str | Unset = UNSET,
) -> Visualization:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                viz_id=viz_id,
                fetch_user=fetch_user,
                fetch_related_canonical_visualizations=fetch_related_canonical_visualizations,
                show_user_basemaps=show_user_basemaps,
                show_liked=show_liked,
                show_permission=show_permission,
                show_stats=show_stats,
                show_auth_tokens=show_auth_tokens,
                with_dependent_visualizations=with_dependent_visualizations,
                password=password,
            )
        )
    )
