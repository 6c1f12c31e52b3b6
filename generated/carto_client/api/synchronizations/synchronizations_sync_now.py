# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/synchronizations/{synchronization_id}/sync_now"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization_enqueued import SynchronizationEnqueued
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/synchronizations/{synchronization_id}/sync_now".format(
            synchronization_id=quote(
                to_segment("synchronization_id", synchronization_id, "UUID of the synchronization."), safe=""
            )
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


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationEnqueued:
    """Run a synchronization at once: see `SynchronizationsApi.sync_now`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> SynchronizationEnqueued:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )
