# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""PUT /api/v1/map/named/{template_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.named_map_id import NamedMapId
from ...models.named_map_template import NamedMapTemplate
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(template_id: str, *, body: NamedMapTemplate | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, NamedMapTemplate)
    errors.require_text("name", body.name, "Letters, digits, `_` and `-`, the first one a letter or digit.")
    errors.require_text("version", body.version, "`0.0.1`, nothing else.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/map/named/{template_id}".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            )
        ),
    }

    _kwargs["json"] = to_object("body", body, NamedMapTemplate)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> NamedMapId:
    if response.status_code == 200:
        errors.check_content_type("named_maps_update", response, "JSON")
        try:
            response_200 = NamedMapId.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_update", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_update", response)


def sync(
    template_id: str, *, client: AuthenticatedClient | Client, body: NamedMapTemplate | Mapping[str, Any]
) -> NamedMapId:
    """Replace a template: see `NamedMapsApi.update`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(template_id=template_id, body=body)))


async def asyncio(
    template_id: str, *, client: AuthenticatedClient | Client, body: NamedMapTemplate | Mapping[str, Any]
) -> NamedMapId:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(template_id=template_id, body=body))
    )
