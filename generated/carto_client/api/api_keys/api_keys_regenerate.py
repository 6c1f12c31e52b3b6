# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v3/api_keys/{key_name}/token/regenerate"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key import ApiKey
from ...types import Response, read_json


def _get_kwargs(key_name: str) -> dict[str, Any]:
    errors.require_segment(
        "key_name", key_name, "Name of the key, such as `Master`, `Default public` or one of your own."
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v3/api_keys/{key_name}/token/regenerate".format(key_name=quote(str(key_name), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ApiKey:
    if response.status_code == 200:
        errors.check_content_type("api_keys_regenerate", response, "JSON")
        try:
            response_200 = ApiKey.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("api_keys_regenerate", response, error) from error.with_traceback(None)
    raise errors.check_status("api_keys_regenerate", response)


def _build_response(response: httpx.Response) -> Response[ApiKey]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(key_name: str, *, client: AuthenticatedClient | Client) -> Response[ApiKey]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(key_name=key_name)))


def sync(key_name: str, *, client: AuthenticatedClient | Client) -> ApiKey:
    """Give an API key a new token.

    Needs the master key. The old token is no longer accepted. Regenerating `Master` changes the key of the
    account, so **the very key that was sent stops working**. `Default public` cannot be regenerated: 422
    `{"status": "422", "error": "Unprocessable Entity"}`.

    Args:
        key_name (str): Name of the key, such as `Master`, `Default public` or one of your own.

    Returns:
        ApiKey: The key, with its new secret.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(key_name=key_name, client=client).parsed


async def asyncio_detailed(key_name: str, *, client: AuthenticatedClient | Client) -> Response[ApiKey]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(key_name=key_name)))


async def asyncio(key_name: str, *, client: AuthenticatedClient | Client) -> ApiKey:
    """`sync`, awaited."""
    return (await asyncio_detailed(key_name=key_name, client=client)).parsed
