"""Tiles of a layergroup or of a template: which layers, which format, which square of the world."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.calls import open_map_call
from carto_sandbox.maps_api.configs import HTTP, MAPNIK, PLAIN, TORQUE, TYPES, Layer, MapConfig
from carto_sandbox.maps_api.drawing.canvas import encode
from carto_sandbox.maps_api.drawing.other_layers import fetch_tile
from carto_sandbox.maps_api.drawing.pictures import Painter
from carto_sandbox.maps_api.errors import (
    MapsApiError,
    UnroutedError,
    answer_maps,
    get_maps_headers,
    set_maps_headers,
)
from carto_sandbox.maps_api.grids import draw_grid
from carto_sandbox.maps_api.javascript import to_number
from carto_sandbox.maps_api.layergroups import OpenedMap, name_map, open_layergroup, set_cache_headers
from carto_sandbox.maps_api.named_maps import open_instance, read_config
from carto_sandbox.maps_api.queries import check_postgis
from carto_sandbox.maps_api.template_store import read_template_name
from carto_sandbox.maps_api.torque import read_torque, read_torque_tile
from carto_sandbox.maps_api.vector_tiles import Position, draw_vector_tile

_GRID, _MVT = "grid.json", "mvt"
_TORQUE_JSON = ("torque.json", "json.torque")
_BLEND = "blend"
_FORMATS = {
    MAPNIK: ("png", "png32", _GRID, _MVT),
    TORQUE: (*_TORQUE_JSON, "png", "torque.png"),
    HTTP: ("png",),
    PLAIN: ("png",),
    _BLEND: ("png",),
}
_INDEX = re.compile(r"0|[1-9]\d{0,8}", re.A)
_SCALED = re.compile(r"([^@]*)@(.*)x\.([^/]+)", re.DOTALL)
_SCALES = {None: 1, "1": 1, "2": 2}
_MOST_COLUMN = 18


@dataclass(frozen=True)
class _Asked:
    """The parts of a tile's path. `scale` is the text before the x in `@2x`."""

    layer: str | None
    position: Position
    format: str
    scale: str | None = None


async def answer_tile(request: Request) -> Response:
    """Any tile of a layergroup, of all its mapnik layers or of those named in the path."""
    layer = request.path_params.get("layer")
    y, scale, format_ = _split_named(request) if layer is not None else _split_plain(request)
    name_map(request)
    asked = _Asked(layer, read_position(request, y), format_, scale)
    opened = await open_layergroup(request)
    return await _answer(opened, asked, empty_status=204)


