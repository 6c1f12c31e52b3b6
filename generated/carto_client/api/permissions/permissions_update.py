# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/perm/{permission_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.permission import Permission
from ...models.permission_update_request import PermissionUpdateRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(permission_id: str, *, body: PermissionUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, PermissionUpdateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/perm/{permission_id}".format(
            permission_id=quote(
                to_segment(
                    "permission_id", permission_id, "UUID of the permission (`permission.id` of a visualization)."
                ),
                safe="",
            )
        ),
    }

    _kwargs["json"] = to_object("body", body, PermissionUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Permission:
    if response.status_code == 200:
        errors.check_content_type("permissions_update", response, "JSON")
        try:
            response_200 = Permission.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("permissions_update", response, error) from error.with_traceback(None)
    raise errors.check_status("permissions_update", response)


def sync(
    permission_id: str, *, client: AuthenticatedClient | Client, body: PermissionUpdateRequest | Mapping[str, Any]
) -> Permission:
    """Replace the shares of a visualization: see `PermissionsApi.update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(permission_id=permission_id, body=body)))


async def asyncio(
    permission_id: str, *, client: AuthenticatedClient | Client, body: PermissionUpdateRequest | Mapping[str, Any]
) -> Permission:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(permission_id=permission_id, body=body))
    )
