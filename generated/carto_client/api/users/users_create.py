# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/organization/{organization}/users"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...models.organization_user_create_request import OrganizationUserCreateRequest
from ...types import Response, read_json


def _get_kwargs(organization: str, *, body: OrganizationUserCreateRequest) -> dict[str, Any]:
    errors.require_segment("organization", organization, "Name or UUID of the organization.")
    errors.require_text("username", body.username, "Account name.")
    errors.require_text("email", body.email, "Address for mail.")
    errors.require_text("password", body.password, "First password.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/organization/{organization}/users".format(organization=quote(str(organization), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> OrganizationUser:
    if response.status_code == 200:
        errors.check_content_type("users_create", response, "JSON")
        try:
            response_200 = OrganizationUser.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_create", response, error) from error.with_traceback(None)
    raise errors.check_status("users_create", response)


def _build_response(response: httpx.Response) -> Response[OrganizationUser]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    organization: str, *, client: AuthenticatedClient | Client, body: OrganizationUserCreateRequest
) -> Response[OrganizationUser]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(organization=organization, body=body)))


def sync(
    organization: str, *, client: AuthenticatedClient | Client, body: OrganizationUserCreateRequest
) -> OrganizationUser:
    """Create a member of an organization.

    For administrators. The account is made **in the background**: for seconds `users.read` may answer 404, and
    `api_key` may be null here. A name that is asked for twice within that time is 200 twice, and one of the two
    fails silently. The same under `/api/v1/`. Errors: **410** with a list of strings for what is invalid
    (`["email is not present"]`), 401, 500 with bare text.

    Args:
        organization (str): Name or UUID of the organization.
        body (OrganizationUserCreateRequest): A new member of an organization. Unknown fields are ignored.

    Returns:
        OrganizationUser: The member to be (not 201).

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(organization=organization, client=client, body=body).parsed


async def asyncio_detailed(
    organization: str, *, client: AuthenticatedClient | Client, body: OrganizationUserCreateRequest
) -> Response[OrganizationUser]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(organization=organization, body=body))
    )


async def asyncio(
    organization: str, *, client: AuthenticatedClient | Client, body: OrganizationUserCreateRequest
) -> OrganizationUser:
    """`sync`, awaited."""
    return (await asyncio_detailed(organization=organization, client=client, body=body)).parsed
