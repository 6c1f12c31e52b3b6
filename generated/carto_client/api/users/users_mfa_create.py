# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/organization/{organization}/users/{username}/mfa/{mfa_type}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.mfa_created import MfaCreated
from ...types import Response, read_json


def _get_kwargs(organization: str, username: str, mfa_type: str) -> dict[str, Any]:
    errors.require_segment("organization", organization, "Name or UUID of the organization.")
    errors.require_segment("username", username, "Account name of the member.")
    errors.require_segment("mfa_type", mfa_type, "Kind of second factor, `totp`.")

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/organization/{organization}/users/{username}/mfa/{mfa_type}".format(
            organization=quote(str(organization), safe=""),
            username=quote(str(username), safe=""),
            mfa_type=quote(str(mfa_type), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> MfaCreated:
    if response.status_code == 201:
        errors.check_content_type("users_mfa_create", response, "JSON")
        try:
            response_201 = MfaCreated.from_dict(read_json(response))

            return response_201

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_mfa_create", response, error) from error.with_traceback(None)
    raise errors.check_status("users_mfa_create", response)


def _build_response(response: httpx.Response) -> Response[MfaCreated]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client
) -> Response[MfaCreated]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, mfa_type=mfa_type)
        )
    )


def sync(organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client) -> MfaCreated:
    """Require multi-factor authentication of a member.

    For administrators. 422 if it is on already.

    Args:
        organization (str): Name or UUID of the organization.
        username (str): Account name of the member.
        mfa_type (str): Kind of second factor, `totp`.

    Returns:
        MfaCreated: It is on.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(organization=organization, username=username, mfa_type=mfa_type, client=client).parsed


async def asyncio_detailed(
    organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client
) -> Response[MfaCreated]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, mfa_type=mfa_type)
        )
    )


async def asyncio(
    organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client
) -> MfaCreated:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(organization=organization, username=username, mfa_type=mfa_type, client=client)
    ).parsed
