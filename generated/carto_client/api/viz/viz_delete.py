# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/viz/{viz_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(viz_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/viz/{viz_id}".format(
            viz_id=quote(
                to_segment(
                    "viz_id",
                    viz_id,
                    "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).",
                ),
                safe="",
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("viz_delete", response)


def sync(viz_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a visualization: see `VizApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id)))
