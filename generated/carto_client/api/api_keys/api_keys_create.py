# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v3/api_keys"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key import ApiKey
from ...models.api_key_create_request import ApiKeyCreateRequest
from ...types import Response, read_json


def _get_kwargs(*, body: ApiKeyCreateRequest) -> dict[str, Any]:
    errors.require_text("name", body.name, "Name, unique in the account.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v3/api_keys"}

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ApiKey:
    if response.status_code == 201:
        errors.check_content_type("api_keys_create", response, "JSON")
        try:
            response_201 = ApiKey.from_dict(read_json(response))

            return response_201

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("api_keys_create", response, error) from error.with_traceback(None)
    raise errors.check_status("api_keys_create", response)


def _build_response(response: httpx.Response) -> Response[ApiKey]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: ApiKeyCreateRequest) -> Response[ApiKey]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: ApiKeyCreateRequest) -> ApiKey:
    """Create an API key.

    Needs the master key. Only what the account may do itself can be granted. Errors: 422 `{"errors":
    "Validation failed: ...", "errors_cause": null}` for bad grants or a name that is taken, 403 over the quota
    of keys.

    Args:
        body (ApiKeyCreateRequest): A new key. It cannot be changed later.

    Returns:
        ApiKey: The key, with its secret.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: ApiKeyCreateRequest) -> Response[ApiKey]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: ApiKeyCreateRequest) -> ApiKey:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
