# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/users/{user_id}/layers/{layer_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(user_id: str, layer_id: str) -> dict[str, Any]:
    errors.require_segment("user_id", user_id, "UUID of the caller.")
    errors.require_segment("layer_id", layer_id, "UUID of the layer.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/users/{user_id}/layers/{layer_id}".format(
            user_id=quote(str(user_id), safe=""), layer_id=quote(str(layer_id), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("map_layers_user_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id, layer_id=layer_id)))


def sync(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Remove a layer from an account.

    The base maps of the caller. Needs the master key.

    Args:
        user_id (str): UUID of the caller; another one is refused.
        layer_id (str): UUID of the layer.

    Returns:
        None: It is gone.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(user_id=user_id, layer_id=layer_id, client=client)


async def asyncio_detailed(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id, layer_id=layer_id))
    )


async def asyncio(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(user_id=user_id, layer_id=layer_id, client=client)
