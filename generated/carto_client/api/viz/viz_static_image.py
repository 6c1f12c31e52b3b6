# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/viz/{viz_id}/static/{width}/{height}.png"""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import File


def _get_kwargs(viz_id: str, width: int, height: int) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/viz/{viz_id}/static/{width}/{height}.png".format(
            viz_id=quote(
                to_segment(
                    "viz_id",
                    viz_id,
                    "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).",
                ),
                safe="",
            ),
            width=quote(to_segment("width", width, "Pixels, 2 to 8192.", whole=True), safe=""),
            height=quote(to_segment("height", height, "Pixels, 2 to 8192.", whole=True), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("viz_static_image", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("viz_static_image", response)


def sync(viz_id: str, width: int, height: int, *, client: AuthenticatedClient | Client) -> File:
    """Get a picture of a map: see `VizApi.static_image`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id, width=width, height=height)))


async def asyncio(viz_id: str, width: int, height: int, *, client: AuthenticatedClient | Client) -> File:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id, width=width, height=height))
    )
