"""``/api/v1/map``: maps made of a MapConfig that comes with the request, and the layers in it that are named maps."""

import base64
import binascii
import copy
import lzma
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import ApiKey
from carto_sandbox.maps_api.calls import MapCall, open_map_call, parse_json, require_json
from carto_sandbox.maps_api.configs import NAMED, ParsedMap, parse_map
from carto_sandbox.maps_api.errors import NOT_IMPLEMENTED, MapsApiError, answer_maps, set_maps_headers
from carto_sandbox.maps_api.layergroup_json import LayergroupPresenter
from carto_sandbox.maps_api.layergroups import FOR_A_DAY, make_layergroup, set_cache_headers
from carto_sandbox.maps_api.template_store import find_template
from carto_sandbox.maps_api.templates import instantiate, is_authorized

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
        raise MapsApiError(error.message.removeprefix("SyntaxError: "), 400) from None
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
    parsed = expand_and_parse(call, config)
    require_analyses(call, parsed, call.key)
    group = await make_layergroup(call, parsed, call.key)
    body = await LayergroupPresenter(call, group).present()
    set_maps_headers(call.request, {"X-Layergroup-Id": group.id})
    if call.request.method != "POST":
        set_cache_headers(call.request, call.account, group, control=FOR_A_DAY)
    return answer_maps(call.request, body)


def expand_and_parse(call: MapCall, config: Any) -> ParsedMap:
    """The map with the layers of named maps in the place of those that name them; they keep their owner's rights."""
    layers = config.get("layers") if isinstance(config, dict) else None
    if not isinstance(layers, list):
        return parse_map(config)
    expanded: list[Any] = []
    owned: dict[int, bool] = {}
    for layer in layers:
        if not isinstance(layer, dict) or layer.get("type") != NAMED:
            expanded.append(layer)
            continue
        for inner in _expand(call, layer.get("options")):
            owned[len(expanded)] = True
            expanded.append(inner)
    return parse_map({**config, "layers": expanded}, owned)


def _expand(call: MapCall, options: Any) -> list[Any]:
    given: dict[str, Any] = options if isinstance(options, dict) else {}
    name = given.get("name")
    if not isinstance(name, str) or not name:
        raise MapsApiError("Missing Named Map `name` in layer options", 400)
    template = find_template(call.account, name)
    if template is None:
        raise MapsApiError(f"Template '{name}' of user '{call.account.username}' not found", 400)
    tokens = given.get("auth_tokens")
    if not is_authorized(template["auth"], tokens if isinstance(tokens, list) else [tokens]):
        raise MapsApiError(f"Unauthorized '{name}' template instantiation", 403)
    layers = copy.deepcopy(instantiate(template, given.get("config")))["layers"]
    if any(isinstance(layer, dict) and layer.get("type") == NAMED for layer in layers):
        raise MapsApiError("Nested named layers are not allowed", 400)
    return list(layers)


def require_analyses(call: MapCall, parsed: ParsedMap, key: ApiKey) -> None:
    """Analyses other than plain sources write a table: so they need the master key, and an engine."""
    for chain in parsed.sources:
        for node in chain:
            if node.query is not None:
                continue
            label = {"id": node.id, "type": node.type} if node.id is not None else {"type": node.type}
            if not key.is_master:
                text = "Analysis requires authentication with API key: permission denied."
                raise MapsApiError(text, 403, "analysis", analysis=label)
            text = (
                f"This sandbox computes no analyses: it knows `source` nodes only, not '{node.type}'. "
                "Write the analysis as SQL in a source's query."
            )
            raise MapsApiError(text, NOT_IMPLEMENTED, "analysis", analysis=label)


routes: list[Route] = [
    Route("/map", create_map, methods=["POST"]),
    Route("/map", create_map_from_query, methods=["GET"]),
]
