# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v4/kuviz/{kuviz_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(kuviz_id: str) -> dict[str, Any]:
    errors.require_segment("kuviz_id", kuviz_id, "UUID of the custom visualization.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v4/kuviz/{kuviz_id}".format(kuviz_id=quote(str(kuviz_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("kuviz_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(kuviz_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(kuviz_id=kuviz_id)))


def sync(kuviz_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a custom visualization.

    **Dangerous: the kind is not checked.** The id of any visualization of the caller is taken: that of a
    dataset drops its table, and with it the maps that use nothing else, with the same 204. Needs the **master
    key, as the parameter `api_key`**: HTTP Basic is not understood (403).

    Args:
        kuviz_id (str): UUID of the custom visualization.

    Returns:
        None: It is gone.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(kuviz_id=kuviz_id, client=client)


async def asyncio_detailed(kuviz_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(kuviz_id=kuviz_id)))


async def asyncio(kuviz_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(kuviz_id=kuviz_id, client=client)
