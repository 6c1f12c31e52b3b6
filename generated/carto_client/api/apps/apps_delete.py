# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v4/app/{app_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(app_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v4/app/{app_id}".format(app_id=quote(to_segment("app_id", app_id, "UUID of the app."), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("apps_delete", response)


def sync(app_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete an app: see `AppsApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(app_id=app_id)))


async def asyncio(app_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(app_id=app_id)))