async def answer_named_tile(request: Request) -> Response:
    """A tile of a template without instantiating it first: the layer has to be named."""
    y, _, format_ = _split_named(request)
    asked = _Asked(request.path_params["layer"], read_position(request, y), format_)
    call = await open_map_call(request)
    # Until there is a map, it is as new as the request.
    set_maps_headers(request, {"Carto-Cache-Buster": str(time.time_ns() // 1_000_000)})
    opened = await open_instance(call, read_config(request), is_direct=True)
    if format_ == _GRID:
        raise MapsApiError("Missing interactivity parameter", 400)
    name = read_template_name(request.path_params["template_id"])
    return await _answer(opened, asked, empty_status=200, template=name)


def _split_plain(request: Request) -> tuple[str, str | None, str]:
    """Row, scale and format of a path without a layer: the last dot divides, unless there is a scale."""
    segment = request.path_params["tile"]
    if found := _SCALED.fullmatch(segment):
        return found[1], found[2], found[3]
    y, dot, format_ = segment.rpartition(".")
    if not dot or not format_:
        raise UnroutedError("", 404)
    return y, None, format_


def _split_named(request: Request) -> tuple[str, str | None, str]:
    """With a layer, the path is split at its first dot, and has no scale."""
    y, dot, format_ = request.path_params["tile"].partition(".")
    if not dot or not format_:
        raise UnroutedError("", 404)
    return y, None, format_


def check_zoom(zoom: str) -> int:
    if not re.fullmatch(r"\d+", zoom, re.A):
        text = f"Invalid zoom value ({zoom}). It should be an integer number greather than or equal to 0"
        raise MapsApiError(text, 400)
    return int(zoom[:3])


def read_position(request: Request, y: str) -> Position:
    """Zoom, column and row; the column may be negative, for it wraps round the world."""
    x = request.path_params["x"]
    zoom = check_zoom(request.path_params["z"])
    if not re.fullmatch(r"-?\d+", x, re.A):
        raise MapsApiError(f"Invalid coodinate 'x' value ({x}). It should be an integer number", 400)
    if not re.fullmatch(r"\d+", y, re.A):
        text = f"Invalid coodinate 'y' value ({y}). It should be an integer number greather than or equal to 0"
        raise MapsApiError(text, 400)
    return zoom, int(x[:_MOST_COLUMN]), int(y[:_MOST_COLUMN])


def filter_layers(parsed: MapConfig, wanted: str | None) -> list[Layer]:
    """Return the layers by index, by their own ids, by type, or `all`; by default all mapnik layers."""
    if wanted is None or wanted in TYPES or wanted == "all":
        kind = wanted or MAPNIK
        return [layer for layer in parsed.layers if kind in ("all", layer.type)]
    names = wanted.split(",")
    numbers = [to_number(name) for name in names]
    if all(number == number for number in numbers):
        indexes = sorted(numbers)
    elif all(number != number for number in numbers):
        own = {str(layer.id): float(layer.index) for layer in reversed(parsed.layers) if layer.has_own_id}
        indexes = sorted(own.get(name, -1.0) for name in names)
    else:
        raise MapsApiError("Invalid layer filtering", 400)
    if indexes[0] < 0 or indexes[-1] >= len(parsed.layers) or not all(index.is_integer() for index in indexes):
        raise MapsApiError("Invalid layer filtering", 400)
    return [parsed.layers[int(index)] for index in indexes]


def choose_renderer(parsed: MapConfig, wanted: str | None, format_: str) -> tuple[str, list[Layer]]:
    """Return the renderer of the layers (a type, or `blend`). Raises MapsApiError for a format that it cannot draw."""
    is_single = wanted is not None and to_number(wanted) == to_number(wanted)
    if is_single and not (_INDEX.fullmatch(wanted or "") and int(wanted or "") < len(parsed.layers)):
        raise MapsApiError(f"Layer '{wanted}' not found in layergroup", 400)
    try:
        layers = filter_layers(parsed, wanted)
    except MapsApiError as error:
        if format_ not in _FORMATS[_BLEND]:
            raise MapsApiError(f"Unsupported format {format_}", 400) from None
        raise error from None
    kind = _BLEND
    if all(layer.type == MAPNIK for layer in layers):
        kind = MAPNIK
    elif is_single:
        kind = layers[0].type
    if kind not in _FORMATS:
        raise MapsApiError(f"Type for layer '{wanted}' not supported", 400)
    if format_ not in _FORMATS[kind]:
        raise MapsApiError(f"Unsupported format {format_}", 400)
    if kind == MAPNIK:
        _check_data(parsed, layers, format_)
    return kind, layers


def _check_data(parsed: MapConfig, layers: Sequence[Layer], format_: str) -> None:
    if parsed.is_vector_only and format_ != _MVT:
        raise MapsApiError(f"Unsupported format: 'cartocss' option is missing for {format_}", 400, "tile")
    if not layers:
        text = "no mapnik layer in mapConfig" if format_ == _MVT else "No 'mapnik' layers in MapConfig"
        raise MapsApiError(text, 400)
    if format_ == _GRID and not (len(layers) == 1 and layers[0].columns):
        raise MapsApiError("Tileset has no interactivity", 400)


async def _answer(opened: OpenedMap, asked: _Asked, *, empty_status: int, template: str | None = None) -> Response:
    parsed = opened.group.map
    kind, layers = choose_renderer(parsed, asked.layer, asked.format)
    if kind == MAPNIK and asked.format not in (_MVT, _GRID) and asked.scale not in _SCALES:
        raise MapsApiError("Tile with specified resolution not found", 404)
    if asked.format == _MVT:
        return await _answer_mvt(opened, layers, asked, empty_status, template)
    cache = {"Carto-Metatile-Cache": "MISS"} if kind == MAPNIK else {}
    if asked.format == _GRID or asked.format in _TORQUE_JSON:
        body: object
        if asked.format == _GRID:
            margin = parsed.read_margin(_GRID)
            body = await draw_grid(opened.account, opened.key, layers[0], asked.position, margin)
        else:
            torque = await read_torque(opened.account, opened.key, layers[0])
            body = await read_torque_tile(opened.account, opened.key, layers[0], torque, _wrap(asked.position))
        set_cache_headers(opened.request, opened.account, opened.group, template)
        set_maps_headers(opened.request, cache)
        return answer_maps(opened.request, body)
    data, content_type = await _draw(opened, kind, layers, asked)
    set_cache_headers(opened.request, opened.account, opened.group, template)
    set_maps_headers(opened.request, cache)
    return Response(data, 200, get_maps_headers(opened.request), media_type=content_type)


def _wrap(position: Position) -> Position:
    zoom, x, y = position
    return zoom, x % 2**zoom, y


async def _draw(opened: OpenedMap, kind: str, layers: list[Layer], asked: _Asked) -> tuple[bytes, str]:
    """An image and its type."""
    painter = Painter(opened.account, opened.key, opened.group.map)
    zoom, x, y = _wrap(asked.position)
    if kind == _BLEND and len({layer.type == MAPNIK or layer.index for layer in layers}) == 1:
        kind = layers[0].type
    if kind == HTTP:
        return await fetch_tile(layers[0], zoom, x, y)
    if kind == MAPNIK:
        image = await painter.draw_data(layers, asked.position, asked.format, _SCALES[asked.scale])
        return encode(image, "palette" if asked.format == "png" else asked.format), "image/png"
    if kind == _BLEND:
        return encode(await painter.blend(layers, asked.position), "png"), "image/png"
    return encode(
        await painter.draw_alone(layers[0], asked.position), "palette" if kind == PLAIN else "png"
    ), "image/png"


async def _answer_mvt(
    opened: OpenedMap, layers: list[Layer], asked: _Asked, empty_status: int, template: str | None
) -> Response:
    check_postgis(opened.account, "make vector tiles")
    single = asked.layer is not None and _INDEX.fullmatch(asked.layer) is not None
    parsed = opened.group.map
    tile = await draw_vector_tile(opened.account, opened.key, parsed, layers, asked.position, single=single)
    set_cache_headers(opened.request, opened.account, opened.group, template)
    headers = {**get_maps_headers(opened.request), "x-tilelive-contains-data": "true" if tile else "false"}
    if not tile and empty_status == 204:
        return Response(status_code=204, headers=headers)
    return Response(tile, 200, headers, media_type="application/x-protobuf")


routes: list[Route] = [
    Route("/map/named/{template_id}/{layer}/{z}/{x}/{tile}", answer_named_tile, methods=["GET"]),
    Route("/map/{token}/{layer}/{z}/{x}/{tile}", answer_tile, methods=["GET"]),
    Route("/map/{token}/{z}/{x}/{tile}", answer_tile, methods=["GET"]),
]
