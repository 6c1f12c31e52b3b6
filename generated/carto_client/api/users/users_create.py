# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/organization/{organization}/users"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...models.organization_user_create_request import OrganizationUserCreateRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(organization: str, *, body: OrganizationUserCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, OrganizationUserCreateRequest)
    errors.require_text("username", body.username, "Account name.")
    errors.require_text("email", body.email, "Address for mail.")
    errors.require_text("password", body.password, "First password.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/organization/{organization}/users".format(
            organization=quote(to_segment("organization", organization, "Name or UUID of the organization."), safe="")
        ),
    }

    _kwargs["json"] = to_object("body", body, OrganizationUserCreateRequest)

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


def sync(
    organization: str, *, client: AuthenticatedClient | Client, body: OrganizationUserCreateRequest | Mapping[str, Any]
) -> OrganizationUser:
    """Create a member of an organization: see `UsersApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(organization=organization, body=body)))


async def asyncio(
    organization: str, *, client: AuthenticatedClient | Client, body: OrganizationUserCreateRequest | Mapping[str, Any]
) -> OrganizationUser:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(organization=organization, body=body))
    )
