"""``/api/v1/map``: maps made of a MapConfig that comes with the request."""

import base64
import binascii
import lzma
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.calls import MapCall, open_map_call, parse_json, require_json
from carto_sandbox.maps_api.creation.pipeline import adapt_map
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps, set_maps_headers
from carto_sandbox.maps_api.layergroup_json import LayergroupPresenter
from carto_sandbox.maps_api.layergroups import FOR_A_DAY, make_layergroup, set_cache_headers

_MAX_CONFIG_BYTES = 4 * 1024 * 1024


async def create_map(request: Request) -> Response:
    call = await open_map_call(request)
    require_json(request)
    return await _answer(call, call.body)


async def create_map_from_query(request: Request) -> Response:
    call = await open_map_call(request)
    text = _unpack(request.query_params["lzma"]) if "lzma" in request.query_params else None
    text = request.query_params.get("config") if text is None else text
    if not text:
        raise MapsApiError('layergroup GET needs a "config" parameter', 400)
    try:
        config = parse_json(text)
    except MapsApiError as error:
        raise MapsApiError(error.message, 400) from None
    return await _answer(call, config)


def _unpack(text: str) -> str | None:
    """The MapConfig in `lzma`: base64 of LZMA-alone data, each byte of it minus 128, round {"config": text}."""
    try:
        packed = bytes((byte + 128) % 256 for byte in base64.b64decode(text, validate=True))
        plain = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=64 << 20).decompress(packed, _MAX_CONFIG_BYTES)
        wrapped = parse_json(plain.decode("utf-8"))
    except (binascii.Error, lzma.LZMAError, EOFError, ValueError, MapsApiError):
        raise MapsApiError("The `lzma` parameter is no base64 of an LZMA-alone stream with JSON in it", 400) from None
    config = wrapped.get("config") if isinstance(wrapped, dict) else None
    return config if isinstance(config, str) else None


async def _answer(call: MapCall, config: Any) -> Response:
    query = call.request.query_params
    adapted = await adapt_map(
        call.account, call.key, config, filters=query.get("filters"), aggregation=query.get("aggregation")
    )
    group = await make_layergroup(call, adapted, call.key)
    body = await LayergroupPresenter(call, group).present()
    set_maps_headers(call.request, {"X-Layergroup-Id": group.id})
    if call.request.method != "POST":
        set_cache_headers(call.request, call.account, group, control=FOR_A_DAY)
    return answer_maps(call.request, body)


routes: list[Route] = [
    Route("/map", create_map, methods=["POST"]),
    Route("/map", create_map_from_query, methods=["GET"]),
]
