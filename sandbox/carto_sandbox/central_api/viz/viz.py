"""``/api/v1/viz``: the datasets and maps of an account; a dataset is renamed, opened and dropped through here."""

from collections.abc import Mapping
from datetime import UTC, datetime

import psycopg
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PASSWORD, PRIVACIES, Visualization, get_catalog
from carto_sandbox.accounts.organizations import make_auth_token
from carto_sandbox.accounts.sharing import WRITE, UnknownEntityError, find_access, list_shared
from carto_sandbox.accounts.tables import Extent
from carto_sandbox.central_api.central import Call, format_ruby, is_json_object, open_call, read_positive
from carto_sandbox.central_api.viz import filters as viz_filters
from carto_sandbox.central_api.viz.access import find_owned, find_viewable, find_visualization, is_owner, may_read
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
from carto_sandbox.database.naming import make_table_name
from carto_sandbox.http.errors import CentralApiError, NotAuthenticatedError

_WORLD = (-180.0, -90.0, 180.0, 90.0)
_TEXT_FIELDS = (
    "display_name", "active_layer_id", "description", "source", "title", "license", "attributions", "kind", "password",
)  # fmt: skip


async def list_visualizations(request: Request) -> Response:
    try:
        call = await open_call(request, "v1", needs="nothing")
    except NotAuthenticatedError:  # an account that is not there
        raise CentralApiError(400, {"error": "Wrong 'username' parameter value."}) from None
    params = call.query
    private = is_owner(call)
    mine = await get_catalog(call.account).list_all()
    everything = [*mine, *(list_shared(call.account) if private else [])]
    try:
        page, per_page = read_positive(params, "page", 1), read_positive(params, "per_page", 20)
        view = _read_list_view(call, private=private)
        bbox = viz_filters.read_bbox(params)
        found = viz_filters.select(everything, params, call.account, anonymous=not private)
        found = await _touch(found, bbox) if bbox is not None else found
        found = viz_filters.sort(found, params, await _make_sort_keys(call.account, found, params))
    except ValueError as error:
        raise CentralApiError(400, {"error": str(error)}) from None
    presenter = VizPresenter(call.account, view, mine)
    shown = found[(page - 1) * per_page : page * per_page]
    try:
        presented = [await presenter.present(item) for item in shown]
    except UnknownEntityError as error:
        raise CentralApiError(500, {"error": str(error)}) from None
    body = {"visualizations": presented, "total_entries": len(found)}
    return JSONResponse(body | (_count_all(call, everything) if private else {}))


async def _touch(items: list[Visualization], bbox: Extent) -> list[Visualization]:
    """Rows without geometry are everywhere."""
    found = []
    for item in items:
        catalog = get_catalog(item.owner)
        extent = await catalog.read_extent(item)
        if extent is None and (await catalog.read_facts(item)).rows:
            extent = _WORLD
        if extent is not None and all(extent[n] <= bbox[n + 2] and bbox[n] <= extent[n + 2] for n in (0, 1)):
            found.append(item)
    return found


def _count_all(call: Call, everything: list[Visualization]) -> dict[str, int]:
    totals = {}
    types = viz_filters.read_types(call.query)
    of_types = [item for item in everything if item.type in types]
    mine = [item for item in of_types if item.owner is call.account]
    if call.query.get("load_totals") != "false":
        totals["total_user_entries"] = len(mine)
        totals["total_locked"] = sum(bool(item.get("locked")) for item in mine)
        totals["total_likes"] = sum(call.account in item.liked_by for item in of_types)
        totals["total_shared"] = len(of_types) - len(mine)
    if call.query.get("load_do_totals") == "true":
        totals |= {"total_subscriptions": 0, "total_samples": 0}
    return totals


def _read_list_view(call: Call, *, private: bool) -> VizView:
    """On the list everything is shown that is not switched off."""

    def is_on(name: str) -> bool:
        return call.query.get(f"show_{name}") != "false"

    return VizView(
        private=private,
        table=is_on("table"),
        table_size=is_on("table_size_and_row_count"),
        liked=is_on("liked"),
        permission=is_on("permission"),
        stats=is_on("stats"),
        synchronization=is_on("synchronization"),
        uses_builder_features=is_on("uses_builder_features"),
        dependents=_read_dependents(call),
    )


