# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/synchronizations/{synchronization_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:
    errors.require_segment("synchronization_id", synchronization_id, "UUID of the synchronization.")

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/synchronizations/{synchronization_id}".format(
            synchronization_id=quote(str(synchronization_id), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("synchronizations_delete", response)


def _build_response(response: httpx.Response) -> Response[None]:
    _parse_response(response)
    return Response(status_code=response.status_code, content=response.content, headers=response.headers, parsed=None)


def sync_detailed(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Stop a synchronization.

    Needs the master key. The table stays and is no longer updated. 404 (unknown) and 401 (not yours) have an
    empty body.

    Args:
        synchronization_id (str): UUID of the synchronization.

    Returns:
        None: It is gone.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    sync_detailed(synchronization_id=synchronization_id, client=client)


async def asyncio_detailed(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Response[None]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    await asyncio_detailed(synchronization_id=synchronization_id, client=client)
