"""``POST /api/v1/viz``: maps of datasets, copies of maps, and maps of nothing yet."""

import itertools
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import (
    APP,
    DERIVED,
    KUVIZ,
    LINK,
    PASSWORD,
    PRIVACIES,
    PRIVATE,
    PUBLIC,
    TABLE,
    Visualization,
    get_catalog,
)
from carto_sandbox.accounts.sharing import find_access
from carto_sandbox.central_api.central import Call, is_json_object, open_call
from carto_sandbox.central_api.tables.tables import look_for_table
from carto_sandbox.central_api.viz.access import look_for
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
from carto_sandbox.central_api.viz.viz import read_changes
from carto_sandbox.http.errors import CentralApiError

_TYPES = (TABLE, DERIVED, "slide", "remote", KUVIZ, APP)
_UNTITLED = "Untitled map"


async def create_visualization(request: Request) -> Response:
    await request.body()  # kept, to be looked at twice
    call = await open_call(request, "v1", with_body=True)
    if call.account.profile.viewer:
        raise CentralApiError(403, media_type="text/html")
    if not await is_json_object(request):
        raise CentralApiError(400, {"errors": None})
    item = await _make(call, request)
    catalog = get_catalog(call.account)
    if item.type == DERIVED:
        taken = (other.name for other in await catalog.list_all() if not other.is_table)
        item.name = make_unique_name(item.name, taken)
    catalog.add(item)
    presenter = VizPresenter(call.account, VizView(related_tables=True), await catalog.list_all())
    return JSONResponse(await presenter.present(item))


def make_unique_name(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first free number behind a blank."""
    names = set(taken)
    candidates = itertools.chain([name], (f"{name} {number}" for number in itertools.count(1)))
    return next(candidate for candidate in candidates if candidate not in names)


async def _make(call: Call, request: Request) -> Visualization:
    body = call.params
    name = body.get("name")
    if name is not None and not isinstance(name, str):
        raise CentralApiError(400, {"errors": None})
    item = Visualization(call.account, (name or "").strip() or _UNTITLED, DERIVED, LINK)
    try:
        item.attributes = read_changes(body)
    except ValueError:
        raise CentralApiError(400, {"errors": None}) from None
    if source_id := body.get("source_visualization_id"):
        await _take_source(call, request, item, str(source_id))
    elif body.get("tables") is not None:
        await _take_tables(call, request, item, body["tables"])
    else:
        _take_fields(body, item)
    if item.type == DERIVED and not call.account.profile.private_maps:
        item.privacy = PUBLIC
    return item


def _take_fields(body: dict[str, Any], item: Visualization) -> None:
    """A map without layers, or anything else that is called a visualization: the type is believed."""
    errors = []
    item.type = str(body.get("type") or "")
    item.map_id = str(body["map_id"]) if body.get("map_id") else None
    if not item.type:
        errors.append("Type can't be blank")
    if item.type not in _TYPES:
        errors.append("Type is not included in the list")
    if body.get("privacy") is not None:
        item.privacy = str(body["privacy"]).upper()
        if item.privacy not in PRIVACIES:
            errors.append("Privacy is not included in the list")
        if item.privacy == PASSWORD and not item.get("password"):
            errors.append("Password required for protected visualization")
    if errors:
        raise CentralApiError(400, {"errors": errors})


async def _take_source(call: Call, request: Request, item: Visualization, source_id: str) -> None:
    """A map is copied with all it has; a dataset becomes the one layer of the map."""
    source = await look_for(call.account, request, source_id)
    readable = source is not None and source.id == source_id and find_access(source, call.account)
    if source is None or not readable or source.get("kind") == "raster":
        raise CentralApiError(403)
    if source.is_table:
        item.sources, item.privacy = [source], source.privacy
        return
    item.sources, item.privacy = [*source.sources], source.privacy
    item.layers = [layer.copy() for layer in await get_catalog(source.owner).list_layers(source)]
    item.map_settings = dict(source.map_settings)
    item.attributes = dict(source.attributes)


async def _take_tables(call: Call, request: Request, item: Visualization, names: object) -> None:
    """A caller who cannot read one of them still gets a map, without its data."""
    for name in names if isinstance(names, list) else []:
        source = await look_for_table(call.account, request, str(name))
        if source is None:
            break
        item.sources.append(source)
    else:
        if item.sources:
            privacies = {source.privacy for source in item.sources}
            item.privacy = next((privacy for privacy in (PRIVATE, LINK) if privacy in privacies), PUBLIC)
            return
    raise CentralApiError(400, {"errors": None})  # no object was made, so it has no errors either


routes: list[Route] = [Route("/viz", create_visualization, methods=["POST"])]
