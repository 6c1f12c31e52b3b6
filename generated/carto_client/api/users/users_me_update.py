# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v3/me"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.me_update_request import MeUpdateRequest
from ...models.user import User
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: MeUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, MeUpdateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "put", "url": "/api/v3/me"}

    _kwargs["json"] = to_object("body", body, MeUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> User:
    if response.status_code == 200:
        errors.check_content_type("users_me_update", response, "JSON")
        try:
            response_200 = User.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_me_update", response, error) from error.with_traceback(None)
    raise errors.check_status("users_me_update", response)


def sync(*, client: AuthenticatedClient | Client, body: MeUpdateRequest | Mapping[str, Any]) -> User:
    """Change the caller's own account: see `UsersApi.me_update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: MeUpdateRequest | Mapping[str, Any]) -> User:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
