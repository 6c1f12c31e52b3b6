# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v3/me"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.me_update_request import MeUpdateRequest
from ...models.user import User
from ...types import Response, read_json


def _get_kwargs(*, body: MeUpdateRequest) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "put", "url": "/api/v3/me"}

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[User]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: MeUpdateRequest) -> Response[User]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: MeUpdateRequest) -> User:
    """Change the caller's own account.

    Accounts with a password must repeat it (403 otherwise). Errors: 400 or 403 `{"message": ..., "errors":
    {field: [...]}}`, 422 `{"errors": ...}`.

    Args:
        body (MeUpdateRequest): What to change of the caller's account.

    Returns:
        User: The account after the change.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: MeUpdateRequest) -> Response[User]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: MeUpdateRequest) -> User:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
