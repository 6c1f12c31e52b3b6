"""``/api/v1/tables/{table}/columns``: the columns of a dataset, by CARTO's five types or any of PostgreSQL's."""

import re
from dataclasses import dataclass

import psycopg
from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.accounts.sharing import WRITE
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.tables.tables import describe_error, find_table, name_type, read_columns
from carto_sandbox.database.connections import Connection
from carto_sandbox.database.naming import make_column_name
from carto_sandbox.http.errors import CentralApiError

# By CARTO's names. The other types of PostgreSQL are left to it.
_TYPES = {"number": "double precision", "string": "text", "date": "timestamptz", "boolean": "boolean"}
_GEOMETRY = "geometry"
_TYPE_NAME = re.compile(r"[a-z_][a-z0-9_ ]*(\(\d{1,4}(, ?\d{1,4})?\))?(\[\])?")
_FIXED = frozenset({"cartodb_id", "the_geom", "the_geom_webmercator"})
_RESERVED = "That column name is reserved, please choose a different one"


@dataclass(frozen=True)
class Column:
    """``kind`` is PostgreSQL's full name of the type; ``cartodb_type`` CARTO's, of a geometry its shape."""

    name: str
    kind: str
    cartodb_type: str
    shape: str


async def describe_columns(item: Visualization) -> list[Column]:
    """In CARTO's order, without the_geom_webmercator."""
    facts = await get_catalog(item.owner).read_facts(item)
    listed = await read_columns(item.owner, item, facts.geometry_types)
    async with item.owner.connect() as connection:
        kinds = await _read_kinds(connection, item)
    return [Column(str(entry[0]), kinds.get(str(entry[0]), "text"), str(entry[1]), str(entry[-1])) for entry in listed]


async def _read_kinds(connection: Connection, item: Visualization) -> dict[str, str]:
    rows = await connection.execute(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped"
        " AND attrelid = %s",
        [item.oid],
    )
    return {str(name): str(kind) for name, kind in await rows.fetchall()}


async def list_columns(request: Request) -> Response:
    call = await open_call(request, "v1")
    item = await find_table(call, request)
    facts = await get_catalog(item.owner).read_facts(item)
    return JSONResponse(await read_columns(item.owner, item, facts.geometry_types))


async def read_column(request: Request) -> Response:
    call = await open_call(request, "v1")
    name = request.path_params["column"]
    column = await _find(await find_table(call, request), name)
    if column is None:
        raise CentralApiError(404, {"errors": f"Column {name} doesn't exist"})
    return JSONResponse({"type": column.shape})


async def _find(item: Visualization, name: str) -> Column | None:
    return next((column for column in await describe_columns(item) if column.name == name), None)


async def create_column(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request, access=WRITE)
    given = call.params.get("type")
    if given is None:
        raise _refuse("undefined method `convert_to_db_type' for nil:NilClass")
    name = make_column_name(str(call.params.get("name") or ""))
    if not name:
        raise _refuse("A column needs a name")
    kind = _TYPES.get(str(given).lower(), str(given).lower())
    await _alter(item, sql.SQL("ADD COLUMN {} {}").format(sql.Identifier(name), _write_type(call, kind)))
    cartodb_type = _GEOMETRY if kind == _GEOMETRY else str(name_type_of(kind))
    return JSONResponse({"name": name, "type": kind, "cartodb_type": cartodb_type})


def name_type_of(kind: str) -> str:
    """CARTO's name for a type as somebody wrote it."""
    short = {"timestamptz": "date", "varchar": "string", "int": "number", "float": "number"}
    plain = kind.partition("(")[0].strip()
    return short.get(plain, name_type(plain, plain))


def _write_type(call: Call, kind: str) -> sql.Composable:
    """A name alone, so that nothing can stand behind it; PostgreSQL says whether there is such a type."""
    if kind == _GEOMETRY:
        return sql.SQL("geometry(Geometry,4326)" if call.account.has_postgis else "text")
    return sql.SQL(kind) if _TYPE_NAME.fullmatch(kind) else sql.Identifier(kind)


async def update_column(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request, access=WRITE)
    name, column = request.path_params["column"], await _find(item, request.path_params["column"])
    if name in _FIXED:
        raise _refuse("This column cannot be modified")
    new_name = call.params.get("new_name")
    if new_name and new_name != name:
        new_name = make_column_name(str(new_name))
        if new_name in _FIXED:
            raise _refuse(_RESERVED)
        if await _find(item, new_name) is not None:
            raise _refuse("Column already exists")
        change = sql.SQL("RENAME COLUMN {} TO {}").format(sql.Identifier(name), sql.Identifier(new_name))
        await _alter(item, change)
        name = new_name
    if call.params.get("type"):
        if column is None:
            raise _refuse("undefined method `fetch' for nil:NilClass")
        await _cast(item, name, str(call.params["type"]))
    return await _present(item, name)


async def _cast(item: Visualization, name: str, wanted: str) -> None:
    if wanted not in _TYPES:
        raise _refuse(f'key not found: "{wanted}"')
    kind, column = sql.SQL(_TYPES[wanted]), sql.Identifier(name)
    await _alter(item, sql.SQL("ALTER COLUMN {} TYPE {} USING {}::text::{}").format(column, kind, column, kind))


async def delete_column(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request, access=WRITE)
    name = request.path_params["column"]
    if name in _FIXED:
        raise CentralApiError(400, {"errors": [None]})
    await _alter(item, sql.SQL("DROP COLUMN {}").format(sql.Identifier(name)))
    return Response(status_code=204)


async def _alter(item: Visualization, change: sql.Composable) -> None:
    """Run as the owner, who alone can change a table."""
    table = sql.Identifier(item.owner.schema, item.name)
    try:
        async with item.owner.connect() as connection:
            await connection.execute(sql.SQL("ALTER TABLE {} {}").format(table, change))
    except psycopg.Error as error:
        raise _refuse(describe_error(error)) from None


async def _present(item: Visualization, name: str) -> JSONResponse:
    column = await _find(item, name)
    if column is None:
        raise _refuse("undefined method `[]' for nil:NilClass")
    return JSONResponse({"name": name, "type": column.kind, "cartodb_type": column.cartodb_type})


def _refuse(text: str) -> CentralApiError:
    return CentralApiError(400, {"errors": [text]})


routes: list[Route] = [
    Route("/tables/{table_id}/columns", list_columns, methods=["GET"]),
    Route("/tables/{table_id}/columns", create_column, methods=["POST"]),
    Route("/tables/{table_id}/columns/{column}", read_column, methods=["GET"]),
    Route("/tables/{table_id}/columns/{column}", update_column, methods=["PUT"]),
    Route("/tables/{table_id}/columns/{column}", delete_column, methods=["DELETE"]),
]
