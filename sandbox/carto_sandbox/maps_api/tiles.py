"""Tiles: which layers, which format, which square of the world; vector tiles where PostGIS makes them."""

import math
import re
import time
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.calls import open_map_call
from carto_sandbox.maps_api.configs import MAPNIK, TORQUE, TYPES, Layer, ParsedMap
from carto_sandbox.maps_api.errors import (
    MapsApiError,
    UnroutedError,
    get_maps_headers,
    refuse_rendering,
    set_maps_headers,
)
from carto_sandbox.maps_api.layergroups import OpenedMap, name_map, open_layergroup, set_cache_headers
from carto_sandbox.maps_api.named_maps import open_instance, read_config
from carto_sandbox.maps_api.queries import (
    WORLD_SIZE,
    ask,
    choose_key,
    fill_tokens,
    quote_identifier,
    quote_literal,
    read_columns,
    strip_query,
)
from carto_sandbox.maps_api.template_store import read_template_name

_SEGMENT = re.compile(r"([^.@]*)(?:@([^.]*)x)?\.(.+)", re.DOTALL)
_PNG = ("png", "png32")
_GRID, _MVT = "grid.json", "mvt"
_TORQUE_FORMATS = ("torque.json", "json.torque")
_MAX_ZOOM = 30
_PIXELS = 256
_EXTENT = 4096
_BUFFER_PIXELS = 64
# Types that vector tiles carry: booleans, numbers and texts.
_TILE_TYPES = frozenset({16, 20, 21, 23, 25, 700, 701, 705, 1042, 1043, 1700})
_NO_POSTGIS = "Name a PostgreSQL server that has PostGIS in CARTO_SANDBOX_DSN, then it makes mvt tiles."
_USE_MVT = "Ask for the same tile as .mvt where the sandbox has PostGIS, or query the rows with the SQL API."


async def answer_tile(request: Request) -> Response:
    """Any tile of a layergroup, of all its mapnik layers or of those named in the path."""
    y, scale, format_ = _split_segment(request.path_params["tile"])
    name_map(request)
    position = read_position(request, y)
    opened = await open_layergroup(request)
    if scale is not None and scale != "2":
        raise MapsApiError("Tile with specified resolution not found", 404)
    layers = select_layers(opened.group.map, request.path_params.get("layer"))
    check_format(opened.group.map, layers, format_)
    check_range(position, format_)
    if format_ != _MVT:
        raise refuse_rendering(f"{format_} tiles", _USE_MVT)
    return await _answer_mvt(opened, layers, position, empty_status=204)


