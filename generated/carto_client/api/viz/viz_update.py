# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/viz/{viz_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization import Visualization
from ...models.visualization_update_request import VisualizationUpdateRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(viz_id: str, *, body: VisualizationUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, VisualizationUpdateRequest)
    errors.require_text("id", body.id, "UUID of the visualization, once more (a name will not do).")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
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

    _kwargs["json"] = to_object("body", body, VisualizationUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Visualization:
    if response.status_code == 200:
        errors.check_content_type("viz_update", response, "JSON")
        try:
            response_200 = Visualization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_update", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_update", response)


def sync(
    viz_id: str, *, client: AuthenticatedClient | Client, body: VisualizationUpdateRequest | Mapping[str, Any]
) -> Visualization:
    """Change a visualization: see `VizApi.update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id, body=body)))


async def asyncio(
    viz_id: str, *, client: AuthenticatedClient | Client, body: VisualizationUpdateRequest | Mapping[str, Any]
) -> Visualization:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id, body=body)))
