# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/organization/{organization}/users"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization_user import OrganizationUser
from ...types import Response, read_json, require_list


def _get_kwargs(organization: str) -> dict[str, Any]:
    errors.require_segment("organization", organization, "Name or UUID of the organization.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/organization/{organization}/users".format(organization=quote(str(organization), safe="")),
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


def _build_response(response: httpx.Response) -> Response[list[OrganizationUser]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(organization: str, *, client: AuthenticatedClient | Client) -> Response[list[OrganizationUser]]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(organization=organization)))


def sync(organization: str, *, client: AuthenticatedClient | Client) -> list[OrganizationUser]:
    """List the members of an organization, for administrators.

    All members in full, **with their master keys**, as a bare list without pages. For owner and administrators,
    with their master key and on their own address. Exists in v2 only: the same path in v1 is `users.members`.
    An unknown organization, or a caller who is no administrator: 401.

    Args:
        organization (str): Name or UUID of the organization.

    Returns:
        list[OrganizationUser]: The members.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(organization=organization, client=client).parsed


async def asyncio_detailed(
    organization: str, *, client: AuthenticatedClient | Client
) -> Response[list[OrganizationUser]]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(organization=organization)))


async def asyncio(organization: str, *, client: AuthenticatedClient | Client) -> list[OrganizationUser]:
    """`sync`, awaited."""
    return (await asyncio_detailed(organization=organization, client=client)).parsed
