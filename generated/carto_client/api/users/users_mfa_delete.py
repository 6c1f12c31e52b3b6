# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v2/organization/{organization}/users/{username}/mfa/{mfa_type}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(organization: str, username: str, mfa_type: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v2/organization/{organization}/users/{username}/mfa/{mfa_type}".format(
            organization=quote(to_segment("organization", organization, "Name or UUID of the organization."), safe=""),
            username=quote(to_segment("username", username, "Account name of the member."), safe=""),
            mfa_type=quote(to_segment("mfa_type", mfa_type, "Kind of second factor, `totp`."), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("users_mfa_delete", response)


def sync(organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client) -> None:
    """Remove the multi-factor authentication of a member: see `UsersApi.mfa_delete`."""
    _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, mfa_type=mfa_type)
        )
    )


async def asyncio(organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, mfa_type=mfa_type)
        )
    )
