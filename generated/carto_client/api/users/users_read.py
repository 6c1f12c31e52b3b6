# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/organization/{organization}/users/{username}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...types import Response, read_json


def _get_kwargs(organization: str, username: str) -> dict[str, Any]:
    errors.require_segment("organization", organization, "Name or UUID of the organization.")
    errors.require_segment("username", username, "Account name of the member.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/organization/{organization}/users/{username}".format(
            organization=quote(str(organization), safe=""), username=quote(str(username), safe="")
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


def _build_response(response: httpx.Response) -> Response[OrganizationUser]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    organization: str, username: str, *, client: AuthenticatedClient | Client
) -> Response[OrganizationUser]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(**_get_kwargs(organization=organization, username=username))
    )


def sync(organization: str, username: str, *, client: AuthenticatedClient | Client) -> OrganizationUser:
    """Read a member of an organization.

    For administrators. The same under `/api/v1/`. Errors: 404 with bare text that claims to be JSON, 401.

    Args:
        organization (str): Name or UUID of the organization.
        username (str): Account name of the member.

    Returns:
        OrganizationUser: The member, with master key and without `id`.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(organization=organization, username=username, client=client).parsed


async def asyncio_detailed(
    organization: str, username: str, *, client: AuthenticatedClient | Client
) -> Response[OrganizationUser]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(organization=organization, username=username))
    )


async def asyncio(organization: str, username: str, *, client: AuthenticatedClient | Client) -> OrganizationUser:
    """`sync`, awaited."""
    return (await asyncio_detailed(organization=organization, username=username, client=client)).parsed
