# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/map/named/{template_id}"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...types import UNSET, Response, Unset, json_text, read_json


def _get_kwargs(
    template_id: str,
    *,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_segment("template_id", template_id, "Name of the template, also as `user@name`.")
    headers: dict[str, Any] = {}

    filters = json_text(filters)
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
        "url": "/api/v1/map/named/{template_id}".format(template_id=quote(str(template_id), safe="")),
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


def _build_response(response: httpx.Response) -> Response[Layergroup]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[Layergroup]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                template_id=template_id, body=body, filters=filters, auth_token=auth_token, auth_tokens=auth_tokens
            )
        )
    )


def sync(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Layergroup:
    """Make a map of a template.

    Fills in the placeholders and gives a layergroup. It reads the tables as their owner, private ones too. If
    the template asks for a token, `auth_token` is needed; **the master key does not replace it** (it does for
    the tiles of the map).

    Errors: 403 `Unauthorized template instantiation`, 404 `Template 'x' of user 'u' not found`, 400 `Invalid
    css_color value for template parameter 'color': #1;` and whatever is wrong with the MapConfig, without
    saying which layer it was.

    Args:
        template_id (str): Name of the template, also as `user@name`.
        filters (Mapping[str, Any] | str | Unset): Filters, as JSON text: `dataviews` holds for dataviews by
            name what they let pass, `accept` or `reject` with a list of categories, `min` and `max` of a
            histogram. They make another map, whose tiles and dataviews show what passes. A dataview itself is
            not filtered by its own filter unless asked with `own_filter`, and not at all with `no_filters`. To
            change a filter create the map again. Text that is no JSON is ignored; the calls of a dataview
            ignore `filters` altogether.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.
        body (Any): An object of placeholder to value. What is missing takes its default, what is unknown is
            ignored; an empty list stands for no values. Values of all types but `number` must be strings, null
            is refused. Two keys are no placeholders: `styles`, an object or list of layer index to CartoCSS
            that replaces the layer's, and `buffersize`, an object of `png`, `png32`, `mvt`, `grid.json` to
            number.

    Returns:
        Layergroup: The map. **If an API key was sent, the tile URLs in it contain that key**; treat the answer
            as a secret then. `auth_token` is never in them.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        template_id=template_id,
        client=client,
        body=body,
        filters=filters,
        auth_token=auth_token,
        auth_tokens=auth_tokens,
    ).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Any,
    filters: Mapping[str, Any] | str | Unset = UNSET,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[Layergroup]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
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
    return (
        await asyncio_detailed(
            template_id=template_id,
            client=client,
            body=body,
            filters=filters,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
    ).parsed
