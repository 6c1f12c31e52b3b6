# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/viz/{viz_id}/viz"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(viz_id: str, *, password: str | Unset = UNSET) -> dict[str, Any]:
    errors.require_segment(
        "viz_id", viz_id, "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`)."
    )

    params: dict[str, Any] = {}

    params["password"] = password

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/viz/{viz_id}/viz".format(viz_id=quote(str(viz_id), safe="")),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("viz_vizjson_v2", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_vizjson_v2", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_vizjson_v2", response)


def _build_response(response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(viz_id: str, *, client: AuthenticatedClient | Client, password: str | Unset = UNSET) -> Response[Any]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id, password=password)))


def sync(viz_id: str, *, client: AuthenticatedClient | Client, password: str | Unset = UNSET) -> Any:
    """Read a map as vizjson, version 2.

    The description of a map that `cartodb.js` draws: layers, their SQL and styles, bounds, overlays. Without a
    key only what anyone may see; otherwise 403 (with `errors_cause` `privacy_password` where a password would
    help) or 404.

    Args:
        viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
            Of equal names the dataset wins. No slash may be in it.
        password (str | Unset): Password of an item whose privacy is `password`. It will be part of the URL.

    Returns:
        Any: The vizjson.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(viz_id=viz_id, client=client, password=password).parsed


async def asyncio_detailed(
    viz_id: str, *, client: AuthenticatedClient | Client, password: str | Unset = UNSET
) -> Response[Any]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id, password=password))
    )


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client, password: str | Unset = UNSET) -> Any:
    """`sync`, awaited."""
    return (await asyncio_detailed(viz_id=viz_id, client=client, password=password)).parsed
