# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/viz/{viz_id}/watching"""

from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import read_json, require_list


def _get_kwargs(viz_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/viz/{viz_id}/watching".format(
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


def _parse_response(response: httpx.Response) -> list[str]:
    if response.status_code == 200:
        errors.check_content_type("viz_watch", response, "JSON")
        try:
            response_200 = cast("list[str]", require_list(read_json(response)))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_watch", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_watch", response)


def sync(viz_id: str, *, client: AuthenticatedClient | Client) -> list[str]:
    """Tell that the caller is looking at a visualization: see `VizApi.watch`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client) -> list[str]:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id)))
