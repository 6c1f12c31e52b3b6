# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_json_text
from ...types import UNSET, Unset


def _get_kwargs(
    *,
    callback: str,
    config: Mapping[str, Any] | str | Unset = UNSET,
    lzma: str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_text("callback", callback, "Name of the JavaScript function to call.")
    config = to_json_text("config", config)
    filters = to_json_text("filters", filters)

    params: dict[str, Any] = {}

    params["callback"] = callback

    params["config"] = config

    params["lzma"] = lzma

    params["filters"] = filters

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v1/map/", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> str:
    if response.status_code == 200:
        try:
            response_200 = response.text
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_create_jsonp", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_create_jsonp", response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    callback: str,
    config: Mapping[str, Any] | str | Unset = UNSET,
    lzma: str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> str:
    """Create an anonymous map and get it as a call of a JavaScript function.

    The same as `maps.create` with `callback`. Errors, too, have status **200** and are an argument of the
    function: look for `errors` in it.

    Args:
        callback (str): Name of the JavaScript function to call. Other characters are removed from it; 400 if
            none remains.
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
        str: JavaScript that calls the function with the map, or with an object that has `errors`.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(callback=callback, config=config, lzma=lzma, filters=filters))
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    callback: str,
    config: Mapping[str, Any] | str | Unset = UNSET,
    lzma: str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
) -> str:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(callback=callback, config=config, lzma=lzma, filters=filters)
        )
    )
