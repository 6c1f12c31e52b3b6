# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/viz"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization import Visualization
from ...models.visualization_create_request import VisualizationCreateRequest
from ...types import Response, read_json


def _get_kwargs(*, body: VisualizationCreateRequest) -> dict[str, Any]:
    errors.require_text(
        "source_visualization_id",
        body.source_visualization_id,
        "UUID of a map to copy or of a dataset to make a map of.",
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/viz"}

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[Visualization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: VisualizationCreateRequest) -> Response[Visualization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: VisualizationCreateRequest) -> Visualization:
    """Create a map.

    Needs the master key; viewers get 403 with an empty body. Give `tables` for a map of datasets, or
    `source_visualization_id` to copy a map or to make one of a dataset. With neither, `type` is needed (400
    `["Type can't be blank", "Type is not included in the list"]`), and the other fields are stored as they are:
    `derived` then makes a map without `map_id` and without layers, which nothing can draw. A private map
    becomes public without notice where the plan allows none, and a table that the caller may not read gives a
    map of nothing.

    Errors: 400 `{"errors": [...]}`, or `{"errors": null}` if nothing could be built (`tables` is empty, or a
    number among them); 403 with an empty body if the source may not be seen or is a raster, 403 `["Privacy is
    not included in the list"]`.

    Args:
        body (VisualizationCreateRequest): A new map: give `tables`, `source_visualization_id` or, for a bare
            entry, `type`.

    Returns:
        Visualization: The new visualization. The status is 200, not 201.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient | Client, body: VisualizationCreateRequest
) -> Response[Visualization]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: VisualizationCreateRequest) -> Visualization:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
