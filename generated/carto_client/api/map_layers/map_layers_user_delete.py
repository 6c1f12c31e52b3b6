# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/users/{user_id}/layers/{layer_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(user_id: str, layer_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/users/{user_id}/layers/{layer_id}".format(
            user_id=quote(to_segment("user_id", user_id, "UUID of the caller."), safe=""),
            layer_id=quote(to_segment("layer_id", layer_id, "UUID of the layer."), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("map_layers_user_delete", response)


def sync(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Remove a layer from an account: see `MapLayersApi.user_delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id, layer_id=layer_id)))


async def asyncio(user_id: str, layer_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id, layer_id=layer_id)))
