# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/org/"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization import Organization
from ...types import read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/org/"}

    return _kwargs


def _parse_response(response: httpx.Response) -> Organization:
    if response.status_code == 200:
        errors.check_content_type("users_organization", response, "JSON")
        try:
            response_200 = Organization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_organization", response, error) from error.with_traceback(None)
    raise errors.check_status("users_organization", response)


def sync(*, client: AuthenticatedClient | Client) -> Organization:
    """Read the caller's organization: see `UsersApi.organization`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> Organization:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs()))