def _read_dependents(call: Call) -> int:
    """Ruby's to_i: a text that is not a number gives 0."""
    text = call.query.get("with_dependent_visualizations", "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


async def _make_sort_keys(
    account: Account, items: list[Visualization], params: Mapping[str, str]
) -> viz_filters.SortKeys:
    catalog = get_catalog(account)
    by_facts = params.get("order") in ("size", "estimated_row_count")
    tables = [item for item in items if item.oid is not None and by_facts]
    facts = {item: await get_catalog(item.owner).read_facts(item) for item in tables}
    return {
        "name": lambda item: item.name,
        "updated_at": lambda item: item.updated_at,
        "privacy": lambda item: item.privacy.lower(),
        "dependent_visualizations": lambda item: len(catalog.find_dependents(item)),
        "size": lambda item: facts[item].total_bytes if item in facts else 0,
        "estimated_row_count": lambda item: facts[item].rows if item in facts else 0,
        "favorited": lambda item: account in item.liked_by,
        "mapviews": lambda item: 0,  # the sandbox counts no views
    }


async def _present(call: Call, view: VizView, item: Visualization) -> JSONResponse:
    everything = await get_catalog(call.account).list_all()
    return JSONResponse(await VizPresenter(call.account, view, everything).present(item))


async def read_visualization(request: Request) -> Response:
    call = await open_call(request, "v1", needs="nothing")
    item = await find_viewable(call, request)
    private = may_read(call, item)

    def is_on(name: str) -> bool:
        return call.query.get(name) == "true"

    view = VizView(
        format_time=format_ruby,
        private=private,
        liked=is_on("show_liked"),
        permission=is_on("show_permission"),
        stats=is_on("show_stats"),
        related_tables=private,
        user=is_on("fetch_user"),
        dependents=_read_dependents(call),
    )
    return await _present(call, view, item)


async def update_visualization(request: Request) -> Response:
    await request.body()  # kept, to be looked at twice
    call = await open_call(request, "v1", with_body=True)
    item = await find_visualization(call, request)
    if not await is_json_object(request):
        raise CentralApiError(400, {"errors": ["Error updating"]})
    if call.params.get("id") != item.id or find_access(item, call.account) != WRITE:
        raise CentralApiError(403)
    await _apply(call, item)
    return await _present(call, VizView(related_tables=True), item)


async def _apply(call: Call, item: Visualization) -> None:
    """Checks everything before it changes anything; fields that cannot be written are ignored."""
    body, catalog = call.params, get_catalog(item.owner)
    privacy = body.get("privacy")
    if privacy is not None:
        privacy = str(privacy).upper()
        if privacy not in PRIVACIES:
            raise CentralApiError(403, {"errors": ["Privacy is not included in the list"]})
    try:
        changes = read_changes(body)
        if privacy == PASSWORD and not (changes.get("password") or item.get("password")):
            raise ValueError("Password required for protected visualization")
        name = body.get("name")
        if name is not None and (not isinstance(name, str) or not name.strip()):
            raise ValueError("Name can't be blank")
    except ValueError as error:
        raise CentralApiError(400, {"errors": [str(error)]}) from None
    item.attributes |= changes
    if changes or privacy not in (None, item.privacy) or name not in (None, item.name):
        item.updated_at = datetime.now(UTC)
    if privacy is not None and privacy != item.privacy:
        if privacy == PASSWORD:
            item.attributes["password_token"] = make_auth_token()
        await catalog.set_privacy(item, privacy)
    if name is not None and name != item.name:
        new_name = make_table_name(name) if item.is_table else name
        if new_name and new_name != item.name:
            await catalog.rename(item, new_name)


def read_changes(body: dict[str, object]) -> dict[str, object]:
    changes: dict[str, object] = {}
    for name, value in body.items():
        if name in _TEXT_FIELDS:
            good = value is None or isinstance(value, str)
        elif name == "tags":
            value = [] if value is None else value
            good = isinstance(value, list) and all(isinstance(tag, str) for tag in value)
        elif name == "locked":
            good = isinstance(value, bool)
        elif name == "version":
            good = value in (2, 3)
        elif name == "transition_options":
            good = isinstance(value, dict)
        else:
            continue
        if not good:
            raise ValueError("Error updating")
        changes[name] = value
    return changes


async def delete_visualization(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_owned(call, request)
    try:
        await get_catalog(call.account).delete(item)
    except psycopg.Error as error:
        raise CentralApiError(400, {"errors": [error.diag.message_primary or "Error deleting"]}) from None
    return Response(status_code=204)


routes: list[Route] = [
    Route("/viz", list_visualizations, methods=["GET"]),
    Route("/viz/{viz_id}", read_visualization, methods=["GET"]),
    Route("/viz/{viz_id}", update_visualization, methods=["PUT"]),
    Route("/viz/{viz_id}", delete_visualization, methods=["DELETE"]),
]
