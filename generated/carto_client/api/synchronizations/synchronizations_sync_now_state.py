# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/synchronizations/{synchronization_id}/sync_now"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization_state import SynchronizationState
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/synchronizations/{synchronization_id}/sync_now".format(
            synchronization_id=quote(
                to_segment("synchronization_id", synchronization_id, "UUID of the synchronization."), safe=""
            )
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


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationState:
    """Read the state of a synchronization.

    Needs the master key. The `state` of `synchronizations.read` and nothing else, for polling. 404 and 401 have
    an empty body.

    Args:
        synchronization_id (str): UUID of the synchronization.

    Returns:
        SynchronizationState: The state.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationState:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )
