# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v4/app/{app_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(app_id: str) -> dict[str, Any]:
    errors.require_segment("app_id", app_id, "UUID of the app.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v4/app/{app_id}".format(app_id=quote(str(app_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("apps_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(app_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(app_id=app_id)))


def sync(app_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete an app.

    **Dangerous: the kind is not checked.** The id of any visualization of the caller is taken: that of a
    dataset drops its table, and with it the maps that use nothing else, with the same 204. Needs the **master
    key, as the parameter `api_key`**: HTTP Basic is not understood (403).

    Args:
        app_id (str): UUID of the app.

    Returns:
        None: It is gone.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(app_id=app_id, client=client)


async def asyncio_detailed(app_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(app_id=app_id)))


async def asyncio(app_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(app_id=app_id, client=client)
