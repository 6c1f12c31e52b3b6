# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, Unset


def _get_kwargs(*, callback: str, config: str | Unset = UNSET, lzma: str | Unset = UNSET) -> dict[str, Any]:
    errors.require_text("callback", callback, "Name of the JavaScript function to call.")

    params: dict[str, Any] = {}

    params["callback"] = callback

    params["config"] = config

    params["lzma"] = lzma

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
    *, client: AuthenticatedClient | Client, callback: str, config: str | Unset = UNSET, lzma: str | Unset = UNSET
) -> str:
    """Create an anonymous map and get it as a call of a JavaScript function.

    The same as `maps.create` with `callback`. Errors, too, have status **200** and are an argument of the
    function: look for `errors` in it.

    Args:
        callback (str): Name of the JavaScript function to call. Other characters are removed from it; 400 if
            none remains.
        config (str | Unset): MapConfig as JSON text.
        lzma (str | Unset): Instead of `config`: base64 of the LZMA (alone) compression of `{"config": "…"}`,
            the MapConfig being a string in it, with 128 taken from each byte.

    Returns:
        str: JavaScript that calls the function with the map, or with an object that has `errors`.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return _parse_response(
        client.get_httpx_client().request(**_get_kwargs(callback=callback, config=config, lzma=lzma))
    )


async def asyncio(
    *, client: AuthenticatedClient | Client, callback: str, config: str | Unset = UNSET, lzma: str | Unset = UNSET
) -> str:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(callback=callback, config=config, lzma=lzma))
    )
