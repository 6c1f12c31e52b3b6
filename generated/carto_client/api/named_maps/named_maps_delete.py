# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""DELETE /api/v1/map/named/{template_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment


def _get_kwargs(template_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/map/named/{template_id}".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 204:
        return
    raise errors.check_status("named_maps_delete", response)


def sync(template_id: str, *, client: AuthenticatedClient | Client) -> None:
    """Delete a template: see `NamedMapsApi.delete`."""
    _parse_response(client.get_httpx_client().request(**_get_kwargs(template_id=template_id)))


async def asyncio(template_id: str, *, client: AuthenticatedClient | Client) -> None:
    """`sync`, awaited."""
    _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(template_id=template_id)))
