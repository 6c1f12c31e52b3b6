"""``/api/v1/tables/{id}``: the table of a dataset with its columns, by the table's id or name."""

from typing import Any

import psycopg
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.sharing import READ, WRITE, find_access
from carto_sandbox.central_api.central import Call, format_rails, open_call
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView, present_size
from carto_sandbox.http.errors import CentralApiError
from carto_sandbox.importing.sync_state import get_synchronizations

_CARTO_TYPES = {
    "boolean": "boolean",
    "date": "date",
    **dict.fromkeys(("smallint", "integer", "bigint", "numeric", "real", "double precision"), "number"),
    **dict.fromkeys(("text", "character varying", "character", "name", "uuid"), "string"),
    **dict.fromkeys(("timestamp with time zone", "timestamp without time zone"), "date"),
}
_FIRST, _LAST, _HIDDEN = ("cartodb_id", "the_geom"), ("created_at", "updated_at"), "the_geom_webmercator"


async def look_for_table(account: Account, request: Request, identifier: str) -> Visualization | None:
    """By name among the account's own, as ``member.name`` among a member's, and by the id of any table there is."""
    item = await get_catalog(account).find_table(identifier)
    if item is not None:
        return item
    schema, _, name = identifier.replace('"', "").rpartition(".")
    if schema and account.organization is not None:
        member = account.organization.find(schema)
        return None if member is None else await get_catalog(member).find_table(name)
    accounts: Accounts = request.app.state.accounts
    others = (item for other in accounts for item in get_catalog(other).known)
    return next((item for item in others if item.table_id == identifier and item.is_open), None)


async def find_table(call: Call, request: Request, *, access: str = READ) -> Visualization:
    """Return the dataset in the path. Raises 401 if it cannot be read, or written."""
    item = await look_for_table(call.account, request, str(request.path_params["table_id"]))
    if item is None:
        raise CentralApiError(404)
    given = find_access(item, call.account)
    if given is None and (access == WRITE or not item.is_open):
        raise CentralApiError(401)
    if access == WRITE and given != WRITE:
        raise CentralApiError(401)
    return item


async def read_table(request: Request) -> Response:
    call = await open_call(request, "v1")
    try:
        item = await find_table(call, request)
    except CentralApiError as error:
        if error.status == 401:
            raise CentralApiError(403, media_type="text/html") from None
        raise
    return JSONResponse(await present_table(call.account, item))


async def refuse_templates(request: Request) -> Response:
    """Something that CARTO's own people switch on."""
    call = await open_call(request, "v1")
    await find_table(call, request)
    raise CentralApiError(403, {"error": "Endpoint disabled for this user"})


async def present_table(account: Account, item: Visualization) -> dict[str, Any]:
    """To an account, which need not be the owner."""
    catalog, is_mine = get_catalog(item.owner), item.owner is account
    facts = await catalog.read_facts(item)
    presenter = VizPresenter(account, VizView(related_tables=True), await get_catalog(account).list_all())
    dependents = sorted(catalog.find_dependents(item), key=lambda other: other.created_at)
    sync = get_synchronizations(item.owner).find_by_dataset(item)
    return {
        "id": item.table_id,
        "name": item.name if is_mine else f"{item.owner.schema}.{item.name}",
        "privacy": item.privacy,
        "schema": await read_columns(item.owner, item, facts.geometry_types),
        "updated_at": format_rails(item.table_updated_at),
        "rows_counted": facts.rows,
        "table_size": present_size(facts),
        "map_id": item.map_id,
        "description": item.table_description,
        "geometry_types": facts.geometry_types,
        "table_visualization": await presenter.present(item),
        "dependent_visualizations": [presenter.summarize(other) for other in dependents if len(other.sources) == 1],
        "non_dependent_visualizations": [presenter.summarize(other) for other in dependents if len(other.sources) > 1],
        "synchronization": sync.to_json(format_rails) if sync else None,
    }


async def read_columns(account: Account, item: Visualization, shapes: list[str]) -> list[list[Any]]:
    """cartodb_id and the_geom, the others from A to Z, the timestamps last."""
    async with account.connect() as connection:
        rows = await (
            await connection.execute(
                "SELECT column_name, data_type, udt_name FROM information_schema.columns"
                " WHERE table_schema = %s AND table_name = %s AND column_name <> %s",
                [account.schema, item.name, _HIDDEN],
            )
        ).fetchall()
    columns = [_describe_column(str(name), str(kind), str(udt), shapes) for name, kind, udt in rows]
    return sorted(columns, key=_column_place)


def _describe_column(name: str, kind: str, udt: str, shapes: list[str]) -> list[Any]:
    # Without PostGIS the_geom is text, but it holds geometries all the same.
    if udt == "geometry" or name == "the_geom":
        shape = shapes[0].removeprefix("ST_").lower() if shapes else "geometry"
        return [name, "geometry", "geometry", shape]
    return [name, name_type(kind, udt)]


def describe_error(error: psycopg.Error) -> str:
    """As Ruby's client of PostgreSQL says it, the first line."""
    return f"PG::{type(error).__name__}: ERROR:  {error.diag.message_primary or error}"


def name_type(kind: str, udt: str) -> str:
    """CARTO's name for a type of PostgreSQL, by its full and its short name."""
    return _CARTO_TYPES.get(kind, udt)


def _column_place(column: list[Any]) -> tuple[int, str]:
    name = str(column[0])
    if name in _FIRST:
        return _FIRST.index(name), ""
    return (10 + _LAST.index(name), "") if name in _LAST else (5, name)


routes: list[Route] = [
    Route("/tables/{table_id}", read_table, methods=["GET"]),
    Route("/tables/{table_id}/related_templates", refuse_templates, methods=["GET"]),
]
