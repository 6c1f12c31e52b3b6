# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v2/organization/{organization}/users/{username}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...models.organization_user_update_request import OrganizationUserUpdateRequest
from ...types import Response, read_json


def _get_kwargs(organization: str, username: str, *, body: OrganizationUserUpdateRequest) -> dict[str, Any]:
    errors.require_segment("organization", organization, "Name or UUID of the organization.")
    errors.require_segment("username", username, "Account name of the member.")
    errors.require_text("email", body.email, "Address for mail.")
    errors.require_text("password", body.password, "New password.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v2/organization/{organization}/users/{username}".format(
            organization=quote(str(organization), safe=""), username=quote(str(username), safe="")
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> OrganizationUser:
    if response.status_code == 200:
        errors.check_content_type("users_update", response, "JSON")
        try:
            response_200 = OrganizationUser.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_update", response, error) from error.with_traceback(None)
    raise errors.check_status("users_update", response)


def _build_response(response: httpx.Response) -> Response[OrganizationUser]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    organization: str, username: str, *, client: AuthenticatedClient | Client, body: OrganizationUserUpdateRequest
) -> Response[OrganizationUser]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(**_get_kwargs(organization=organization, username=username, body=body))
    )


def sync(
    organization: str, username: str, *, client: AuthenticatedClient | Client, body: OrganizationUserUpdateRequest
) -> OrganizationUser:
    """Change a member of an organization.

    For administrators; other administrators cannot be changed by them (401). The same under `/api/v1/`. Errors:
    **410** with bare text (`No update params provided`) if no known field was sent, 410 with a list of strings
    for what is invalid, 500 with bare text.

    Args:
        organization (str): Name or UUID of the organization.
        username (str): Account name of the member.
        body (OrganizationUserUpdateRequest): What to change of a member. At least one of these fields; unknown
            ones are ignored.

    Returns:
        OrganizationUser: The member after the change.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(organization=organization, username=username, client=client, body=body).parsed


async def asyncio_detailed(
    organization: str, username: str, *, client: AuthenticatedClient | Client, body: OrganizationUserUpdateRequest
) -> Response[OrganizationUser]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization=organization, username=username, body=body)
        )
    )


async def asyncio(
    organization: str, username: str, *, client: AuthenticatedClient | Client, body: OrganizationUserUpdateRequest
) -> OrganizationUser:
    """`sync`, awaited."""
    return (await asyncio_detailed(organization=organization, username=username, client=client, body=body)).parsed
