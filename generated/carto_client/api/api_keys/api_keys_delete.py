# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v3/api_keys/{key_name}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(key_name: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v3/api_keys/{key_name}".format(
            key_name=quote(
                to_segment(
                    "key_name", key_name, "Name of the key, such as `Master`, `Default public` or one of your own."
                ),
                safe="",
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("api_keys_delete", response)


def sync(key_name: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete an API key: see `ApiKeysApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(key_name=key_name)))


async def asyncio(key_name: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(key_name=key_name)))
