# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/users/{user_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.user_profile import UserProfile
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(user_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/users/{user_id}".format(user_id=quote(to_segment("user_id", user_id, "Anything."), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> UserProfile:
    if response.status_code == 200:
        errors.check_content_type("users_me_profile", response, "JSON")
        try:
            response_200 = UserProfile.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_me_profile", response, error) from error.with_traceback(None)
    raise errors.check_status("users_me_profile", response)


def sync(user_id: str, *, client: AuthenticatedClient | Client) -> UserProfile:
    """Read the caller's own account, with quotas and limits: see `UsersApi.me_profile`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id)))


async def asyncio(user_id: str, *, client: AuthenticatedClient | Client) -> UserProfile:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id)))
