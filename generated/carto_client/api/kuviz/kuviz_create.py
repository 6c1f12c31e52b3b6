# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v4/kuviz"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.kuviz import Kuviz
from ...models.kuviz_create_request import KuvizCreateRequest
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: KuvizCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, KuvizCreateRequest)
    errors.require_text("name", body.name, "Name, unique in the account among custom visualizations.")
    errors.require_text("data", body.data, "The HTML in strict base64, without line breaks.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v4/kuviz"}

    _kwargs["json"] = to_object("body", body, KuvizCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Kuviz:
    if response.status_code == 200:
        errors.check_content_type("kuviz_create", response, "JSON")
        try:
            response_200 = Kuviz.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("kuviz_create", response, error) from error.with_traceback(None)
    raise errors.check_status("kuviz_create", response)


def sync(*, client: AuthenticatedClient | Client, body: KuvizCreateRequest | Mapping[str, Any]) -> Kuviz:
    """Publish a page as a custom visualization: see `KuvizApi.create`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: KuvizCreateRequest | Mapping[str, Any]) -> Kuviz:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
