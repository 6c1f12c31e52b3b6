# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/map"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.layergroup import Layergroup
from ...models.map_config import MapConfig
from ...types import UNSET, Response, Unset, json_text, read_json


def _get_kwargs(*, body: MapConfig, filters: Mapping[str, Any] | str | Unset = UNSET) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    filters = json_text(filters)
    params: dict[str, Any] = {}

    params["filters"] = filters

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/map", "params": params}

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Layergroup:
    if response.status_code == 200:
        errors.check_content_type("maps_create", response, "JSON")
        try:
            response_200 = Layergroup.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_create", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_create", response)


def _build_response(response: httpx.Response) -> Response[Layergroup]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *, client: AuthenticatedClient | Client, body: MapConfig, filters: Mapping[str, Any] | str | Unset = UNSET
) -> Response[Layergroup]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body, filters=filters)))


def sync(
    *, client: AuthenticatedClient | Client, body: MapConfig, filters: Mapping[str, Any] | str | Unset = UNSET
) -> Layergroup:
    """Create an anonymous map.

    Checks the MapConfig and keeps it for 7200 s after it was last sent. The same MapConfig by the same database
    user has the same id, so it may be repeated. Without a key only public tables can be used. The body must be
    `application/json` and at most 100 kB.

    Errors: 400 for whatever is wrong with the MapConfig (`Unsupported layergroup configuration version …`,
    `Missing sql for layer 0 options`, `style0: CartoCSS is empty`, `Buffer size of format "png" must be a
    number`); 403 for a private table, an analysis that needs a table and has no writing key, or a named layer
    without its token; **404 for a table or column that does not exist**. They say in `layer` which layer it
    was. **Dangerous: a layer of an unknown `type`, and an analysis without `params`, can stop the server** for
    everybody: do not send one.

    Args:
        filters (Mapping[str, Any] | str | Unset): Filters, as JSON text: `dataviews` holds for dataviews by
            name what they let pass, `accept` or `reject` with a list of categories, `min` and `max` of a
            histogram. They make another map, whose tiles and dataviews show what passes. A dataview itself is
            not filtered by its own filter unless asked with `own_filter`, and not at all with `no_filters`. To
            change a filter create the map again. Text that is no JSON is ignored; the calls of a dataview
            ignore `filters` altogether.
        body (MapConfig): What a map shows. More keys than these may be given.

    Returns:
        Layergroup: The map. **If an API key was sent, the tile URLs in it contain that key**; treat the answer
            as a secret then. `auth_token` is never in them.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body, filters=filters).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient | Client, body: MapConfig, filters: Mapping[str, Any] | str | Unset = UNSET
) -> Response[Layergroup]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body, filters=filters)))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: MapConfig, filters: Mapping[str, Any] | str | Unset = UNSET
) -> Layergroup:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body, filters=filters)).parsed
