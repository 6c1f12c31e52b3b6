# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/viz"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization import Visualization
from ...models.visualization_create_request import VisualizationCreateRequest
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: VisualizationCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, VisualizationCreateRequest)
    errors.require_text(
        "source_visualization_id",
        body.source_visualization_id,
        "UUID of a map to copy or of a dataset to make a map of.",
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/viz"}

    _kwargs["json"] = to_object("body", body, VisualizationCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Visualization:
    if response.status_code == 200:
        errors.check_content_type("viz_create", response, "JSON")
        try:
            response_200 = Visualization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_create", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_create", response)


def sync(
    *, client: AuthenticatedClient | Client, body: VisualizationCreateRequest | Mapping[str, Any]
) -> Visualization:
    """Create a map: see `VizApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: VisualizationCreateRequest | Mapping[str, Any]
) -> Visualization:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
