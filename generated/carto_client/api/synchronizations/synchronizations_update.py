# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/synchronizations/{synchronization_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization import Synchronization
from ...models.synchronization_update_request import SynchronizationUpdateRequest
from ...types import Response, read_json


def _get_kwargs(synchronization_id: str, *, body: SynchronizationUpdateRequest) -> dict[str, Any]:
    errors.require_segment("synchronization_id", synchronization_id, "UUID of the synchronization.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/synchronizations/{synchronization_id}".format(
            synchronization_id=quote(str(synchronization_id), safe="")
        ),
    }

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[Synchronization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    synchronization_id: str, *, client: AuthenticatedClient | Client, body: SynchronizationUpdateRequest
) -> Response[Synchronization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id, body=body))
    )


def sync(
    synchronization_id: str, *, client: AuthenticatedClient | Client, body: SynchronizationUpdateRequest
) -> Synchronization:
    """Change a synchronization.

    Needs the master key. Whatever is in the body is stored, and **not checked**: an interval below 15 minutes
    is accepted here, and text counts as 0. A new interval moves `run_at`. This does not run it; see
    `synchronizations.sync_now`. Errors: 404 and 401 with an empty body, 500 without a body.

    Args:
        synchronization_id (str): UUID of the synchronization.
        body (SynchronizationUpdateRequest): Changes to a synchronization; what is left out stays. The server
            stores nearly any other field of a synchronization as well.

    Returns:
        Synchronization: The synchronization after the change.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(synchronization_id=synchronization_id, client=client, body=body).parsed


async def asyncio_detailed(
    synchronization_id: str, *, client: AuthenticatedClient | Client, body: SynchronizationUpdateRequest
) -> Response[Synchronization]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id, body=body))
    )


async def asyncio(
    synchronization_id: str, *, client: AuthenticatedClient | Client, body: SynchronizationUpdateRequest
) -> Synchronization:
    """`sync`, awaited."""
    return (await asyncio_detailed(synchronization_id=synchronization_id, client=client, body=body)).parsed
