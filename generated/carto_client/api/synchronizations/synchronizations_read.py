# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/synchronizations/{synchronization_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization import Synchronization
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/synchronizations/{synchronization_id}".format(
            synchronization_id=quote(
                to_segment("synchronization_id", synchronization_id, "UUID of the synchronization."), safe=""
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Synchronization:
    if response.status_code == 200:
        errors.check_content_type("synchronizations_read", response, "JSON")
        try:
            response_200 = Synchronization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("synchronizations_read", response, error) from error.with_traceback(None)
    raise errors.check_status("synchronizations_read", response)


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Synchronization:
    """Look at a synchronization: see `SynchronizationsApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Synchronization:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )
