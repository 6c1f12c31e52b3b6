# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v3/me"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.me_delete_request import MeDeleteRequest
from ...models.me_deleted import MeDeleted
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: MeDeleteRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, MeDeleteRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "delete", "url": "/api/v3/me"}

    _kwargs["json"] = to_object("body", body, MeDeleteRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MeDeleted:
    if response.status_code == 200:
        errors.check_content_type("users_me_delete", response, "JSON")
        try:
            response_200 = MeDeleted.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_me_delete", response, error) from error.with_traceback(None)
    raise errors.check_status("users_me_delete", response)


def sync(*, client: AuthenticatedClient | Client, body: MeDeleteRequest | Mapping[str, Any]) -> MeDeleted:
    """Delete the caller's own account: see `UsersApi.me_delete`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: MeDeleteRequest | Mapping[str, Any]) -> MeDeleted:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
