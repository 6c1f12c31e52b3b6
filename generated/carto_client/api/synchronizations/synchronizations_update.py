# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/synchronizations/{synchronization_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization import Synchronization
from ...models.synchronization_update_request import SynchronizationUpdateRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(synchronization_id: str, *, body: SynchronizationUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, SynchronizationUpdateRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/synchronizations/{synchronization_id}".format(
            synchronization_id=quote(
                to_segment("synchronization_id", synchronization_id, "UUID of the synchronization."), safe=""
            )
        ),
    }

    _kwargs["json"] = to_object("body", body, SynchronizationUpdateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Synchronization:
    if response.status_code == 200:
        errors.check_content_type("synchronizations_update", response, "JSON")
        try:
            response_200 = Synchronization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("synchronizations_update", response, error) from error.with_traceback(None)
    raise errors.check_status("synchronizations_update", response)


def sync(
    synchronization_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: SynchronizationUpdateRequest | Mapping[str, Any],
) -> Synchronization:
    """Change a synchronization: see `SynchronizationsApi.update`."""
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id, body=body))
    )


async def asyncio(
    synchronization_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: SynchronizationUpdateRequest | Mapping[str, Any],
) -> Synchronization:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id, body=body))
    )
