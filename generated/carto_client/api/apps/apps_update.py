# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v4/app/{app_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.app_update_request import AppUpdateRequest
from ...models.kuviz import Kuviz
from ...types import Response, read_json


def _get_kwargs(app_id: str, *, body: AppUpdateRequest) -> dict[str, Any]:
    errors.require_segment("app_id", app_id, "UUID of the app.")
    errors.require_text("name", body.name, "Name.")
    errors.require_text("data", body.data, "The HTML in strict base64, without line breaks.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v4/app/{app_id}".format(app_id=quote(str(app_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Kuviz:
    if response.status_code == 200:
        errors.check_content_type("apps_update", response, "JSON")
        try:
            response_200 = Kuviz.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("apps_update", response, error) from error.with_traceback(None)
    raise errors.check_status("apps_update", response)


def _build_response(response: httpx.Response) -> Response[Kuviz]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(app_id: str, *, client: AuthenticatedClient | Client, body: AppUpdateRequest) -> Response[Kuviz]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(app_id=app_id, body=body)))


def sync(app_id: str, *, client: AuthenticatedClient | Client, body: AppUpdateRequest) -> Kuviz:
    """Change an app.

    Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). **The kind is not
    checked**: the id of any visualization of the caller is taken, and a name then renames a dataset with its
    table. Errors: 400, 403, 404 with an empty body. There is no operation to read one.

    Args:
        app_id (str): UUID of the app.
        body (AppUpdateRequest): What to change of an app. The whole request may have at most 10 MiB.

    Returns:
        Kuviz: The app after the change.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(app_id=app_id, client=client, body=body).parsed


async def asyncio_detailed(
    app_id: str, *, client: AuthenticatedClient | Client, body: AppUpdateRequest
) -> Response[Kuviz]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(app_id=app_id, body=body)))


async def asyncio(app_id: str, *, client: AuthenticatedClient | Client, body: AppUpdateRequest) -> Kuviz:
    """`sync`, awaited."""
    return (await asyncio_detailed(app_id=app_id, client=client, body=body)).parsed
