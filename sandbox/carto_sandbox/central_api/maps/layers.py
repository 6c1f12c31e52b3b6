"""``/api/v1/maps/{id}/layers`` and ``/api/v1/users/{id}/layers``: what maps are made of, and a user's own basemaps."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PRIVATE, Visualization, get_catalog
from carto_sandbox.accounts.layers import CARTO, KINDS, TILED, Layer
from carto_sandbox.accounts.sharing import WRITE, find_access
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.maps.settings import find_map
from carto_sandbox.central_api.profile_json import MAX_LAYERS, get_user_layers
from carto_sandbox.central_api.tables.tables import look_for_table
from carto_sandbox.http.errors import CentralApiError, UnforeseenError

_FIELDS = ("options", "kind", "infowindow", "tooltip", "order")
_DATA = (CARTO, "torque")
# A layer that no longer names its table would not show any table.
_FIXED_OPTIONS = ("table_name", "user_name")


def _make_error(status: int, text: object) -> CentralApiError:
    return CentralApiError(status, {"errors": text, "errors_cause": None})


async def _open(request: Request, *, writes: bool = False) -> tuple[Call, list[Layer], Visualization | None]:
    """The layers of the map, or of the user, that the path names."""
    call = await open_call(request, "v1", with_body=True)
    if "user_id" in request.path_params:
        if request.path_params["user_id"] != call.account.uuid:
            raise _make_error(403, "You don't have permission to access that resource")
        return call, get_user_layers(call.account).items, None
    await get_catalog(call.account).list_all()
    item = find_map(request, call.account)
    if item is None:
        raise _make_error(404, "Map not found")
    if writes and find_access(item, call.account) != WRITE:
        raise _make_error(403, "You don't have permission to access that resource")
    return call, await get_catalog(item.owner).list_layers(item), item


def _find(layers: list[Layer], layer_id: object) -> Layer:
    layer = next((layer for layer in layers if layer.id == layer_id), None)
    if layer is None:
        raise _make_error(404, "Layer not found")
    return layer


async def list_layers(request: Request) -> Response:
    call, layers, _ = await _open(request)
    shown = [_present(layer, call.account) for layer in layers]
    return JSONResponse({"layers": shown, "total_entries": len(shown)})


def _present(layer: Layer, viewer: Account) -> dict[str, Any]:
    """Others than its owner see the schema of its table too."""
    body, options = layer.to_json(), layer.options
    user, table = options.get("user_name"), options.get("table_name")
    if user and table and user != viewer.username and "." not in table:
        body["options"] = options | {"table_name": f"{user}.{table}"}
    return body


async def read_layer(request: Request) -> Response:
    call, layers, _ = await _open(request)
    return JSONResponse(_present(_find(layers, request.path_params["layer_id"]), call.account))


async def create_layer(request: Request) -> Response:
    call, layers, item = await _open(request, writes=True)
    layer = Layer(str(call.params.get("kind") or ""))
    if item is None and layer.kind not in KINDS:
        raise _make_error(422, ["Kind is not included in the list"])
    orders = [other.order for other in layers]
    layer.order = max(orders) + 1 if orders else 0
    _apply(layer, call.params)
    if item is not None:
        await _check_for_map(call, request, item, layers, layer)
    layers.append(layer)
    layers.sort(key=lambda other: other.order)
    return JSONResponse(_present(layer, call.account))


async def _check_for_map(call: Call, request: Request, item: Visualization, layers: list[Layer], layer: Layer) -> None:
    """Cases that CARTO does not foresee are 500 here."""
    is_data = layer.kind in _DATA
    if layer.kind not in KINDS or (is_data and not layer.options.get("table_name")):
        raise UnforeseenError
    data = [other for other in layers if other.kind in _DATA]
    if is_data and len(data) >= MAX_LAYERS:
        raise _make_error(422, "Cannot add more layers to this visualization")
    if is_data and item.is_table and any(other.kind == layer.kind for other in data):
        raise _make_error(422, "Cannot add more layers of this type")
    if not is_data and any(other.kind == TILED for other in layers) and layer.order < layers[-1].order:
        raise _make_error(422, "Cannot add more layers of this type")
    if not is_data:
        return
    user, name = layer.options.get("user_name"), str(layer.options["table_name"])
    table = await look_for_table(call.account, request, f"{user}.{name}" if user and "." not in name else name)
    if table is None:
        raise UnforeseenError
    if not find_access(table, call.account):
        raise _make_error(403, "You do not have permission in the layer you are trying to add")
    if table.privacy == PRIVATE and item.owner.profile.private_maps:
        await get_catalog(item.owner).set_privacy(item, PRIVATE)
    if not item.is_table and table not in item.sources:
        item.sources.append(table)


async def update_layer(request: Request) -> Response:
    call, layers, _ = await _open(request, writes=True)
    layer = _find(layers, request.path_params["layer_id"])
    _update(layer, call.params)
    return JSONResponse(_present(layer, call.account))


async def update_layers(request: Request) -> Response:
    """Several of a map at once; of one alone the answer is that one."""
    call, layers, _ = await _open(request, writes=True)
    given = call.params.get("layers")
    if not isinstance(given, list) or not all(isinstance(changes, dict) for changes in given):
        raise _make_error(404, "Layer not found")
    found = [_find(layers, changes.get("id")) for changes in given]
    for layer, changes in zip(found, given, strict=True):
        _update(layer, changes)
    shown = [_present(layer, call.account) for layer in found]
    return JSONResponse(shown[0] if len(shown) == 1 else {"layers": shown})


def _update(layer: Layer, changes: dict[str, Any]) -> None:
    """Without options CARTO fails."""
    if not isinstance(changes.get("options"), dict):
        raise UnforeseenError
    options = {name: value for name, value in changes["options"].items() if name not in _FIXED_OPTIONS}
    kept = {name: layer.options[name] for name in _FIXED_OPTIONS if name in layer.options}
    _apply(layer, changes | {"options": options | kept})


def _apply(layer: Layer, changes: dict[str, Any]) -> None:
    for name in _FIELDS:
        if name not in changes:
            continue
        value = changes[name]
        if name == "order":
            layer.order = value if isinstance(value, int) else layer.order
        elif name == "kind":
            layer.kind = str(value or "")
        elif name == "options":
            layer.options = value if isinstance(value, dict) else {}
        else:
            setattr(layer, name, value if isinstance(value, dict) else None)


async def delete_layer(request: Request) -> Response:
    _, layers, _ = await _open(request, writes=True)
    layers.remove(_find(layers, request.path_params["layer_id"]))
    return Response(status_code=204)


routes: list[Route] = [
    *(
        Route(f"/{owner}/layers{rest}", endpoint, methods=[method])
        for owner in ("maps/{map_id}", "users/{user_id}")
        for rest, method, endpoint in (
            ("", "GET", list_layers),
            ("", "POST", create_layer),
            ("/{layer_id}", "GET", read_layer),
            ("/{layer_id}", "PUT", update_layer),
            ("/{layer_id}", "DELETE", delete_layer),
        )
    ),
    Route("/maps/{map_id}/layers", update_layers, methods=["PUT"]),
]
