"""``POST`` and ``PUT /api/v1/tables``: tables made without an import, and what can be changed of one."""

from typing import Any

import psycopg
from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import LINK, PRIVATE, PUBLIC, Visualization, get_catalog
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.tables.tables import find_table, present_table
from carto_sandbox.database.naming import make_table_name, make_unique
from carto_sandbox.http.errors import CentralApiError

_UNTITLED = "untitled_table"
_PRIVACIES = {0: PRIVATE, 1: PUBLIC, 2: LINK}
_SHAPES = frozenset({"geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon"})


async def create_table(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    try:
        name = await _create(call.account, call.params)
    except (ValueError, psycopg.Error) as error:
        text = error.diag.message_primary if isinstance(error, psycopg.Error) else str(error)
        raise CentralApiError(400, {"description": [text or str(error)], "stack": []}) from None
    item = await get_catalog(call.account).find_table(name)
    if item is None:  # dropped meanwhile
        raise CentralApiError(404)
    _describe(item, call)
    body = await present_table(call.account, item)
    return JSONResponse(body, headers={"Location": f"/tables/{item.table_id}"})


async def _create(account: Account, params: dict[str, Any]) -> str:
    """Columns and query are the account's own SQL, run with no more rights than its SQL API has."""
    wanted = make_table_name(_read_text(params, "name") or _UNTITLED)
    shape = (_read_text(params, "the_geom_type") or "geometry").lower()
    if shape not in _SHAPES:
        raise ValueError(f"the_geom_type '{shape}' is not one of {', '.join(sorted(_SHAPES))}")
    query, columns = _read_text(params, "from_query"), _read_text(params, "schema")
    async with account.connect() as connection, connection.transaction():
        rows = await connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(%s))", [account.schema]
        )
        name = make_unique(wanted, {str(row[0]) for row in await rows.fetchall()})
        table = sql.Identifier(account.schema, name)
        if query:
            text = sql.SQL(query.strip().rstrip(";"))
            await connection.execute(sql.SQL("CREATE TABLE {} AS {}").format(table, text))
        else:
            text = sql.SQL(columns or "name text, description text")
            await connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table, text))
        if account.has_postgis and shape != "geometry" and not query:
            kind = sql.SQL(f"geometry({shape},4326)")
            await connection.execute(sql.SQL("ALTER TABLE {} ADD COLUMN IF NOT EXISTS the_geom {}").format(table, kind))
        await connection.execute(
            "SELECT cartodb.CDB_CartodbfyTable(%s, %s::text::regclass)", [account.schema, table.as_string()]
        )
    return name


def _read_text(params: dict[str, Any], name: str) -> str | None:
    value = params.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} has to be a string")
    return value or None


def _describe(item: Visualization, call: Call) -> None:
    params = call.params
    if "tags" in params:
        item.attributes["tags"] = [tag.strip() for tag in str(params["tags"] or "").split(",") if tag.strip()]
    if "description" in params:
        text = params["description"]
        item.attributes["description"] = None if text is None else str(text)


async def update_table(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request)
    try:
        privacy = _read_privacy(call.params.get("privacy"))
        await _georeference(call, item)
    except (ValueError, psycopg.Error) as error:
        text = error.diag.message_primary if isinstance(error, psycopg.Error) else str(error)
        raise CentralApiError(400, {"errors": [text or str(error)]}) from None
    _describe(item, call)
    if privacy is not None:
        await get_catalog(call.account).set_privacy(item, privacy)
    return JSONResponse(await present_table(call.account, item) | {"warnings": []})


def _read_privacy(value: object) -> str | None:
    if value is None:
        return None
    text = str(value)
    if text not in ("0", "1", "2"):
        raise ValueError("privacy has to be 0 (private), 1 (public) or 2 (link)")
    return _PRIVACIES[int(text)]


async def _georeference(call: Call, item: Visualization) -> None:
    """Makes points of two columns; `nil` for one of them leaves everything as it is."""
    names = [_read_text(call.params, name) for name in ("longitude_column", "latitude_column")]
    if None in names or "nil" in names:
        return
    x, y = (sql.Identifier(str(name)) for name in names)
    numbers = sql.SQL("{}::double precision, {}::double precision").format(x, y)
    if call.account.has_postgis:
        point = sql.SQL("ST_SetSRID(ST_MakePoint({}), 4326)").format(numbers)
    else:
        point = sql.SQL("'SRID=4326;POINT(' || concat_ws(' ', {}) || ')'").format(numbers)
    async with call.account.connect() as connection:
        await connection.execute(
            sql.SQL("UPDATE {} SET the_geom = {} WHERE {} IS NOT NULL AND {} IS NOT NULL").format(
                sql.Identifier(call.account.schema, item.name), point, x, y
            )
        )


routes: list[Route] = [
    Route("/tables", create_table, methods=["POST"]),
    Route("/tables/{table_id}", update_table, methods=["PUT"]),
]
