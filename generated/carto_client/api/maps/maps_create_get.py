# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...sending import to_json_text
from ...types import UNSET, Unset, read_json


def _get_kwargs(
    *,
    config: Mapping[str, Any] | str | Unset = UNSET,
    lzma: str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> dict[str, Any]:
    config = to_json_text("config", config)
    filters = to_json_text("filters", filters)

    params: dict[str, Any] = {}

    params["config"] = config

    params["lzma"] = lzma

    params["filters"] = filters

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/map", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> Layergroup:
    if response.status_code == 200:
        errors.check_content_type("maps_create_get", response, "JSON")
        try:
            response_200 = Layergroup.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_create_get", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_create_get", response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    config: Mapping[str, Any] | str | Unset = UNSET,
    lzma: str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> Layergroup:
    """Create an anonymous map from a MapConfig in the URL.

    The same as `maps.create`, cacheable: the answer has `Cache-Control: public,max-age=86400,must-revalidate`,
    `X-Cache-Channel` and `Surrogate-Key`. One of `config` and `lzma` is needed.

    Args:
        config (Mapping[str, Any] | str | Unset): MapConfig as JSON text.
        lzma (str | Unset): Instead of `config`: base64 of the LZMA (alone) compression of `{"config": "…"}`,
            the MapConfig being a string in it, with 128 taken from each byte.
        filters (Mapping[str, Any] | str | Unset): Filters, as JSON text: `dataviews` holds for dataviews by
            name what they let pass, `accept` or `reject` with a list of categories, `min` and `max` of a
            histogram. They make another map, whose tiles and dataviews show what passes. A dataview itself is
            not filtered by its own filter unless asked with `own_filter`, and not at all with `no_filters`. To
            change a filter create the map again. Text that is not JSON is ignored; the calls of a dataview
            ignore `filters` altogether.

    Returns:
        Layergroup: The map. **If an API key was sent, the tile URLs in it contain that key**; treat the answer
            as a secret then. `auth_token` is never in them.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(config=config, lzma=lzma, filters=filters)))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    config: Mapping[str, Any] | str | Unset = UNSET,
    lzma: str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> Layergroup:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(config=config, lzma=lzma, filters=filters))
    )
