# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/viz/{viz_id}/watching"""

from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response, read_json, require_list


def _get_kwargs(viz_id: str) -> dict[str, Any]:
    errors.require_segment(
        "viz_id", viz_id, "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`)."
    )

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/viz/{viz_id}/watching".format(viz_id=quote(str(viz_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> list[str]:
    if response.status_code == 200:
        errors.check_content_type("viz_watching", response, "JSON")
        try:
            response_200 = cast("list[str]", require_list(read_json(response)))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_watching", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_watching", response)


def _build_response(response: httpx.Response) -> Response[list[str]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(viz_id: str, *, client: AuthenticatedClient | Client) -> Response[list[str]]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


def sync(viz_id: str, *, client: AuthenticatedClient | Client) -> list[str]:
    """List who is looking at a visualization.

    For members of an organization who may see it; 500 for an account without one.

    Args:
        viz_id (str): UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).
            Of equal names the dataset wins. No slash may be in it.

    Returns:
        list[str]: Account names, in a bare list.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(viz_id=viz_id, client=client).parsed


async def asyncio_detailed(viz_id: str, *, client: AuthenticatedClient | Client) -> Response[list[str]]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client) -> list[str]:
    """`sync`, awaited."""
    return (await asyncio_detailed(viz_id=viz_id, client=client)).parsed
