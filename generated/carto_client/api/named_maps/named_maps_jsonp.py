# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/named/{template_id}/jsonp"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_json_text, to_segment
from ...types import UNSET, Unset


def _get_kwargs(
    template_id: str,
    *,
    callback: str,
    config: Mapping[str, Any] | str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_text("callback", callback, "Name of the JavaScript function to call.")
    config = to_json_text("config", config)
    filters = to_json_text("filters", filters)

    params: dict[str, Any] = {}

    params["callback"] = callback

    params["config"] = config

    params["filters"] = filters

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/named/{template_id}/jsonp".format(
            template_id=quote(
                to_segment("template_id", template_id, "Name of the template, also as `user@name`."), safe=""
            )
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> str:
    if response.status_code == 200:
        try:
            response_200 = response.text
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_jsonp", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_jsonp", response)


def sync(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    callback: str,
    config: Mapping[str, Any] | str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> str:
    """Make a map of a template and get it as a call of a JavaScript function.

    The same as `named_maps.instantiate`. Errors, too, have status **200** and are an argument of the function:
    look for `errors` in it. Only without `callback` it is 400 `callback parameter should be present and be a
    function name`.

    Args:
        template_id (str): Name of the template, also as `user@name`.
        callback (str): Name of the JavaScript function to call. Other characters are removed from it; 400 if
            none remains.
        config (Mapping[str, Any] | str | Unset): Values of the placeholders as JSON text, otherwise as in
            `named_maps.instantiate`.
        filters (Mapping[str, Any] | str | Unset): Filters, as JSON text: `dataviews` holds for dataviews by
            name what they let pass, `accept` or `reject` with a list of categories, `min` and `max` of a
            histogram. They make another map, whose tiles and dataviews show what passes. A dataview itself is
            not filtered by its own filter unless asked with `own_filter`, and not at all with `no_filters`. To
            change a filter create the map again. Text that is not JSON is ignored; the calls of a dataview
            ignore `filters` altogether.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        str: JavaScript that calls the function with the map, or with an object that has `errors`.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                template_id=template_id,
                callback=callback,
                config=config,
                filters=filters,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    callback: str,
    config: Mapping[str, Any] | str | Unset = UNSET,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> str:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                template_id=template_id,
                callback=callback,
                config=config,
                filters=filters,
                auth_token=auth_token,
                auth_tokens=auth_tokens,
            )
        )
    )
