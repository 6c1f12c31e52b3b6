# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v4/kuviz/{kuviz_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(kuviz_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v4/kuviz/{kuviz_id}".format(
            kuviz_id=quote(to_segment("kuviz_id", kuviz_id, "UUID of the custom visualization."), safe="")
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("kuviz_delete", response)


def sync(kuviz_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a custom visualization: see `KuvizApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(kuviz_id=kuviz_id)))


async def asyncio(kuviz_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(kuviz_id=kuviz_id)))
