# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/synchronizations/{synchronization_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization import Synchronization
from ...types import Response, read_json


def _get_kwargs(synchronization_id: str) -> dict[str, Any]:
    errors.require_segment("synchronization_id", synchronization_id, "UUID of the synchronization.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/synchronizations/{synchronization_id}".format(
            synchronization_id=quote(str(synchronization_id), safe="")
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


def _build_response(response: httpx.Response) -> Response[Synchronization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Response[Synchronization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id)))


def sync(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Synchronization:
    """Look at a synchronization.

    Needs the master key. 404 (unknown) and 401 (not yours, or not in the plan) have an empty body.

    Args:
        synchronization_id (str): UUID of the synchronization.

    Returns:
        Synchronization: The synchronization as it is now.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(synchronization_id=synchronization_id, client=client).parsed


async def asyncio_detailed(
    synchronization_id: str, *, client: AuthenticatedClient | Client
) -> Response[Synchronization]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(synchronization_id=synchronization_id))
    )


async def asyncio(synchronization_id: str, *, client: AuthenticatedClient | Client) -> Synchronization:
    """`sync`, awaited."""
    return (await asyncio_detailed(synchronization_id=synchronization_id, client=client)).parsed
