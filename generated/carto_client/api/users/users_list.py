# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/organization/{organization}/users"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...sending import to_segment
from ...types import read_json, require_list


def _get_kwargs(organization: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/organization/{organization}/users".format(
            organization=quote(to_segment("organization", organization, "Name or UUID of the organization."), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> list[OrganizationUser]:
    if response.status_code == 200:
        errors.check_content_type("users_list", response, "JSON")
        try:
            response_200 = []
            _response_200 = read_json(response)
            for response_200_item_data in require_list(_response_200):
                response_200_item = OrganizationUser.from_dict(response_200_item_data)

                response_200.append(response_200_item)

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_list", response, error) from error.with_traceback(None)
    raise errors.check_status("users_list", response)


def sync(organization: str, *, client: AuthenticatedClient | Client) -> list[OrganizationUser]:
    """List the members of an organization, for administrators: see `UsersApi.list`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(organization=organization)))


async def asyncio(organization: str, *, client: AuthenticatedClient | Client) -> list[OrganizationUser]:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(organization=organization)))
