# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/viz/{viz_id}/static/{width}/{height}.png"""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import File, Response


def _get_kwargs(viz_id: str, width: int, height: int) -> dict[str, Any]:
    errors.require_segment(
        "viz_id", viz_id, "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`)."
    )
    errors.require_segment("width", width, "Pixels, 2 to 8192.")
    errors.require_segment("height", height, "Pixels, 2 to 8192.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/viz/{viz_id}/static/{width}/{height}.png".format(
            viz_id=quote(str(viz_id), safe=""), width=quote(str(width), safe=""), height=quote(str(height), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("viz_static_image", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("viz_static_image", response)


def _build_response(response: httpx.Response) -> Response[File]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(viz_id: str, width: int, height: int, *, client: AuthenticatedClient | Client) -> Response[File]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id, width=width, height=height)))


def sync(viz_id: str, width: int, height: int, *, client: AuthenticatedClient | Client) -> File:
    """Get a picture of a map.

    **Answers by a redirection** to a picture of the maps server, possibly on another host, so follow it without
    sending the key along. Without a key only what anyone may see. Errors: 400 for a size outside 2 to 8192.

    Args:
        viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
            Of equal names the dataset wins. No slash may be in it.
        width (int): Pixels, 2 to 8192.
        height (int): Pixels, 2 to 8192.

    Returns:
        File: The picture, where the redirection was followed. The server does not send it itself.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(viz_id=viz_id, width=width, height=height, client=client).parsed


async def asyncio_detailed(
    viz_id: str, width: int, height: int, *, client: AuthenticatedClient | Client
) -> Response[File]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id, width=width, height=height))
    )


async def asyncio(viz_id: str, width: int, height: int, *, client: AuthenticatedClient | Client) -> File:
    """`sync`, awaited."""
    return (await asyncio_detailed(viz_id=viz_id, width=width, height=height, client=client)).parsed
