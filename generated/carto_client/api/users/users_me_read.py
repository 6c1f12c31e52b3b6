# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/me"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.me import Me
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v3/me"}

    return _kwargs


def _parse_response(response: httpx.Response) -> Me:
    if response.status_code == 200:
        errors.check_content_type("users_me_read", response, "JSON")
        try:
            response_200 = Me.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_me_read", response, error) from error.with_traceback(None)
    raise errors.check_status("users_me_read", response)


def sync(*, client: AuthenticatedClient | Client) -> Me:
    """Read what the dashboard needs: see `UsersApi.me_read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> Me:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
