# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v4/app/{app_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.app_update_request import AppUpdateRequest
from ...models.kuviz import Kuviz
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(app_id: str, *, body: AppUpdateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, AppUpdateRequest)
    errors.require_text("name", body.name, "Name.")
    errors.require_text("data", body.data, "The HTML in strict base64, without line breaks.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v4/app/{app_id}".format(app_id=quote(to_segment("app_id", app_id, "UUID of the app."), safe="")),
    }

    _kwargs["json"] = to_object("body", body, AppUpdateRequest)

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


def sync(app_id: str, *, client: AuthenticatedClient | Client, body: AppUpdateRequest | Mapping[str, Any]) -> Kuviz:
    """Change an app: see `AppsApi.update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(app_id=app_id, body=body)))


async def asyncio(
    app_id: str, *, client: AuthenticatedClient | Client, body: AppUpdateRequest | Mapping[str, Any]
) -> Kuviz:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(app_id=app_id, body=body)))
