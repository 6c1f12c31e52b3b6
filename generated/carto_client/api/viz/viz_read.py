# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/viz/{viz_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization import Visualization
from ...types import UNSET, Response, Unset, read_json


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
    errors.require_segment(
        "viz_id", viz_id, "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`)."
    )

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
        "url": "/api/v1/viz/{viz_id}".format(viz_id=quote(str(viz_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[Visualization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
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
) -> Response[Visualization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
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
    """Read one visualization.

    The switches add what is left out by default: without them there is no `liked` and no `permission`, and
    `stats` is empty. Timestamps have the form `2021-03-02 10:00:06 UTC` here. The address must name the owner,
    or the caller to whom it is shared. Errors: 404 with `{"errors": "Visualization does not exist",
    "errors_cause": null}`, 403 if it may not be seen (`errors_cause` is `privacy_password` where a password
    would help). A failure while the answer is put together is 404 with an empty body. `table` cannot be
    switched off, and the filters of `viz.list` (`type`, `exclude_shared`, …) are ignored.

    Args:
        viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
            Of equal names the dataset wins. No slash may be in it.
        fetch_user (bool | Unset): True adds `user`.
        fetch_related_canonical_visualizations (bool | Unset): True adds `related_canonical_visualizations` and
            `related_canonical_visualizations_count`.
        show_user_basemaps (bool | Unset): True adds `basemaps` to `user`.
        show_liked (bool | Unset): True adds `liked`.
        show_permission (bool | Unset): True adds `permission`, also inside `table`.
        show_stats (bool | Unset): True fills `stats`.
        show_auth_tokens (bool | Unset): True asks for `auth_tokens`, which are there in any case.
        with_dependent_visualizations (int | Unset): N > 0 adds the N most recent `dependent_visualizations` and
            their count.
        password (str | Unset): Password of an item whose privacy is `password`. It will be part of the URL.

    Returns:
        Visualization: The visualization, in its long form for those with permission, in its short form for
            others.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        viz_id=viz_id,
        client=client,
        fetch_user=fetch_user,
        fetch_related_canonical_visualizations=fetch_related_canonical_visualizations,
        show_user_basemaps=show_user_basemaps,
        show_liked=show_liked,
        show_permission=show_permission,
        show_stats=show_stats,
        show_auth_tokens=show_auth_tokens,
        with_dependent_visualizations=with_dependent_visualizations,
        password=password,
    ).parsed


async def asyncio_detailed(
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
) -> Response[Visualization]:
    """`sync_detailed`, awaited."""
    return _build_response(
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
    return (
        await asyncio_detailed(
            viz_id=viz_id,
            client=client,
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
    ).parsed
