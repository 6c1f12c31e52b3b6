# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/me"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.me_identity import MeIdentity
from ...types import Response, read_json


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


def _build_response(response: httpx.Response) -> Response[MeIdentity]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[MeIdentity]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> MeIdentity:
    """Read who the caller is.

    Any key will do. The master key, and keys with the grant `user` of `profile`, also see name, picture,
    region, groups and the owner of the organization.

    Returns:
        MeIdentity: The caller.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[MeIdentity]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> MeIdentity:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
