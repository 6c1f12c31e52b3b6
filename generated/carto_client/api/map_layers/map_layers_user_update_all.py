# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/users/{user_id}/layers"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_layers_update_request import MapLayersUpdateRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(user_id: str, *, body: MapLayersUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, MapLayersUpdateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/users/{user_id}/layers".format(
            user_id=quote(to_segment("user_id", user_id, "UUID of the caller."), safe="")
        ),
    }

    _kwargs["json"] = to_object("body", body, MapLayersUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("map_layers_user_update_all", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("map_layers_user_update_all", response, error) from error.with_traceback(None)
    raise errors.check_status("map_layers_user_update_all", response)


def sync(
    user_id: str, *, client: AuthenticatedClient | Client, body: MapLayersUpdateRequest | Mapping[str, Any]
) -> Any:
    """Change several layers of an account (no such route): see `MapLayersApi.user_update_all`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id, body=body)))


async def asyncio(
    user_id: str, *, client: AuthenticatedClient | Client, body: MapLayersUpdateRequest | Mapping[str, Any]
) -> Any:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id, body=body)))
