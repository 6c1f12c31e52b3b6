"""Actions on one visualization other than reading and writing: likes, watchers, images."""

import hashlib

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import Visualization
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.viz.access import find_viewable, find_visualization, is_owner
from carto_sandbox.central_api.viz.vizjson import name_template
from carto_sandbox.http.errors import CentralApiError, UnforeseenError

_MIN_PIXELS, _MAX_PIXELS = 2, 8192


async def like(request: Request) -> Response:
    call, item = await _open_for_viewer(request)
    if call.account in item.liked_by:
        raise CentralApiError(400, {"text": "You've already favorited this visualization"})
    item.liked_by.add(call.account)
    return JSONResponse({"id": item.id, "liked": True})


async def unlike(request: Request) -> Response:
    call, item = await _open_for_viewer(request)
    item.liked_by.discard(call.account)
    return JSONResponse({"id": item.id, "liked": False})


async def _open_for_viewer(request: Request) -> tuple[Call, Visualization]:
    call = await open_call(request, "v1", needs="nothing", with_body=True)
    item = await find_viewable(call, request)
    if not is_owner(call):
        raise CentralApiError(403)
    return call, item


async def watch(request: Request) -> Response:
    """CARTO only foresees members of an organization here."""
    call = await open_call(request, "v1", needs="nothing", with_body=True)
    item, account = await find_viewable(call, request), call.account
    if account.organization is None:
        raise UnforeseenError
    if request.method == "PUT" and is_owner(call) and account.username not in item.watchers:
        item.watchers.append(account.username)
    return JSONResponse(item.watchers)


async def refuse_templates(request: Request) -> Response:
    """Something that CARTO's own people switch on."""
    call = await open_call(request, "v1")
    await find_visualization(call, request)
    raise CentralApiError(403, {"error": "Endpoint disabled for this user"})


async def read_google_static_image(request: Request) -> Response:
    """No basemap of the sandbox is Google's."""
    call = await open_call(request, "v1")
    await find_visualization(call, request)
    raise CentralApiError(400, {"errors": "Error generating static image URL"})


async def read_static_image(request: Request) -> Response:
    """Leads on to the Maps API, which draws it."""
    call = await open_call(request, "v2", needs="nothing")
    item = await find_viewable(call, request)
    width, height = (_read_pixels(request.path_params[name]) for name in ("width", "height"))
    base = item.owner.base_url
    target = f"{base}/api/v1/map/static/named/{name_template(item)}/{width}/{height}.png"
    page = f'<html><body>You are being <a href="{target}">redirected</a>.</body></html>'
    tables = [f"{table.owner.schema}.{table.name}" for table in ([item] if item.is_table else item.sources)]
    headers = {
        "Location": target,
        "Cache-Control": "max-age=86400,must-revalidate, public",
        "Surrogate-Key": f"rj rv:{hashlib.sha256(item.id.encode()).hexdigest()[:6]}",
        "X-Cache-Channel": f"{item.owner.database}:{','.join([*tables, item.id])}:vizjson",
    }
    return Response(page, 302, headers, media_type="text/html")


def _read_pixels(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    if not _MIN_PIXELS <= number <= _MAX_PIXELS:
        raise CentralApiError(400)
    return number


routes: list[Route] = [
    Route("/viz/{viz_id}/like", like, methods=["POST"]),
    Route("/viz/{viz_id}/like", unlike, methods=["DELETE"]),
    Route("/viz/{viz_id}/watching", watch, methods=["GET", "PUT"]),
    Route("/viz/{viz_id}/related_templates", refuse_templates, methods=["GET"]),
    Route("/viz/{viz_id}/google_maps_static_image", read_google_static_image, methods=["GET"]),
    Route("/viz/{viz_id}/static/{width}/{height}.png", read_static_image, methods=["GET"]),
]
