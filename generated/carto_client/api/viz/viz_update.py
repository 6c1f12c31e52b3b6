# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/viz/{viz_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization import Visualization
from ...models.visualization_update_request import VisualizationUpdateRequest
from ...types import Response, read_json


def _get_kwargs(viz_id: str, *, body: VisualizationUpdateRequest) -> dict[str, Any]:
    errors.require_segment(
        "viz_id", viz_id, "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`)."
    )
    errors.require_text("id", body.id, "UUID of the visualization, once more (a name will not do).")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/viz/{viz_id}".format(viz_id=quote(str(viz_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[Visualization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    viz_id: str, *, client: AuthenticatedClient | Client, body: VisualizationUpdateRequest
) -> Response[Visualization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id, body=body)))


def sync(viz_id: str, *, client: AuthenticatedClient | Client, body: VisualizationUpdateRequest) -> Visualization:
    """Change a visualization.

    Needs the master key and write permission. The body **must repeat the UUID** in `id`, or the answer is 403
    with an empty body. Fields that cannot be written are ignored, so a whole object may be sent back. Renaming
    a dataset renames its table, with the name made valid; a renaming that fails silently answers 200 with the
    old name. Errors: 403 `{"errors": [...]}` if the plan does not allow the privacy, otherwise 400 `{"errors":
    [...]}`. A dataset renamed to a taken name gets a number after it (`points_5`); `type` is ignored.

    Args:
        viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
            Of equal names the dataset wins. No slash may be in it.
        body (VisualizationUpdateRequest): Changes to a visualization. What is left out stays; other fields are
            ignored.

    Returns:
        Visualization: The visualization after the change.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(viz_id=viz_id, client=client, body=body).parsed


async def asyncio_detailed(
    viz_id: str, *, client: AuthenticatedClient | Client, body: VisualizationUpdateRequest
) -> Response[Visualization]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id, body=body)))


async def asyncio(
    viz_id: str, *, client: AuthenticatedClient | Client, body: VisualizationUpdateRequest
) -> Visualization:
    """`sync`, awaited."""
    return (await asyncio_detailed(viz_id=viz_id, client=client, body=body)).parsed
