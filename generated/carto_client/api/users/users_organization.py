# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/org/"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organization import Organization
from ...types import Response, read_json


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/org/"}

    return _kwargs


def _parse_response(response: httpx.Response) -> Organization:
    if response.status_code == 200:
        errors.check_content_type("users_organization", response, "JSON")
        try:
            response_200 = Organization.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("users_organization", response, error) from error.with_traceback(None)
    raise errors.check_status("users_organization", response)


def _build_response(response: httpx.Response) -> Response[Organization]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[Organization]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs()))


def sync(*, client: AuthenticatedClient | Client) -> Organization:
    """Read the caller's organization.

    The slash at the end is as CARTO declares it; without it the answer is the same.

    Returns:
        Organization: The organization, or `{}` if there is none.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[Organization]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs()))


async def asyncio(*, client: AuthenticatedClient | Client) -> Organization:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client)).parsed
