# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v4/app"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.app_create_request import AppCreateRequest
from ...models.kuviz import Kuviz
from ...types import Response, read_json


def _get_kwargs(*, body: AppCreateRequest) -> dict[str, Any]:
    errors.require_text("name", body.name, "Name, unique in the account among apps.")
    errors.require_text("data", body.data, "The HTML in strict base64, without line breaks.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v4/app"}

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Kuviz:
    if response.status_code == 200:
        errors.check_content_type("apps_create", response, "JSON")
        try:
            response_200 = Kuviz.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("apps_create", response, error) from error.with_traceback(None)
    raise errors.check_status("apps_create", response)


def _build_response(response: httpx.Response) -> Response[Kuviz]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: AppCreateRequest) -> Response[Kuviz]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: AppCreateRequest) -> Kuviz:
    """Publish a page as an app.

    Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). Errors: 400
    `{"error": ...}` for a bad or missing field or a taken name (there is no `if_exists` here), 500.

    Args:
        body (AppCreateRequest): An app to publish. The whole request may have at most 10 MiB.

    Returns:
        Kuviz: The app (not 201).

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: AppCreateRequest) -> Response[Kuviz]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: AppCreateRequest) -> Kuviz:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
