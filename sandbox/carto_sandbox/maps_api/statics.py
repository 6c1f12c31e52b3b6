"""Static images: of a place, of a box, and of a named map as its template would have it seen."""

import math
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.calls import open_map_call
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.drawing.canvas import encode
from carto_sandbox.maps_api.drawing.pictures import Painter, fit_box
from carto_sandbox.maps_api.errors import MapsApiError, UnroutedError, get_maps_headers
from carto_sandbox.maps_api.javascript import is_finite, is_true, to_number
from carto_sandbox.maps_api.layergroups import OpenedMap, name_map, open_layergroup, set_cache_headers
from carto_sandbox.maps_api.named_maps import authorize_template, open_instance, read_config
from carto_sandbox.maps_api.queries import ask
from carto_sandbox.maps_api.template_store import read_template_name
from carto_sandbox.maps_api.tiles import check_zoom, choose_renderer, filter_layers

_FORMATS = {"png": "png", "jpg": "jpeg"}
_MOST_PIXELS = 8192
_CORNERS = ("west", "south", "east", "north")

Place = tuple[float, tuple[float, float]]
"""A zoom, and degrees east and north."""


async def draw_center(request: Request) -> Response:
    name_map(request)
    check_zoom(request.path_params["z"])
    opened = await open_layergroup(request)
    format_ = _read_format(request)
    params = request.path_params
    center = (to_number(params["lng"]), to_number(params["lat"]))
    return await _answer(
        opened, _select(opened, request.query_params.get("layer")), format_, (int(params["z"][:3]), center)
    )


async def draw_bbox(request: Request) -> Response:
    corners = request.path_params["bbox"].split(",")
    if len(corners) != 4:
        raise UnroutedError("", 404)
    opened = await open_layergroup(request)
    format_ = _read_format(request)
    layers = _select(opened, request.query_params.get("layer"))
    return await _answer(opened, layers, format_, [to_number(corner) for corner in corners])


async def draw_named(request: Request) -> Response:
    call = await open_map_call(request)
    format_ = _read_format(request)
    template = authorize_template(call)
    opened = await open_instance(call, read_config(request))
    view = template.get("view")
    view = view if isinstance(view, dict) else {}
    layers = _select(opened, request.query_params.get("layer") or _list_previewed(opened, view))
    where = _read_place(request, view)
    if where is None:
        where = await _find_extent(opened)
    return await _answer(opened, layers, format_, where, read_template_name(request.path_params["template_id"]))


def _read_format(request: Request) -> str:
    _, dot, format_ = request.path_params["image"].partition(".")
    if not dot:
        raise UnroutedError("", 404)
    if format_ not in _FORMATS:
        raise MapsApiError(f'Unsupported image format "{format_}"', 400)
    return _FORMATS[format_]


def _select(opened: OpenedMap, wanted: str | None) -> list[Layer]:
    parsed = opened.group.map
    choose_renderer(parsed, wanted or "all", "png")
    return filter_layers(parsed, wanted or "all")


def _list_previewed(opened: OpenedMap, view: dict[str, Any]) -> str | None:
    """The layers that the template's view does not hide."""
    previewed = view.get("preview_layers")
    if not isinstance(previewed, dict):
        return None
    shown = [
        str(layer.index)
        for layer in opened.group.map.layers
        if previewed.get(str(layer.index)) is not False and previewed.get(str(layer.id)) is not False
    ]
    return ",".join(shown) or None


def _read_place(request: Request, view: dict[str, Any]) -> Place | list[float] | None:
    """By the query string, then by the view: a place before a box."""
    query = request.query_params
    zoom, lon, lat = (to_number(query.get(name)) for name in ("zoom", "lon", "lat"))
    if all(map(math.isfinite, (zoom, lon, lat))):
        return zoom, (lon, lat)
    corners = [to_number(corner) for corner in query.get("bbox", "").split(",")]
    if len(corners) == 4 and all(map(math.isfinite, corners)):
        return corners
    center = view.get("center")
    if is_finite(view.get("zoom")) and isinstance(center, dict):
        place = (float(center.get("lng") or 0), float(center.get("lat") or 0))
        return (zoom if math.isfinite(zoom) else float(view["zoom"])), place
    bounds = view.get("bounds")
    if isinstance(bounds, dict) and all(is_finite(bounds.get(name)) for name in _CORNERS):
        return [float(bounds[name]) for name in _CORNERS]
    return None


async def _find_extent(opened: OpenedMap) -> Place | list[float]:
    """Return the approximate extent of the tables' rows; the world if it is unknown."""
    everywhere: Place = (1, (0.0, 0.0))
    boxes = []
    for table in opened.group.tables if opened.account.has_postgis else ():
        schema, _, name = table.partition(".")
        text = f"ST_EstimatedExtent('{schema}', '{name}', 'the_geom_webmercator')"
        boxes.append(f"SELECT {text}::geometry AS box")
    if not boxes:
        return everywhere
    query = (
        f"SELECT ST_Transform(ST_SetSRID(ST_Extent(box), 3857), 4326) AS geom FROM ({' UNION ALL '.join(boxes)}) AS b"
    )
    sides = "ST_XMin(geom) AS w, ST_YMin(geom) AS s, ST_XMax(geom) AS e, ST_YMax(geom) AS n"
    try:
        row = (await ask(opened.account, opened.account.master, f"SELECT {sides} FROM ({query}) AS found"))[0]
    except MapsApiError:
        return everywhere
    found = [row[side] for side in "wsen"]
    return everywhere if None in found else [float(side) for side in found]


async def _answer(
    opened: OpenedMap,
    layers: list[Layer],
    format_: str,
    where: Place | list[float],
    template: str | None = None,
) -> Response:
    size = _read_size(opened.request)
    if isinstance(where, list):
        if not all(map(math.isfinite, where)):
            raise MapsApiError("No coords object", 400)
        zoom, center = fit_box(where, size)
    else:
        zoom, center = int(where[0]), where[1]
        if not all(map(math.isfinite, center)):
            raise MapsApiError("No coords object", 400)
    if max(size) > _MOST_PIXELS:
        raise MapsApiError("Desired image is too large.", 400)
    painter = Painter(opened.account, opened.key, opened.group.map)
    image = await painter.draw_place(layers, zoom, center, size)
    data = encode(image, format_)
    set_cache_headers(opened.request, opened.account, opened.group, template)
    return Response(data, 200, get_maps_headers(opened.request), media_type=f"image/{format_}")


def _read_size(request: Request) -> tuple[int, int]:
    texts = (request.path_params["width"], request.path_params["image"].partition(".")[0])
    numbers = [to_number(text) for text in texts]
    if not all(is_true(number) and math.isfinite(number) and number >= 1 for number in numbers):
        raise MapsApiError("Invalid width or height: they should be numbers of pixels", 400)
    return int(numbers[0]), int(numbers[1])


routes: list[Route] = [
    Route("/map/static/center/{token}/{z}/{lat}/{lng}/{width}/{image}", draw_center, methods=["GET"]),
    Route("/map/static/bbox/{token}/{bbox}/{width}/{image}", draw_bbox, methods=["GET"]),
    Route("/map/static/named/{template_id}/{width}/{image}", draw_named, methods=["GET"]),
]
