"""Other resources of a layergroup: attributes of features, clusters, and the states of analyses."""

import re
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.calls import open_map_call
from carto_sandbox.maps_api.clusters import read_cluster
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps, dump, set_maps_headers
from carto_sandbox.maps_api.javascript import is_true, show
from carto_sandbox.maps_api.layergroup_json import format_js_date
from carto_sandbox.maps_api.layergroups import format_http_date, open_layergroup, set_cache_headers
from carto_sandbox.maps_api.queries import as_table, ask, choose_key, quote_identifier, to_json


async def read_attributes(request: Request) -> Response:
    """A layer is given by its index, never by its id. The id of a feature is inserted into SQL as it is."""
    opened = await open_layergroup(request)
    index, feature = str(request.path_params["layer"]), request.path_params["feature_id"]
    layers = opened.group.map.layers
    if not re.fullmatch(r"0|[1-9]\d{0,8}", index, re.A) or int(index) >= len(layers):
        raise MapsApiError(f"Map {opened.group.md5} has no layer number {index}")
    layer = layers[int(index)]
    attributes: Any = layer.options.get("attributes")
    if not is_true(attributes):
        raise MapsApiError(f"Layer {index} has no exposed attributes")
    if ";" in feature:
        raise MapsApiError('syntax error at or near ";"')
    columns = ", ".join(quote_identifier(show(name)) for name in attributes["columns"])
    where = f"{quote_identifier(show(attributes['id']))} = {feature}"
    key = choose_key(opened.account, opened.key, layer.as_owner)
    found = await ask(opened.account, key, f"SELECT {columns} FROM {as_table(str(layer.sql))} AS cdbq WHERE {where}")
    rows = [to_json(row) for row in found]
    if len({dump(row) for row in rows}) != 1:
        text = f"Multiple features ({len(rows)}) identified by '{attributes['id']}' = {feature} in layer {index}"
        raise MapsApiError(text, None if rows else 404)
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, rows[0])


async def read_analysis(request: Request) -> Response:
    """The state of a node: plain sources are always ready."""
    opened = await open_layergroup(request)
    node = request.path_params["node_id"]
    now = datetime.now(UTC)
    set_maps_headers(request, {"Cache-Control": "public,max-age=5", "Last-Modified": format_http_date(now)})
    if not any(found.node_id == node for found in opened.group.adapted.nodes):
        return answer_maps(request, {"node_id": node, "status": "unknown"})
    return answer_maps(request, {"node_id": node, "status": "ready", "updated_at": format_js_date(now)})


async def read_catalog(request: Request) -> Response:
    """No analysis is ever computed, so none is listed. Keys that may not read the catalog's table are refused."""
    call = await open_map_call(request)
    if not call.is_master:
        raise MapsApiError("Unauthorized", 401)
    set_maps_headers(request, {"Cache-Control": "public,max-age=290,must-revalidate"})
    return answer_maps(request, {"catalog": []})


routes: list[Route] = [
    Route("/map/analyses/catalog", read_catalog, methods=["GET"]),
    Route("/map/{token}/{layer}/attributes/{feature_id}", read_attributes, methods=["GET"]),
    Route("/map/{token}/{layer}/{z}/cluster/{cluster_id}", read_cluster, methods=["GET"]),
    Route("/map/{token}/analysis/node/{node_id}", read_analysis, methods=["GET"]),
]
