# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/organization/{organization}/users/{username}/mfa/{mfa_type}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.mfa_created import MfaCreated
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(organization: str, username: str, mfa_type: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/organization/{organization}/users/{username}/mfa/{mfa_type}".format(
            organization=quote(to_segment("organization", organization, "Name or UUID of the organization."), safe=""),
            username=quote(to_segment("username", username, "Account name of the member."), safe=""),
            mfa_type=quote(to_segment("mfa_type", mfa_type, "Kind of second factor, `totp`."), safe=""),
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


def sync(organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client) -> MfaCreated:
    """Require multi-factor authentication of a member: see `UsersApi.mfa_create`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, mfa_type=mfa_type)
        )
    )


async def asyncio(
    organization: str, username: str, mfa_type: str, *, client: AuthenticatedClient | Client
) -> MfaCreated:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, mfa_type=mfa_type)
        )
    )
