# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/map/named/{template_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(template_id: str) -> dict[str, Any]:
    errors.require_segment("template_id", template_id, "Name of the template, also as `user@name`.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/map/named/{template_id}".format(template_id=quote(str(template_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("named_maps_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(template_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(template_id=template_id)))


def sync(template_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a template.

    Needs the master key (403 otherwise). 404 `Template 'x' of user 'u' does not exist`. Maps that were
    instantiated before work until they expire, two hours after their last instantiation.

    Args:
        template_id (str): Name of the template, also as `user@name`.

    Returns:
        None: It is gone.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(template_id=template_id, client=client)


async def asyncio_detailed(template_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(template_id=template_id)))


async def asyncio(template_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(template_id=template_id, client=client)
