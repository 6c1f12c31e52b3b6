"""``/api/v1/maps/{id}``: how a map is looked at. Its layers are not to be had here."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.http.errors import CentralApiError

_MAX_ZOOM = 30
_DEFAULTS: dict[str, Any] = {
    "bounding_box_ne": "[85.0511, 179]",
    "bounding_box_sw": "[-85.0511, -179]",
    "center": "[30, 0]",
    "options": {"dashboard_menu": True, "layer_selector": False},
    "provider": "leaflet",
    "view_bounds_ne": "[85.0511, 179]",
    "view_bounds_sw": "[-85.0511, -179]",
    "zoom": 3,
    "legends": True,
    "scrollwheel": True,
}


async def _find(request: Request) -> tuple[Call, Visualization]:
    version = request.path_params["version"]
    if version not in ("v1", "v2"):
        raise CentralApiError(404)
    call = await open_call(request, version, with_body=True)
    items = await get_catalog(call.account).list_all()
    item = next((i for i in items if i.has_map and i.map_id == request.path_params["map_id"]), None)
    if item is None:
        raise CentralApiError(404, {"errors": "Map not found", "errors_cause": None})
    return call, item


def _present(call: Call, item: Visualization) -> dict[str, Any]:
    return _DEFAULTS | item.map_settings | {"id": item.map_id, "user_id": call.account.uuid}


async def read_map(request: Request) -> Response:
    return JSONResponse(_present(*await _find(request)))


async def update_map(request: Request) -> Response:
    """Nulls and empty texts change nothing; 422 for a value of another kind."""
    call, item = await _find(request)
    changes = {name: call.params[name] for name in _DEFAULTS if call.params.get(name) not in (None, "")}
    wrong = [name for name, value in changes.items() if type(value) is not type(_DEFAULTS[name])]
    if "zoom" in changes and "zoom" not in wrong and not 0 <= changes["zoom"] <= _MAX_ZOOM:
        wrong.append("zoom")
    if wrong:
        raise CentralApiError(422, {"errors": f"Validation failed: {', '.join(wrong)}", "errors_cause": None})
    item.map_settings |= changes
    return JSONResponse(_present(call, item))


routes: list[Route] = [
    Route("/maps/{map_id}", read_map, methods=["GET"]),
    Route("/maps/{map_id}", update_map, methods=["PUT"]),
]
