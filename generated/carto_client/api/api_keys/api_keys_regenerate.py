# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v3/api_keys/{key_name}/token/regenerate"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key import ApiKey
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(key_name: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v3/api_keys/{key_name}/token/regenerate".format(
            key_name=quote(
                to_segment(
                    "key_name", key_name, "Name of the key, such as `Master`, `Default public` or one of your own."
                ),
                safe="",
            )
        ),
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


def sync(key_name: str, *, client: AuthenticatedClient | Client) -> ApiKey:
    """Give an API key a new token: see `ApiKeysApi.regenerate`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(key_name=key_name)))


async def asyncio(key_name: str, *, client: AuthenticatedClient | Client) -> ApiKey:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(key_name=key_name)))
