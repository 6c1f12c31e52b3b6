# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/viz/{viz_id}/like"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.visualization_like import VisualizationLike
from ...types import Response, read_json


def _get_kwargs(viz_id: str) -> dict[str, Any]:
    errors.require_segment(
        "viz_id", viz_id, "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`)."
    )

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/viz/{viz_id}/like".format(viz_id=quote(str(viz_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[VisualizationLike]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(viz_id: str, *, client: AuthenticatedClient | Client) -> Response[VisualizationLike]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


def sync(viz_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLike:
    """Take back a like.

    Needs a key; 403 with an empty body without one. It is 200 with `liked` false as well where there was no
    like.

    Args:
        viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
            Of equal names the dataset wins. No slash may be in it.

    Returns:
        VisualizationLike: It is no longer liked. The status is 200, with a body.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(viz_id=viz_id, client=client).parsed


async def asyncio_detailed(viz_id: str, *, client: AuthenticatedClient | Client) -> Response[VisualizationLike]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client) -> VisualizationLike:
    """`sync`, awaited."""
    return (await asyncio_detailed(viz_id=viz_id, client=client)).parsed
