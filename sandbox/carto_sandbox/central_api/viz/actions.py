"""What can be done with one visualization besides reading and writing it: likes, watchers, vizjson, pictures."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PASSWORD, PRIVATE, Visualization
from carto_sandbox.central_api.central import format_rails, open_call
from carto_sandbox.central_api.viz.access import find_viewable, find_visualization, is_owner
from carto_sandbox.http.errors import CentralApiError

_MIN_PIXELS, _MAX_PIXELS = 2, 8192
_BASEMAP = "https://{s}.basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png"


async def like(request: Request) -> Response:
    item = await _find_for_viewer(request)
    if item.is_liked:
        raise CentralApiError(400, {"text": "You've already favorited this visualization"})
    item.is_liked = True
    return JSONResponse({"id": item.id, "liked": True})


async def unlike(request: Request) -> Response:
    item = await _find_for_viewer(request)
    item.is_liked = False
    return JSONResponse({"id": item.id, "liked": False})


async def _find_for_viewer(request: Request) -> Visualization:
    call = await open_call(request, "v1", needs="nothing", with_body=True)
    item = await find_viewable(call, request)
    if not is_owner(call):
        raise CentralApiError(403)
    return item


async def watch(request: Request) -> Response:
    """Only members of an organization are counted."""
    call = await open_call(request, "v1", needs="nothing", with_body=True)
    item, account = await find_viewable(call, request), call.account
    known = account.organization is not None and is_owner(call)
    if request.method == "PUT" and known and account.username not in item.watchers:
        item.watchers.append(account.username)
    return JSONResponse(item.watchers)


async def list_related_templates(request: Request) -> Response:
    call = await open_call(request, "v1")
    await find_visualization(call, request)
    return JSONResponse({"items": []})  # there are no templates here


async def read_google_static_image(request: Request) -> Response:
    call = await open_call(request, "v1")
    await find_visualization(call, request)
    raise CentralApiError(400, {"errors": "The map does not use a basemap of Google Maps"})


async def read_static_image(request: Request) -> Response:
    """Leads on to the Maps API, which draws it."""
    call = await open_call(request, "v2", needs="nothing")
    item = await find_viewable(call, request)
    width, height = (_read_pixels(request.path_params[name]) for name in ("width", "height"))
    target = f"{call.account.base_url}/api/v1/map/static/named/{_name_template(item)}/{width}/{height}.png"
    page = f'<html><body>You are being <a href="{target}">redirected</a>.</body></html>'
    return HTMLResponse(page, 302, headers={"Location": target})


def _read_pixels(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    if not _MIN_PIXELS <= number <= _MAX_PIXELS:
        raise CentralApiError(400)
    return number


def _name_template(item: Visualization) -> str:
    return f"tpl_{item.id.replace('-', '_')}"


async def read_vizjson(request: Request) -> Response:
    version = request.path_params["version"]
    if version not in ("v2", "v3"):
        raise CentralApiError(404)
    call = await open_call(request, version, needs="nothing")
    item = await find_viewable(call, request)
    describe = _describe_v2 if version == "v2" else _describe_v3
    return JSONResponse(describe(call.account, item))


def _describe_v2(account: Account, item: Visualization) -> dict[str, Any]:
    return {
        "id": item.id,
        "version": "0.1.0",
        "title": item.name,
        "likes": 0,
        "description": item.get("description"),
        "scrollwheel": True,
        "legends": True,
        "map_provider": "leaflet",
        "bounds": None,
        "center": "[30, 0]",
        "zoom": 3,
        "updated_at": format_rails(item.updated_at),
        "layers": _list_layers(account, item),
        "overlays": [],
        "prev": None,
        "next": None,
        "transition_options": item.get("transition_options", {}),
    }


def _describe_v3(account: Account, item: Visualization) -> dict[str, Any]:
    return {
        "id": item.id,
        "version": "3.0.0",
        "title": item.name,
        "description": item.get("description"),
        "bounds": None,
        "center": "[30, 0]",
        "zoom": 3,
        "map_provider": "leaflet",
        "options": {"dashboard_menu": True, "layer_selector": False, "legends": True, "scrollwheel": True},
        "user": {"fullname": account.profile.name or account.username, "avatar_url": None},
        "datasource": {
            "user_name": account.username,
            "maps_api_template": account.base_url,
            "stat_tag": item.id,
            **({"template_name": _name_template(item)} if item.privacy in (PRIVATE, PASSWORD) else {}),
        },
        "vector": False,
        "layers": _list_layers(account, item),
        "overlays": [],
        "widgets": [],
        "analyses": [],
        "updated_at": format_rails(item.updated_at),
    }


def _list_layers(account: Account, item: Visualization) -> list[dict[str, Any]]:
    """A basemap, and a layer for each table."""
    tiled = {"type": "tiled", "order": 0, "options": {"urlTemplate": _BASEMAP, "subdomains": "abcd"}}
    return [tiled, *(_describe_layer(account, table, n) for n, table in enumerate(_list_tables(item), start=1))]


def _list_tables(item: Visualization) -> list[Visualization]:
    return [item] if item.is_table else item.sources


def _describe_layer(account: Account, table: Visualization, order: int) -> dict[str, Any]:
    options = {
        "sql": f'SELECT * FROM "{table.name}"',
        "cartocss": "#layer {}",
        "cartocss_version": "2.1.1",
        "user_name": account.username,
        "layer_name": table.name,
    }
    return {"id": table.active_layer_id, "type": "CartoDB", "order": order, "visible": True, "options": options}


routes: list[Route] = [
    Route("/viz/{viz_id}/like", like, methods=["POST"]),
    Route("/viz/{viz_id}/like", unlike, methods=["DELETE"]),
    Route("/viz/{viz_id}/watching", watch, methods=["GET", "PUT"]),
    Route("/viz/{viz_id}/related_templates", list_related_templates, methods=["GET"]),
    Route("/viz/{viz_id}/google_maps_static_image", read_google_static_image, methods=["GET"]),
    Route("/viz/{viz_id}/viz", read_vizjson, methods=["GET"]),
    Route("/viz/{viz_id}/static/{width}/{height}.png", read_static_image, methods=["GET"]),
]
