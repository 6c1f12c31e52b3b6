# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/named/{template_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.named_map import NamedMap
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(template_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/named/{template_id}".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> NamedMap:
    if response.status_code == 200:
        errors.check_content_type("named_maps_read", response, "JSON")
        try:
            response_200 = NamedMap.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_read", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_read", response)


def sync(template_id: str, *, client: AuthenticatedClient | Client) -> NamedMap:
    """Read a template: see `NamedMapsApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(template_id=template_id)))


async def asyncio(template_id: str, *, client: AuthenticatedClient | Client) -> NamedMap:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(template_id=template_id)))
