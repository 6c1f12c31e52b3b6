# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/users/{user_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.user_profile import UserProfile
from ...types import Response, read_json


def _get_kwargs(user_id: str) -> dict[str, Any]:
    errors.require_segment("user_id", user_id, "Anything.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/users/{user_id}".format(user_id=quote(str(user_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[UserProfile]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(user_id: str, *, client: AuthenticatedClient | Client) -> Response[UserProfile]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(user_id=user_id)))


def sync(user_id: str, *, client: AuthenticatedClient | Client) -> UserProfile:
    """Read the caller's own account, with quotas and limits.

    Whatever the path says, the account is the one that the key belongs to. Needs the master key, which is part
    of the answer.

    Args:
        user_id (str): Anything; **it is ignored**.

    Returns:
        UserProfile: The account.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(user_id=user_id, client=client).parsed


async def asyncio_detailed(user_id: str, *, client: AuthenticatedClient | Client) -> Response[UserProfile]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(user_id=user_id)))


async def asyncio(user_id: str, *, client: AuthenticatedClient | Client) -> UserProfile:
    """`sync`, awaited."""
    return (await asyncio_detailed(user_id=user_id, client=client)).parsed
