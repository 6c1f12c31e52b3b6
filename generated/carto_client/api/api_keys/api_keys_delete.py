# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v3/api_keys/{key_name}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(key_name: str) -> dict[str, Any]:
    errors.require_segment(
        "key_name", key_name, "Name of the key, such as `Master`, `Default public` or one of your own."
    )

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v3/api_keys/{key_name}".format(key_name=quote(str(key_name), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("api_keys_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(key_name: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(key_name=key_name)))


def sync(key_name: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete an API key.

    Needs the master key. Master and default keys cannot be deleted (403).

    Args:
        key_name (str): Name of the key, such as `Master`, `Default public` or one of your own.

    Returns:
        None: It is gone, and no longer accepted.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(key_name=key_name, client=client)


async def asyncio_detailed(key_name: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(key_name=key_name)))


async def asyncio(key_name: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(key_name=key_name, client=client)