async def answer_named_tile(request: Request) -> Response:
    """A tile of a template without instantiating it first: png and mvt only, and the layer has to be named."""
    y, scale, format_ = _split_segment(request.path_params["tile"])
    position = read_position(request, y if scale is None else f"{y}@{scale}x")
    call = await open_map_call(request)
    # Until there is a map, it is as new as the request.
    set_maps_headers(request, {"Carto-Cache-Buster": str(time.time_ns() // 1_000_000)})
    opened = await open_instance(call, read_config(request))
    layers = select_layers(opened.group.map, request.path_params["layer"])
    if format_ == _GRID:
        raise MapsApiError("Missing interactivity parameter", 400)
    check_format(opened.group.map, layers, format_)
    check_range(position, format_)
    if format_ != _MVT:
        raise refuse_rendering(f"{format_} tiles", _USE_MVT)
    name = read_template_name(request.path_params["template_id"])
    return await _answer_mvt(opened, layers, position, empty_status=200, template=name)


def _split_segment(segment: str) -> tuple[str, str | None, str]:
    """Row, scale factor and format of the last part of a tile's path; without a format it leads nowhere."""
    found = _SEGMENT.fullmatch(segment)
    if found is None:
        raise UnroutedError("", 404)
    return found[1], found[2], found[3]


Position = tuple[int, int, int]


def check_zoom(zoom: str) -> int:
    if not re.fullmatch(r"\d+", zoom, re.A):
        text = f"Invalid zoom value ({zoom}). It should be an integer number greather than or equal to 0"
        raise MapsApiError(text, 400)
    return int(zoom[:9])


def read_position(request: Request, y: str) -> Position:
    """Zoom, column and row; the column may be negative, for it wraps round the world."""
    x = request.path_params["x"]
    zoom = check_zoom(request.path_params["z"])
    if not re.fullmatch(r"-?\d+", x, re.A):
        raise MapsApiError(f"Invalid coodinate 'x' value ({x}). It should be an integer number", 400)
    if not re.fullmatch(r"\d+", y, re.A):
        text = f"Invalid coodinate 'y' value ({y}). It should be an integer number greather than or equal to 0"
        raise MapsApiError(text, 400)
    return zoom, int(x[:18]), int(y[:18])


def check_range(position: Position, format_: str) -> None:
    zoom, x, y = position
    if zoom > _MAX_ZOOM or y >= 2**zoom:
        where = f"Invalid tile XYZ ({x},{y})" if format_ == _MVT else f"Coordinates out of range: {zoom}/{x}/{y}"
        raise MapsApiError(where, 400)


def select_layers(parsed: ParsedMap, wanted: str | None) -> list[Layer]:
    """The layers by index, by ids of their own, by type, or `all`; all of type mapnik when nothing is said."""
    if wanted is None or wanted in TYPES or wanted == "all":
        kind = wanted or MAPNIK
        found = [layer for layer in parsed.layers if kind in ("all", layer.type)]
    else:
        names = wanted.split(",")
        if all(re.fullmatch(r"\d{1,9}", name, re.A) for name in names):
            numbers = sorted({int(name) for name in names})
            if numbers[-1] >= len(parsed.layers):
                raise MapsApiError(f"Layer '{numbers[-1]}' not found in layergroup", 400)
            found = [parsed.layers[number] for number in numbers]
        else:
            own = {layer.id: layer for layer in parsed.layers if layer.has_own_id}
            if not all(name in own for name in names):
                raise MapsApiError("Invalid layer filtering", 400)
            found = [layer for layer in parsed.layers if layer.has_own_id and layer.id in names]
    if not found:
        raise MapsApiError("Invalid layer filtering", 400)
    return found


def check_format(parsed: ParsedMap, layers: list[Layer], format_: str) -> None:
    """Which formats these layers can have at all."""
    types = {layer.type for layer in layers}
    if format_ in _TORQUE_FORMATS:
        possible = types == {TORQUE}
    elif format_ in (_MVT, _GRID):
        possible = types == {MAPNIK}
    else:
        possible = format_ in _PNG
    if not possible:
        raise MapsApiError(f"Unsupported format {format_}", 400)
    if format_ in _PNG and any(layer.type == MAPNIK and not layer.has_style for layer in layers):
        raise MapsApiError("Unsupported format: 'cartocss' option is missing for png", 400, "tile")
    if format_ == _GRID and not (len(layers) == 1 and layers[0].columns):
        raise MapsApiError("Tileset has no interactivity", 400)


async def _answer_mvt(
    opened: OpenedMap, layers: list[Layer], position: Position, *, empty_status: int, template: str | None = None
) -> Response:
    if not opened.account.has_postgis:
        raise refuse_rendering("vector tiles without PostGIS", _NO_POSTGIS)
    shown = [layer for layer in layers if _is_shown(layer, position[0])]
    config = opened.group.map.config
    pieces = [await _draw_layer(opened.account, opened.key, layer, position, config) for layer in shown]
    tile = b"".join(pieces)
    set_cache_headers(opened.request, opened.account, opened.group, template)
    headers = {**get_maps_headers(opened.request), "x-tilelive-contains-data": "true" if tile else "false"}
    if not tile and empty_status == 204:
        return Response(status_code=204, headers=headers)
    return Response(tile, 200, headers, media_type="application/x-protobuf")


def _is_shown(layer: Layer, zoom: int) -> bool:
    first, last = layer.options.get("minzoom"), layer.options.get("maxzoom")
    too_low = isinstance(first, int | float) and zoom < first
    return not too_low and not (isinstance(last, int | float) and zoom > last)


async def _draw_layer(account: Account, key: ApiKey, layer: Layer, position: Position, config: dict[str, Any]) -> bytes:
    assert layer.sql is not None
    key = choose_key(account, key, layer.as_owner)
    columns = await read_columns(account, key, layer.sql)
    names = [quote_identifier(name) for name, oid in columns.items() if oid in _TILE_TYPES]
    extent = _read_number(layer.options.get("vector_extent"), _EXTENT)
    sizes = config.get("buffersize")
    pixels = _read_number(sizes.get("mvt") if isinstance(sizes, dict) else None, _BUFFER_PIXELS)
    envelope, bbox, resolution = _measure(position, pixels)
    column = quote_identifier(layer.geometry_column)
    tokens = {"!pixel_width!": resolution, "!pixel_height!": resolution}
    tokens |= {"!scale_denominator!": repr(float(resolution) / 0.00028), "!zoom!": str(position[0])}
    source = strip_query(fill_tokens(layer.sql, bbox, tokens))
    geometry = f"ST_AsMVTGeom({column}, {envelope}, {extent}, {extent * pixels // _PIXELS}, true)"
    rows = await ask(
        account,
        key,
        f"SELECT ST_AsMVT(geometries, {quote_literal(layer.id)}, {extent}) AS tile FROM ("
        f"SELECT {', '.join([f'{geometry} AS the_geom_webmercator', *names])} FROM ({source}\n) AS cdbq"
        f" WHERE {column} && {bbox}) AS geometries",
    )
    return bytes(rows[0]["tile"] or b"")


def _read_number(value: Any, default: int) -> int:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return int(value) if is_number and 0 <= value < 2**31 else default


def _measure(position: Position, buffer_pixels: int) -> tuple[str, str, str]:
    """The tile's square and that with its margin, as SQL in web mercator; and metres per pixel."""
    zoom, x, y = position
    size = WORLD_SIZE / 2**zoom
    left, top = -WORLD_SIZE / 2 + (x % 2**zoom) * size, WORLD_SIZE / 2 - y * size
    envelope = f"ST_MakeEnvelope({left!r}, {top - size!r}, {left + size!r}, {top!r}, 3857)"
    resolution = size / _PIXELS
    return envelope, f"ST_Expand({envelope}, {resolution * buffer_pixels!r})", repr(resolution)


routes: list[Route] = [
    Route("/map/named/{template_id}/{layer}/{z}/{x}/{tile}", answer_named_tile, methods=["GET"]),
    Route("/map/{token}/{layer}/{z}/{x}/{tile}", answer_tile, methods=["GET"]),
    Route("/map/{token}/{z}/{x}/{tile}", answer_tile, methods=["GET"]),
]
