"""``POST /api/v1/viz``: maps of datasets, copies of maps, and maps of nothing yet."""

import itertools
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import (
    DERIVED,
    LINK,
    PASSWORD,
    PRIVACIES,
    PRIVATE,
    PUBLIC,
    Visualization,
    get_catalog,
)
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
from carto_sandbox.central_api.viz.viz import read_changes
from carto_sandbox.http.errors import CentralApiError

_UNTITLED = "Untitled map"


async def create_visualization(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    if call.account.profile.viewer:
        raise CentralApiError(403)
    try:
        item = await _make(call)
    except ValueError as error:
        raise CentralApiError(400, {"errors": [str(error)]}) from None
    catalog = get_catalog(call.account)
    item.name = make_unique_name(item.name, (other.name for other in await catalog.list_all() if not other.is_table))
    catalog.add(item)
    presenter = VizPresenter(call.account, VizView(related_tables=True), await catalog.list_all())
    return JSONResponse(await presenter.present(item))


def make_unique_name(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first free number behind a blank."""
    names = set(taken)
    candidates = itertools.chain([name], (f"{name} {number}" for number in itertools.count(1)))
    return next(candidate for candidate in candidates if candidate not in names)


async def _make(call: Call) -> Visualization:
    body = call.params
    item = Visualization(_read_name(body), DERIVED, LINK)
    item.attributes = read_changes(body)
    if source_id := body.get("source_visualization_id"):
        await _take_source(call, item, str(source_id))
    elif body.get("tables"):
        await _take_tables(call, item, body["tables"])
    elif not body.get("type"):
        raise CentralApiError(400, {"errors": ["Type can't be blank", "Type is not included in the list"]})
    elif body["type"] != DERIVED:
        raise CentralApiError(400, {"errors": None})
    privacy = body.get("privacy")
    if privacy is not None and not body.get("tables"):
        item.privacy = _read_privacy(str(privacy), item)
    return item


def _read_name(body: dict[str, Any]) -> str:
    name = body.get("name")
    if name is not None and not isinstance(name, str):
        raise ValueError("Name has to be a string")
    return (name or "").strip() or _UNTITLED


def _read_privacy(text: str, item: Visualization) -> str:
    privacy = text.upper()
    if privacy not in PRIVACIES:
        raise ValueError(f"Privacy '{text}' is not one of {', '.join(PRIVACIES).lower()}")
    if privacy == PASSWORD and not item.get("password"):
        raise ValueError("Privacy password needs a password")
    return privacy


async def _take_source(call: Call, item: Visualization, source_id: str) -> None:
    """A map is copied with all it has; a dataset becomes the one layer of the map."""
    source = await get_catalog(call.account).find(source_id)
    if source is None or source.id != source_id or source.get("kind") == "raster":
        raise CentralApiError(403)
    if source.is_table:
        item.sources, item.privacy = [source], source.privacy
        return
    item.sources, item.privacy = [*source.sources], source.privacy
    item.map_settings = dict(source.map_settings)
    item.attributes = source.attributes | item.attributes
    if not call.params.get("name"):
        item.name = f"{source.name} copy"


async def _take_tables(call: Call, item: Visualization, names: object) -> None:
    if not isinstance(names, list):
        raise ValueError("tables has to be an array")
    for name in names:
        source = await get_catalog(call.account).find_table(str(name))
        if source is None:  # nothing was made, so there is nothing to be wrong with it
            raise CentralApiError(400, {"errors": None})
        item.sources.append(source)
    privacies = {source.privacy for source in item.sources}
    item.privacy = next((privacy for privacy in (PRIVATE, LINK) if privacy in privacies), PUBLIC)


routes: list[Route] = [Route("/viz", create_visualization, methods=["POST"])]
