# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v2/organization/{organization}/users/{username}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, Response, Unset


def _get_kwargs(organization: str, username: str, *, force: str | Unset = UNSET) -> dict[str, Any]:
    errors.require_segment("organization", organization, "Name or UUID of the organization.")
    errors.require_segment("username", username, "Account name of the member.")

    params: dict[str, Any] = {}

    params["force"] = force

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v2/organization/{organization}/users/{username}".format(
            organization=quote(str(organization), safe=""), username=quote(str(username), safe="")
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 200:
        return
    raise errors.check_status("users_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(
    organization: str, username: str, *, client: AuthenticatedClient | Client, force: str | Unset = UNSET
) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(**_get_kwargs(organization=organization, username=username, force=force))
    )


def sync(organization: str, username: str, *, client: AuthenticatedClient | Client, force: str | Unset = UNSET) -> None:
    """Delete a member of an organization.

    For administrators. The same under `/api/v1/`. **The answer is text without quotes** although its
    Content-Type is `application/json`, so no JSON parser reads it. The owner, and members whose data are shared
    with others, cannot be deleted (401 with an empty body).

    Args:
        organization (str): Name or UUID of the organization.
        username (str): Account name of the member.
        force (str | Unset): Anything at all skips the check for shared data.

    Returns:
        None: It is being deleted. The body is the bare text `User deleted`.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(organization=organization, username=username, client=client, force=force)


async def asyncio_detailed(
    organization: str, username: str, *, client: AuthenticatedClient | Client, force: str | Unset = UNSET
) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, force=force)
        )
    )


async def asyncio(
    organization: str, username: str, *, client: AuthenticatedClient | Client, force: str | Unset = UNSET
) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(organization=organization, username=username, client=client, force=force)
