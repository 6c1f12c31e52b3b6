# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/synchronizations/{synchronization_id}/sync_now"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization_state import SynchronizationState
from ...types import Response, read_json


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:
    errors.require_segment("synchronization_id", synchronization_id, "UUID of the synchronization.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/synchronizations/{synchronization_id}/sync_now".format(
            synchronization_id=quote(str(synchronization_id), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SynchronizationState:
    if response.status_code == 200:
        errors.check_content_type("synchronizations_sync_now_state", response, "JSON")
        try:
            response_200 = SynchronizationState.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("synchronizations_sync_now_state", response, error) from error.with_traceback(
                None
            )
    raise errors.check_status("synchronizations_sync_now_state", response)


def _build_response(response: httpx.Response) -> Response[SynchronizationState]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Response[SynchronizationState]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationState:
    """Read the state of a synchronization.

    Needs the master key. The `state` of `synchronizations.read` and nothing else, for polling. 404 and 401 have
    an empty body.

    Args:
        synchronization_id (str): UUID of the synchronization.

    Returns:
        SynchronizationState: The state.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(synchronization_id=synchronization_id, client=client).parsed


async def asyncio_detailed(
    synchronization_id: str, *, client: AuthenticatedClient | Client
) -> Response[SynchronizationState]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationState:
    """`sync`, awaited."""
    return (await asyncio_detailed(synchronization_id=synchronization_id, client=client)).parsed
