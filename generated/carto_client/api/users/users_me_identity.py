# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/me"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.me_identity import MeIdentity
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v4/me"}

    return _kwargs


def _parse_response(response: httpx.Response) -> MeIdentity:
    if response.status_code == 200:
        errors.check_content_type("users_me_identity", response, "JSON")
        try:
            response_200 = MeIdentity.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_me_identity", response, error) from error.with_traceback(None)
    raise errors.check_status("users_me_identity", response)


def sync(*, client: AuthenticatedClient | Client) -> MeIdentity:
    """Read who the caller is: see `UsersApi.me_identity`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> MeIdentity:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
