"""``/api/v1|v2/maps/{id}``: how a map is looked at."""

import math
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.sharing import WRITE, find_access
from carto_sandbox.central_api.central import check_version, is_uuid, open_call, read_integer
from carto_sandbox.http.errors import CentralApiError

_MIN_ZOOM, _MAX_ZOOM, _WORLD = 1, 18, 360
_OPTIONS = {"dashboard_menu": True, "layer_selector": False, "legends": True, "scrollwheel": True}
_DEFAULTS: dict[str, Any] = {
    "bounding_box_ne": "[85.0511, 179]",
    "bounding_box_sw": "[-85.0511, -179]",
    "center": "[30, 0]",
    "options": _OPTIONS,
    "provider": "leaflet",
    "view_bounds_ne": "[85.0511, 179]",
    "view_bounds_sw": "[-85.0511, -179]",
    "zoom": 3,
}
_FLAGS = ("legends", "scrollwheel")
_SCHEMA = "schema 93e1f033-cca6-58b3-9e01-a8bb84779be2#"
# In the order in which CARTO complains of them.
_NEEDED = ("dashboard_menu", "legends", "scrollwheel", "layer_selector")


async def present_settings(item: Visualization) -> dict[str, Any]:
    """Before anybody changes them they are made of the extent of its tables."""
    settings = _DEFAULTS | await _fit(item) | item.map_settings
    body = settings | {name: settings["options"][name] for name in _FLAGS}
    return body | {"id": item.map_id, "user_id": item.owner.uuid}


async def _fit(item: Visualization) -> dict[str, Any]:
    """The extent is the planner's, which is wider by a two hundredth."""
    extents = [
        extent
        for table in ([item] if item.is_table else item.sources)
        if (extent := await get_catalog(table.owner).read_extent(table)) is not None
    ]
    if not extents:
        return {}
    west, south = (min(extent[n] for extent in extents) for n in (0, 1))
    east, north = (max(extent[n] for extent in extents) for n in (2, 3))
    size = max(east - west, north - south)
    zoom = round(math.log2(_WORLD / size)) if size else _DEFAULTS["zoom"]
    return {
        "view_bounds_ne": f"[{north:.9g}, {east:.9g}]",
        "view_bounds_sw": f"[{south:.9g}, {west:.9g}]",
        "center": f"[{(north + south) / 2:.9g},{(east + west) / 2:.9g}]",
        "zoom": min(max(zoom, _MIN_ZOOM), _MAX_ZOOM),
    }


def find_map(request: Request, account: Account) -> Visualization | None:
    """Return a map that the account can see, of any owner."""
    accounts: Accounts = request.app.state.accounts
    map_id = request.path_params["map_id"]
    items = (item for other in accounts for item in get_catalog(other).known)
    found = next((item for item in items if item.has_map and item.map_id == map_id), None)
    return found if found is not None and (found.is_open or find_access(found, account)) else None


async def _find(request: Request) -> tuple[dict[str, Any], Visualization]:
    """Return a map that the account can change, with the parameters."""
    version = request.path_params["version"]
    check_version(request, "v1", "v2")
    call = await open_call(request, version, with_body=True)
    if not is_uuid(request.path_params["map_id"]):
        raise HTTPException(404)
    await get_catalog(call.account).list_all()
    item = find_map(request, call.account)
    if item is None or find_access(item, call.account) != WRITE:
        raise CentralApiError(404, {"errors": "Map not found", "errors_cause": None})
    return call.params, item


async def read_map(request: Request) -> Response:
    _, item = await _find(request)
    return JSONResponse(await present_settings(item))


async def update_map(request: Request) -> Response:
    """Nulls and empty texts change nothing; texts are believed; 422 for options that are not whole."""
    params, item = await _find(request)
    changes = {name: params[name] for name in (*_DEFAULTS, *_FLAGS) if params.get(name) not in (None, "")}
    if "options" in changes and (errors := _check_options(changes["options"])):
        raise CentralApiError(422, {"errors": ", ".join(errors), "errors_cause": None})
    options = dict(item.map_settings.get("options", _OPTIONS)) | changes.get("options", {})
    for name in _FLAGS:
        if name in changes:
            options[name] = bool(changes.pop(name))
    if "zoom" in changes:
        changes["zoom"] = read_integer(changes["zoom"])
    item.map_settings |= {name: value if name in ("options", "zoom") else str(value) for name, value in changes.items()}
    item.map_settings["options"] = options
    return JSONResponse(await present_settings(item))


def _check_options(options: object) -> list[str]:
    if not isinstance(options, dict):
        return [f"Options The property '#/' did not match the following type: object in {_SCHEMA}"]
    missing = [name for name in _NEEDED if name not in options]
    errors = [f"The property '#/' did not contain a required property of '{name}' in {_SCHEMA}" for name in missing]
    if unknown := [name for name in options if name not in _OPTIONS]:
        names = ", ".join(f'"{name}"' for name in unknown)
        errors.append(
            f"The property '#/' contains additional properties [{names}] outside of the schema when none are allowed"
            f" in {_SCHEMA}"
        )
    return [f"Options {errors[0]}", *errors[1:]] if errors else []


routes: list[Route] = [
    Route("/maps/{map_id}", read_map, methods=["GET"]),
    Route("/maps/{map_id}", update_map, methods=["PUT"]),
]
