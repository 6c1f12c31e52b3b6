# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/synchronizations/{synchronization_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/synchronizations/{synchronization_id}".format(
            synchronization_id=quote(
                to_segment("synchronization_id", synchronization_id, "UUID of the synchronization."), safe=""
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("synchronizations_delete", response)


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Stop a synchronization: see `SynchronizationsApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))
