# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/synchronizations/{synchronization_id}/sync_now"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization_enqueued import SynchronizationEnqueued
from ...types import Response, read_json


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:
    errors.require_segment("synchronization_id", synchronization_id, "UUID of the synchronization.")

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/synchronizations/{synchronization_id}/sync_now".format(
            synchronization_id=quote(str(synchronization_id), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SynchronizationEnqueued:
    if response.status_code == 200:
        errors.check_content_type("synchronizations_sync_now", response, "JSON")
        try:
            response_200 = SynchronizationEnqueued.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("synchronizations_sync_now", response, error) from error.with_traceback(None)
    raise errors.check_status("synchronizations_sync_now", response)


def _build_response(response: httpx.Response) -> Response[SynchronizationEnqueued]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    synchronization_id: str, *, client: AuthenticatedClient | Client
) -> Response[SynchronizationEnqueued]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationEnqueued:
    """Run a synchronization at once.

    Needs the master key. **A 200 may be a refusal**: `enqueued` is false if the state is neither `success` nor
    `failure`, if the last run was less than 15 minutes ago, or if three synchronizations of the account are
    running. 404 and 401 have an empty body.

    Args:
        synchronization_id (str): UUID of the synchronization.

    Returns:
        SynchronizationEnqueued: Whether a run is queued.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(synchronization_id=synchronization_id, client=client).parsed


async def asyncio_detailed(
    synchronization_id: str, *, client: AuthenticatedClient | Client
) -> Response[SynchronizationEnqueued]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationEnqueued:
    """`sync`, awaited."""
    return (await asyncio_detailed(synchronization_id=synchronization_id, client=client)).parsed
