"""``POST`` and ``PUT /api/v1/tables``: creating a table without an import, and changing one."""

from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import LINK, PRIVATE, PUBLIC, Visualization, get_catalog
from carto_sandbox.accounts.sharing import WRITE
from carto_sandbox.central_api.central import Call, open_call, read_integer
from carto_sandbox.central_api.tables.tables import describe_error, find_table, present_table
from carto_sandbox.database.naming import make_table_name, make_unique
from carto_sandbox.http.errors import CentralApiError, UnforeseenError

_UNTITLED = "untitled_table"
_PRIVACIES = {0: PRIVATE, 1: PUBLIC, 2: LINK}
_SHAPES = frozenset({"geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon"})


async def create_table(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    account, catalog = call.account, get_catalog(call.account)
    quota = account.profile.table_quota
    if quota is not None and sum(item.is_table for item in await catalog.list_all()) >= quota:
        raise CentralApiError(400, {"errors": ["You have reached your table quota"]})
    if account.profile.viewer:
        texts = ["User Viewer users can't create tables"]
        raise CentralApiError(400, {"description": texts, "stack": texts})
    try:
        name = await _create(account, call.params)
    except (ValueError, psycopg.Error):
        raise UnforeseenError from None
    item = await catalog.find_table(name)
    if item is None:  # dropped meanwhile
        raise CentralApiError(404)
    item.table_description = _read_description(call.params)
    body = await present_table(account, item)
    return JSONResponse(body, headers={"Location": f"/tables/{item.table_id}"})


async def _create(account: Account, params: dict[str, Any]) -> str:
    """Columns are the account's own SQL, run with no more rights than its SQL API has. `from_query` is ignored."""
    wanted = make_table_name(_read_text(params, "name") or _UNTITLED)
    shape = (_read_text(params, "the_geom_type") or "geometry").lower()
    if shape not in _SHAPES:
        raise ValueError(shape)
    columns = _read_text(params, "schema")
    async with account.connect() as connection, connection.transaction():
        rows = await connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(%s))", [account.schema]
        )
        name = make_unique(wanted, {str(row[0]) for row in await rows.fetchall()})
        table = sql.Identifier(account.schema, name)
        text = sql.SQL(columns or "name text, description text")
        await connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table, text))
        if account.has_postgis and shape != "geometry":
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


def _read_description(params: dict[str, Any]) -> str | None:
    return None if params.get("description") is None else str(params["description"])


async def update_table(request: Request) -> Response:
    """Points of two columns, or else description and privacy: what is said of it elsewhere stays as it is."""
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request, access=WRITE)
    params = call.params
    try:
        if "latitude_column" in params and "longitude_column" in params:
            await _georeference(call, item)
        elif params.get("privacy") is not None:
            await _set_privacy(item, params["privacy"])
    except ValueError as error:
        raise CentralApiError(400, {"errors": [str(error)]}) from None
    except psycopg.Error as error:
        raise CentralApiError(400, {"errors": [describe_error(error)]}) from None
    if "description" in params:
        item.table_description, item.table_updated_at = _read_description(params), datetime.now(UTC)
    return JSONResponse(await present_table(call.account, item) | {"warnings": []})


async def _set_privacy(item: Visualization, value: object) -> None:
    """A number; of a text CARTO takes the digits that it begins with, or 0."""
    number = read_integer(value)
    if number not in _PRIVACIES:
        raise ValueError("Privacy is not included in the list")
    if _PRIVACIES[number] != item.privacy:
        await get_catalog(item.owner).set_privacy(item, _PRIVACIES[number])


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
                sql.Identifier(item.owner.schema, item.name), point, x, y
            )
        )


routes: list[Route] = [
    Route("/tables", create_table, methods=["POST"]),
    Route("/tables/{table_id}", update_table, methods=["PUT"]),
]
