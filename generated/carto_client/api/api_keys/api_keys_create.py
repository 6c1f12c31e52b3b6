# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v3/api_keys"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.api_key import ApiKey
from ...models.api_key_create_request import ApiKeyCreateRequest
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: ApiKeyCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ApiKeyCreateRequest)
    errors.require_text("name", body.name, "Name, unique in the account.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v3/api_keys"}

    _kwargs["json"] = to_object("body", body, ApiKeyCreateRequest)

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


def sync(*, client: AuthenticatedClient | Client, body: ApiKeyCreateRequest | Mapping[str, Any]) -> ApiKey:
    """Create an API key: see `ApiKeysApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: ApiKeyCreateRequest | Mapping[str, Any]) -> ApiKey:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
