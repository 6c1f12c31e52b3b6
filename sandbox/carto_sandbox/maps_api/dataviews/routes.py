"""``/map/{token}/dataview/{name}`` and its search, also by the older name of a layer's widget."""

import math
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.dataviews import formulas, histograms
from carto_sandbox.maps_api.dataviews.aggregations import compute_aggregation, read_options, search_aggregation
from carto_sandbox.maps_api.dataviews.areas import cut_to_area
from carto_sandbox.maps_api.dataviews.formulas import compute_formula
from carto_sandbox.maps_api.dataviews.histograms import compute_histogram
from carto_sandbox.maps_api.dataviews.views import View, read_numbers
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps
from carto_sandbox.maps_api.javascript import show, to_number
from carto_sandbox.maps_api.layergroups import OpenedMap, open_layergroup, set_cache_headers

_KINDS = ("formula", "aggregation", "histogram")


async def read_dataview(request: Request) -> Response:
    opened = await open_layergroup(request)
    dataview = _find_dataview(opened)
    params = request.query_params
    own, none = to_number(params.get("own_filter")), to_number(params.get("no_filters"))
    if math.isfinite(own) and math.isfinite(none):
        text = "Both own_filter and no_filters cannot be sent in the same request"
        raise MapsApiError(text, 400, "dataview")
    name = "own_filter_off"
    if math.isfinite(none) and none:
        name = "no_filters"
    elif own == 1:
        name = "own_filter_on"
    view = _open_view(opened, dataview, name, "the_geom_webmercator", 3857)
    if view.type == "formula":
        formulas.read_operation(view)
        compute = compute_formula
    elif view.type == "aggregation":
        read_options(view)
        compute = compute_aggregation
    else:
        histograms.read_column(view)
        compute = compute_histogram
    body = await compute(_with_numbers(view))
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, body)


def _with_numbers(view: View) -> View:
    numbers = read_numbers(view.params)
    return View(**{**view.__dict__, "numbers": numbers})


async def search_dataview(request: Request) -> Response:
    opened = await open_layergroup(request)
    dataview = _find_dataview(opened)
    own = to_number(request.query_params.get("own_filter"))
    name = "own_filter_on" if math.isfinite(own) and own else "own_filter_off"
    view = _open_view(opened, dataview, name, "the_geom", 4326)
    body: dict[str, Any]
    if view.type == "aggregation":
        body = await search_aggregation(view, request.query_params.get("q"))
    elif view.type == "formula":
        body = formulas.present_nothing(view)
    else:
        raise MapsApiError("dataview.search is not a function", 400)
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, body)


def _find_dataview(opened: OpenedMap) -> dict[str, Any]:
    name = opened.request.path_params["name"]
    dataview = opened.group.map.dataviews.get(name)
    if dataview is None:
        raise MapsApiError(f"Dataview '{name}' does not exist", 400, "dataview")
    return dataview


def _open_view(opened: OpenedMap, dataview: dict[str, Any], name: str, column: str, srid: int) -> View:
    params, queries = opened.request.query_params, dataview["sql"]
    query = cut_to_area(opened.account, queries[name], params, column, srid)
    kind = show(dataview["type"])
    if kind not in _KINDS:
        raise MapsApiError(f'Invalid dataview type: "{kind}"', 400)
    options = dataview.get("options")
    given = options if isinstance(options, dict) else {}
    return View(opened.account, opened.key, kind, given, params, query, queries["no_filters"])


routes: list[Route] = [
    Route("/map/{token}/dataview/{name}", read_dataview, methods=["GET"]),
    Route("/map/{token}/dataview/{name}/search", search_dataview, methods=["GET"]),
    Route("/map/{token}/{layer}/widget/{name}", read_dataview, methods=["GET"]),
    Route("/map/{token}/{layer}/widget/{name}/search", search_dataview, methods=["GET"]),
]
