"""``/api/v1/tables/{table}/columns``: the columns of a dataset, by CARTO's five types or any of PostgreSQL's."""

import re
from dataclasses import dataclass

import psycopg
from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.tables.tables import find_table, name_type, read_columns
from carto_sandbox.database.connections import Connection
from carto_sandbox.database.naming import make_column_name
from carto_sandbox.http.errors import CentralApiError

_TYPES = {"number": "double precision", "string": "text", "date": "timestamp with time zone", "boolean": "boolean"}
_TYPE_NAME = re.compile(r"[a-z_][a-z0-9_ ]*(\(\d{1,4}(, ?\d{1,4})?\))?(\[\])?", re.I)
_FIXED = frozenset({"cartodb_id", "the_geom", "the_geom_webmercator"})


@dataclass(frozen=True)
class Column:
    """``kind`` is PostgreSQL's full name of the type; ``cartodb_type`` CARTO's."""

    name: str
    kind: str
    cartodb_type: str


async def describe_columns(account: Account, item: Visualization) -> list[Column]:
    """In CARTO's order, without the_geom_webmercator."""
    facts = await get_catalog(account).read_facts(item)
    listed = await read_columns(account, item, facts.geometry_types)
    async with account.connect() as connection:
        kinds = await _read_kinds(connection, account.schema, item.name)
    return [Column(str(entry[0]), kinds.get(str(entry[0]), "text"), str(entry[1])) for entry in listed]


async def _read_kinds(connection: Connection, schema: str, table: str) -> dict[str, str]:
    rows = await connection.execute(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped"
        " AND attrelid = to_regclass(format('%%I.%%I', %s::text, %s::text))",
        [schema, table],
    )
    return {str(name): str(kind) for name, kind in await rows.fetchall()}


async def list_columns(request: Request) -> Response:
    call = await open_call(request, "v1")
    item = await find_table(call, request)
    facts = await get_catalog(call.account).read_facts(item)
    return JSONResponse(await read_columns(call.account, item, facts.geometry_types))


async def _find(call: Call, item: Visualization, name: str) -> Column:
    column = next((column for column in await describe_columns(call.account, item) if column.name == name), None)
    if column is None:
        raise CentralApiError(404, {"errors": f"Column {name} not found"})
    return column


async def read_column(request: Request) -> Response:
    call = await open_call(request, "v1")
    item = await find_table(call, request)
    return JSONResponse({"type": (await _find(call, item, request.path_params["column"])).cartodb_type})


async def create_column(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request)
    if not call.params.get("name"):
        raise _refuse("A column needs a name")
    name = make_column_name(str(call.params["name"]))
    kind = _read_type(call)
    await _alter(call, item, sql.SQL("ADD COLUMN {} {}").format(sql.Identifier(name), kind))
    return await _present(call, item, name)


def _read_type(call: Call) -> sql.SQL:
    """PostgreSQL's type for one of CARTO's; other names are left to PostgreSQL."""
    text = str(call.params.get("type") or "").strip().lower()
    if text == "geometry":
        return sql.SQL("geometry(Geometry,4326)" if call.account.has_postgis else "text")
    kind = _TYPES.get(text, text)
    if not _TYPE_NAME.fullmatch(kind):
        raise _refuse(f"'{text}' is no type of a column. Use one of: {', '.join([*_TYPES, 'geometry'])}")
    return sql.SQL(kind)


async def update_column(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request)
    column = await _find(call, item, request.path_params["column"])
    _check_changeable(column.name)
    name = column.name
    if call.params.get("type"):
        kind, old = _read_type(call), sql.Identifier(name)
        change = sql.SQL("ALTER COLUMN {} TYPE {} USING {}::text::{}").format(old, kind, old, kind)
        await _alter(call, item, change)
    if call.params.get("new_name"):
        name = make_column_name(str(call.params["new_name"]))
        if name != column.name:
            old = sql.Identifier(column.name)
            await _alter(call, item, sql.SQL("RENAME COLUMN {} TO {}").format(old, sql.Identifier(name)))
    return await _present(call, item, name)


async def delete_column(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request)
    column = await _find(call, item, request.path_params["column"])
    _check_changeable(column.name)
    await _alter(call, item, sql.SQL("DROP COLUMN {}").format(sql.Identifier(column.name)))
    return Response(status_code=204)


def _check_changeable(name: str) -> None:
    if name in _FIXED:
        raise _refuse(f"The column {name} belongs to every dataset and cannot be changed")


async def _alter(call: Call, item: Visualization, change: sql.Composable) -> None:
    try:
        async with call.account.connect() as connection:
            await connection.execute(
                sql.SQL("ALTER TABLE {} {}").format(sql.Identifier(call.account.schema, item.name), change)
            )
    except psycopg.Error as error:
        raise _refuse(error.diag.message_primary or str(error)) from None


async def _present(call: Call, item: Visualization, name: str) -> JSONResponse:
    async with call.account.connect() as connection:
        kind = (await _read_kinds(connection, call.account.schema, item.name)).get(name, "text")
    cartodb_type = "geometry" if kind.startswith("geometry") else name_type(kind.partition("(")[0], kind)
    return JSONResponse({"name": name, "type": kind, "cartodb_type": cartodb_type})


def _refuse(text: str) -> CentralApiError:
    return CentralApiError(400, {"errors": [text]})


routes: list[Route] = [
    Route("/tables/{table_id}/columns", list_columns, methods=["GET"]),
    Route("/tables/{table_id}/columns", create_column, methods=["POST"]),
    Route("/tables/{table_id}/columns/{column}", read_column, methods=["GET"]),
    Route("/tables/{table_id}/columns/{column}", update_column, methods=["PUT"]),
    Route("/tables/{table_id}/columns/{column}", delete_column, methods=["DELETE"]),
]
