"""``/api/v1/tables/{id}``: the table of a dataset with its columns, by the table's id or name."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.central_api.central import Call, format_rails, open_call
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
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


async def find_table(call: Call, request: Request) -> Visualization:
    """The dataset that the path names."""
    item = await get_catalog(call.account).find_table(request.path_params["table_id"])
    if item is None:
        raise CentralApiError(404)
    return item


async def read_table(request: Request) -> Response:
    call = await open_call(request, "v1")
    return JSONResponse(await present_table(call.account, await find_table(call, request)))


async def list_related_templates(request: Request) -> Response:
    call = await open_call(request, "v1")
    await find_table(call, request)
    return JSONResponse({"items": []})  # there are no templates here


async def present_table(account: Account, item: Visualization) -> dict[str, Any]:
    catalog = get_catalog(account)
    facts = await catalog.read_facts(item)
    presenter = VizPresenter(account, VizView(related_tables=True), await catalog.list_all())
    dependents = catalog.find_dependents(item)
    sync = get_synchronizations(account).find_by_dataset(item)
    return {
        "id": item.table_id,
        "name": item.name,
        "privacy": item.privacy,
        "schema": await read_columns(account, item, facts.geometry_types),
        "updated_at": format_rails(item.updated_at),
        "rows_counted": facts.rows,
        "table_size": facts.total_bytes,
        "map_id": item.map_id,
        "description": item.get("description"),
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
    Route("/tables/{table_id}/related_templates", list_related_templates, methods=["GET"]),
]
