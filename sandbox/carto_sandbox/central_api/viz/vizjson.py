"""``/api/v2|v3/viz/{id}/viz``: a map for CARTO's JavaScript libraries, in both of their formats."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import PASSWORD, PRIVATE, Visualization, get_catalog
from carto_sandbox.accounts.layers import CARTO, Layer
from carto_sandbox.accounts.sharing import list_auth_tokens
from carto_sandbox.central_api.central import check_version, format_rails, open_call
from carto_sandbox.central_api.maps.settings import present_settings
from carto_sandbox.central_api.viz.access import find_viewable
from carto_sandbox.http.errors import UnforeseenError

_ZOOM = (
    '<a href="#zoom_in" class="zoom_in">+</a> <a href="#zoom_out" class="zoom_out">-</a>',
    '<div class="loader" original-title=""></div>',
)
_OVERLAYS: tuple[tuple[str, int, int, int, str], ...] = (
    ("share", 2, 20, 20, ""),
    ("search", 3, 60, 20, ""),
    ("zoom", 6, 20, 20, _ZOOM[0]),
    ("loader", 8, 20, 150, _ZOOM[1]),
    ("logo", 9, 10, 40, ""),
)


def name_template(item: Visualization) -> str:
    """The named map that shows it."""
    return f"tpl_{item.id.replace('-', '_')}"


async def read_vizjson(request: Request) -> Response:
    version = request.path_params["version"]
    check_version(request, "v2", "v3")
    call = await open_call(request, version, needs="nothing")
    item = await find_viewable(call, request)
    if not item.has_map:
        raise UnforeseenError
    settings = await present_settings(item)
    layers = await get_catalog(item.owner).list_layers(item)
    body = _describe_v2(item, settings, layers) if version == "v2" else _describe_v3(item, settings, layers)
    headers = {}
    if item.is_open:
        tables = [f"{table.owner.schema}.{table.name}" for table in list_tables(item)]
        headers = {
            "Cache-Control": "no-cache,max-age=86400,must-revalidate, public",
            "X-Cache-Channel": f"{item.owner.database}:{','.join([*tables, item.id])}:vizjson",
            "Surrogate-Key": f"rj rv:{item.id[:6]}",
        }
    return JSONResponse(body, headers=headers)


def list_tables(item: Visualization) -> list[Visualization]:
    return [item] if item.is_table else item.sources


def _needs_named_map(item: Visualization) -> bool:
    return item.privacy == PASSWORD or any(table.privacy == PRIVATE for table in list_tables(item))


def _describe_common(item: Visualization, settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.name,
        "description": item.get("description"),
        "map_provider": settings["provider"],
        "bounds": [json.loads(settings[f"view_bounds_{corner}"]) for corner in ("sw", "ne")],
        "center": settings["center"],
        "zoom": settings["zoom"],
        "updated_at": format_rails(item.updated_at),
    }


def _describe_v2(item: Visualization, settings: dict[str, Any], layers: list[Layer]) -> dict[str, Any]:
    base = [_describe_base(layer) for layer in layers if layer.kind != CARTO]
    data = [layer for layer in layers if layer.kind == CARTO]
    group = _describe_named(item, data) if _needs_named_map(item) else _describe_group(item, data)
    overlays = [
        {"type": kind, "order": order, "options": {"display": True, "x": x, "y": y}, "template": template}
        for kind, order, x, y, template in _OVERLAYS
    ]
    body = _describe_common(item, settings) | {
        "version": "0.1.0",
        "scrollwheel": settings["scrollwheel"],
        "legends": settings["legends"],
        "url": None,
        "layers": [*base[:1], *([group] if data else []), *base[1:]],
        "overlays": [] if item.is_table else overlays,
        "prev": None,
        "next": None,
        "transition_options": item.get("transition_options", {}),
    }
    return body | ({"auth_tokens": list_auth_tokens(item, None)} if item.privacy == PASSWORD else {})


def _describe_base(layer: Layer) -> dict[str, Any]:
    body = layer.to_json()
    return {"type": body.pop("kind")} | body


def _describe_server(item: Visualization) -> dict[str, Any]:
    template = item.owner.base_url.replace(f"/user/{item.owner.username}", "/user/{user}")
    protocol, _, rest = item.owner.base_url.partition("://")
    domain, _, port = rest.partition("/")[0].partition(":")
    return {
        "user_name": item.owner.username,
        "maps_api_template": template,
        "sql_api_template": template,
        "tiler_protocol": protocol,
        "tiler_domain": domain,
        "tiler_port": port or None,
        "filter": "mapnik",
        "attribution": ", ".join(str(table.get("attributions") or "") for table in list_tables(item)),
    }


def _describe_named(item: Visualization, layers: list[Layer]) -> dict[str, Any]:
    shown = [
        {
            "id": layer.id,
            "layer_name": layer.options.get("table_name"),
            "interactivity": layer.options.get("interactivity"),
            "visible": layer.options.get("visible"),
        }
        for layer in layers
    ]
    named = {
        "name": name_template(item),
        "stat_tag": item.id,
        "params": {f"layer{n}": 1 for n in range(len(layers))},
        "layers": shown,
    }
    return {
        "type": "namedmap",
        "order": 1,
        "options": {"type": "namedmap"} | _describe_server(item) | {"named_map": named},
    }


def _describe_group(item: Visualization, layers: list[Layer]) -> dict[str, Any]:
    shown = [
        {
            "id": layer.id,
            "type": "CartoDB",
            "infowindow": layer.infowindow,
            "tooltip": layer.tooltip,
            "legend": layer.options.get("legend"),
            "order": layer.order,
            "visible": layer.options.get("visible"),
            "options": {
                "sql": _write_query(layer),
                "layer_name": layer.options.get("table_name"),
                "cartocss": layer.options.get("tile_style") or "#dummy{}",
                "cartocss_version": layer.options.get("style_version"),
                "interactivity": layer.options.get("interactivity"),
            },
        }
        for layer in layers
    ]
    definition = {"stat_tag": item.id, "version": "1.0.1", "layers": shown}
    return {"type": "layergroup", "options": _describe_server(item) | {"layer_definition": definition}}


def _write_query(layer: Layer) -> str:
    return layer.options.get("query") or f"select * from {layer.options.get('table_name')}"


def _describe_v3(item: Visualization, settings: dict[str, Any], layers: list[Layer]) -> dict[str, Any]:
    named, owner = _needs_named_map(item), item.owner
    server = _describe_server(item)
    datasource = {"user_name": owner.username, "maps_api_template": server["maps_api_template"], "stat_tag": item.id}
    overlays = [
        {"type": kind, "order": order, "options": {"display": True, "x": x, "y": y}, "template": template}
        for kind, order, x, y, template in _OVERLAYS
    ]
    user = {
        "fullname": owner.profile.name or owner.username,
        "avatar_url": owner.profile.avatar_url,
        "profile_url": owner.base_url,
    }
    return _describe_common(item, settings) | {
        "version": "3.0.0",
        "options": settings["options"],
        "user": user,
        "datasource": datasource | ({"template_name": name_template(item)} if named else {}),
        "layers": [_describe_layer_v3(layer, server["attribution"], named=named) for layer in layers],
        "overlays": [] if item.is_table else overlays,
        "widgets": [],
        "analyses": [],
    }


def _describe_layer_v3(layer: Layer, attribution: str, *, named: bool) -> dict[str, Any]:
    if layer.kind != CARTO:
        return {"id": layer.id, "type": layer.kind, "options": layer.options}
    options = {
        "layer_name": layer.options.get("table_name"),
        "attribution": attribution,
        "cartocss": layer.options.get("tile_style") or "#dummy{}",
    }
    body = {"id": layer.id, "type": "CartoDB", "visible": layer.options.get("visible"), "options": options}
    if named:
        return body | {"legends": []}
    options |= {"sql": _write_query(layer), "cartocss_version": layer.options.get("style_version")}
    options["interactivity"] = layer.options.get("interactivity")
    return body | {"infowindow": layer.infowindow, "tooltip": layer.tooltip, "legend": None, "legends": []}


routes: list[Route] = [Route("/viz/{viz_id}/viz", read_vizjson, methods=["GET"])]
