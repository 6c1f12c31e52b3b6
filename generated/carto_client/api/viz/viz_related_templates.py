# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/viz/{viz_id}/related_templates"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_template_list import MapTemplateList
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(viz_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/viz/{viz_id}/related_templates".format(
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


def _parse_response(response: httpx.Response) -> MapTemplateList:
    if response.status_code == 200:
        errors.check_content_type("viz_related_templates", response, "JSON")
        try:
            response_200 = MapTemplateList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_related_templates", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_related_templates", response)


def sync(viz_id: str, *, client: AuthenticatedClient | Client) -> MapTemplateList:
    """List map templates that suit a visualization: see `VizApi.related_templates`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client) -> MapTemplateList:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id)))
