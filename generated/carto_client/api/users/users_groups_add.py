# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/organization/{organization_id}/groups/{group_id}/users"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_object import EmptyObject
from ...models.group_members_request import GroupMembersRequest
from ...types import Response, read_json


def _get_kwargs(organization_id: str, group_id: str, *, body: GroupMembersRequest) -> dict[str, Any]:
    errors.require_segment("organization_id", organization_id, "UUID of the organization.")
    errors.require_segment("group_id", group_id, "UUID of the group.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/organization/{organization_id}/groups/{group_id}/users".format(
            organization_id=quote(str(organization_id), safe=""), group_id=quote(str(group_id), safe="")
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> EmptyObject:
    if response.status_code == 200:
        errors.check_content_type("users_groups_add", response, "JSON")
        try:
            response_200 = EmptyObject.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_groups_add", response, error) from error.with_traceback(None)
    raise errors.check_status("users_groups_add", response)


def _build_response(response: httpx.Response) -> Response[EmptyObject]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    organization_id: str, group_id: str, *, client: AuthenticatedClient | Client, body: GroupMembersRequest
) -> Response[EmptyObject]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(**_get_kwargs(organization_id=organization_id, group_id=group_id, body=body))
    )


def sync(
    organization_id: str, group_id: str, *, client: AuthenticatedClient | Client, body: GroupMembersRequest
) -> EmptyObject:
    """Add members to a group.

    For administrators (400 otherwise). Needs the password of the administrator (`password_confirmation`):
    without it 403 `{"message": ..., "errors": [...]}`. `user_id` in place of `users` names a single member; 500
    for an unknown one.

    Args:
        organization_id (str): UUID of the organization; its name will not do.
        group_id (str): UUID of the group.
        body (GroupMembersRequest): Members to put into a group.

    Returns:
        EmptyObject: They are in it.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(organization_id=organization_id, group_id=group_id, client=client, body=body).parsed


async def asyncio_detailed(
    organization_id: str, group_id: str, *, client: AuthenticatedClient | Client, body: GroupMembersRequest
) -> Response[EmptyObject]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(organization_id=organization_id, group_id=group_id, body=body)
        )
    )


async def asyncio(
    organization_id: str, group_id: str, *, client: AuthenticatedClient | Client, body: GroupMembersRequest
) -> EmptyObject:
    """`sync`, awaited."""
    return (await asyncio_detailed(organization_id=organization_id, group_id=group_id, client=client, body=body)).parsed
