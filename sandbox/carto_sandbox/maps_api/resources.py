"""What else a layergroup has: attributes of features, clusters, analyses, static images."""

import re
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.calls import open_map_call
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.errors import (
    MapsApiError,
    UnroutedError,
    answer_maps,
    dump,
    refuse_rendering,
    set_maps_headers,
)
from carto_sandbox.maps_api.layergroup_json import format_js_date
from carto_sandbox.maps_api.layergroups import OpenedMap, format_http_date, open_layergroup, set_cache_headers
from carto_sandbox.maps_api.named_maps import open_instance, read_config
from carto_sandbox.maps_api.queries import as_table, ask, choose_key, quote_identifier, quote_literal, to_json
from carto_sandbox.maps_api.tiles import check_zoom, select_layers

_IMAGE_FORMATS = ("png", "jpg")
_MAX_IMAGE_PIXELS = 8192
_NO_IMAGES = "Ask a real CARTO account for the image, or take the rows from the SQL API."
_NO_CLUSTERS = "Group the features with GROUP BY in the SQL API."


def _find_layer(opened: OpenedMap) -> Layer:
    """A layer by its index; ids do not count here."""
    index = str(opened.request.path_params["layer"])
    layers = opened.group.map.layers
    if not re.fullmatch(r"\d{1,9}", index, re.A) or int(index) >= len(layers):
        raise MapsApiError(f"Map {opened.group.md5} has no layer number {index}", 400)
    return layers[int(index)]


async def read_attributes(request: Request) -> Response:
    opened = await open_layergroup(request)
    layer, feature = _find_layer(opened), request.path_params["feature_id"]
    attributes = layer.options.get("attributes")
    if not attributes or layer.sql is None:
        raise MapsApiError(f"Layer {layer.index} has no exposed attributes", 400)
    columns = ", ".join(quote_identifier(str(name)) for name in attributes["columns"])
    where = f"{quote_identifier(attributes['id'])} = {quote_literal(feature)}"
    key = choose_key(opened.account, opened.key, layer.as_owner)
    found = await ask(opened.account, key, f"SELECT {columns} FROM {as_table(layer.sql)} AS cdbq WHERE {where}")
    rows = [to_json(row) for row in found]
    if len({dump(row) for row in rows}) != 1:
        text = f"Multiple features ({len(rows)}) identified by '{attributes['id']}' = {feature} in layer {layer.index}"
        raise MapsApiError(text, 400 if rows else 404)
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, rows[0])


async def read_cluster(request: Request) -> Response:
    check_zoom(request.path_params["z"])
    opened = await open_layergroup(request)
    layer = _find_layer(opened)
    if not layer.options.get("aggregation"):
        text = f"Map {opened.group.md5} has no aggregation defined for layer {layer.index}"
        label = {"index": layer.index, "type": layer.type}
        raise MapsApiError(text, 400, "layer", subtype="aggregation", layer=label)
    raise refuse_rendering("clusters", _NO_CLUSTERS)


async def read_analysis(request: Request) -> Response:
    """The state of a node: plain sources are always ready."""
    opened = await open_layergroup(request)
    node = request.path_params["node_id"]
    now = datetime.now(UTC)
    set_maps_headers(request, {"Cache-Control": "public,max-age=5", "Last-Modified": format_http_date(now)})
    chains = opened.group.map.sources
    if not any(found.node_id == node for chain in chains for found in chain):
        return answer_maps(request, {"node_id": node, "status": "unknown"})
    return answer_maps(request, {"node_id": node, "status": "ready", "updated_at": format_js_date(now)})


async def read_catalog(request: Request) -> Response:
    """No analysis is ever computed, so none is listed."""
    call = await open_map_call(request)
    if not call.is_master:
        raise MapsApiError("Unauthorized", 401, "auth", subtype="api-key-not-found")
    return answer_maps(request, {"catalog": []})


async def draw_center(request: Request) -> Response:
    check_zoom(request.path_params["z"])
    opened = await open_layergroup(request)
    size = _check_image(request)
    select_layers(opened.group.map, request.query_params.get("layer", "all"))
    for name in ("lat", "lng"):
        _check_number(name, request.path_params[name])
    raise refuse_rendering(size, _NO_IMAGES)


async def draw_bbox(request: Request) -> Response:
    corners = request.path_params["bbox"].split(",")
    if len(corners) != 4:
        raise UnroutedError("", 404)
    opened = await open_layergroup(request)
    size = _check_image(request)
    select_layers(opened.group.map, request.query_params.get("layer", "all"))
    for name, value in zip(("west", "south", "east", "north"), corners, strict=True):
        _check_number(name, value)
    raise refuse_rendering(size, _NO_IMAGES)


async def draw_named(request: Request) -> Response:
    call = await open_map_call(request)
    size = _check_image(request)
    opened = await open_instance(call, read_config(request))
    select_layers(opened.group.map, request.query_params.get("layer", "all"))
    raise refuse_rendering(size, _NO_IMAGES)


def _check_image(request: Request) -> str:
    """What is asked for, in words."""
    height, dot, format_ = request.path_params["image"].partition(".")
    if not dot:
        raise UnroutedError("", 404)
    if format_ not in _IMAGE_FORMATS:
        raise MapsApiError(f'Unsupported image format "{format_}"', 400)
    width = request.path_params["width"]
    sizes = [_check_number(name, value) for name, value in (("width", width), ("height", height))]
    if any(size > _MAX_IMAGE_PIXELS for size in sizes):
        raise MapsApiError("Desired image is too large.", 400)
    return f"{format_} images"


def _check_number(name: str, value: str) -> float:
    if not re.fullmatch(r"[-+]?(\d{1,15}(\.\d*)?|\.\d+)", value, re.A):
        raise MapsApiError(f"Invalid {name} ({value}): it should be a number", 400)
    return float(value)


routes: list[Route] = [
    Route("/map/analyses/catalog", read_catalog, methods=["GET"]),
    Route("/map/static/center/{token}/{z}/{lat}/{lng}/{width}/{image}", draw_center, methods=["GET"]),
    Route("/map/static/bbox/{token}/{bbox}/{width}/{image}", draw_bbox, methods=["GET"]),
    Route("/map/static/named/{template_id}/{width}/{image}", draw_named, methods=["GET"]),
    Route("/map/{token}/{layer}/attributes/{feature_id}", read_attributes, methods=["GET"]),
    Route("/map/{token}/{layer}/{z}/cluster/{cluster_id}", read_cluster, methods=["GET"]),
    Route("/map/{token}/analysis/node/{node_id}", read_analysis, methods=["GET"]),
]
