# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/viz/{viz_id}/like"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization_like import VisualizationLike
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(viz_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/viz/{viz_id}/like".format(
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


def _parse_response(response: httpx.Response) -> VisualizationLike:
    if response.status_code == 200:
        errors.check_content_type("viz_unlike", response, "JSON")
        try:
            response_200 = VisualizationLike.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_unlike", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_unlike", response)


def sync(viz_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLike:
    """Take back a like: see `VizApi.unlike`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLike:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id)))
