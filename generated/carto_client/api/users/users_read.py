# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/organization/{organization}/users/{username}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(organization: str, username: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/organization/{organization}/users/{username}".format(
            organization=quote(to_segment("organization", organization, "Name or UUID of the organization."), safe=""),
            username=quote(to_segment("username", username, "Account name of the member."), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> OrganizationUser:
    if response.status_code == 200:
        errors.check_content_type("users_read", response, "JSON")
        try:
            response_200 = OrganizationUser.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_read", response, error) from error.with_traceback(None)
    raise errors.check_status("users_read", response)


def sync(organization: str, username: str, *, client: AuthenticatedClient | Client) -> OrganizationUser:
    """Read a member of an organization: see `UsersApi.read`."""
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(organization=organization, username=username))
    )


async def asyncio(organization: str, username: str, *, client: AuthenticatedClient | Client) -> OrganizationUser:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(organization=organization, username=username))
    )
