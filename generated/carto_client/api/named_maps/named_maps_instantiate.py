# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/map/named/{template_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...sending import to_json_text, to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    template_id: str,
    *,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    filters = to_json_text("filters", filters)
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["filters"] = filters

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/map/named/{template_id}".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            )
        ),
        "params": params,
    }

    _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Layergroup:
    if response.status_code == 200:
        errors.check_content_type("named_maps_instantiate", response, "JSON")
        try:
            response_200 = Layergroup.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_instantiate", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_instantiate", response)


def sync(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Layergroup:
    """Make a map of a template: see `NamedMapsApi.instantiate`."""
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                template_id=template_id, body=body, filters=filters, auth_token=auth_token, auth_tokens=auth_tokens
            )
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Layergroup:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                template_id=template_id, body=body, filters=filters, auth_token=auth_token, auth_tokens=auth_tokens
            )
        )
    )
