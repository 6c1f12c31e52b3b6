# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v2/organization/{organization}/users/{username}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import UNSET, Unset


def _get_kwargs(organization: str, username: str, *, force: str | Unset = UNSET) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["force"] = force

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v2/organization/{organization}/users/{username}".format(
            organization=quote(to_segment("organization", organization, "Name or UUID of the organization."), safe=""),
            username=quote(to_segment("username", username, "Account name of the member."), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 200:
        return
    raise errors.check_status("users_delete", response)


def sync(organization: str, username: str, *, client: AuthenticatedClient | Client, force: str | Unset = UNSET) -> None:
    """Delete a member of an organization: see `UsersApi.delete`."""
    _parse_response(
        client.get_httpx_client().request(**_get_kwargs(organization=organization, username=username, force=force))
    )


async def asyncio(
    organization: str, username: str, *, client: AuthenticatedClient | Client, force: str | Unset = UNSET
) -> None:
    """`sync`, awaited."""
    _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, force=force)
        )
    )
