"""``/api/v1/tables/{table}/records``: single rows of a dataset, by their cartodb_id."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import psycopg
from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.catalog import Visualization
from carto_sandbox.accounts.sharing import READ, WRITE
from carto_sandbox.central_api.central import Call, format_iso, open_call
from carto_sandbox.central_api.tables.columns import Column, describe_columns
from carto_sandbox.central_api.tables.tables import describe_error, find_table
from carto_sandbox.database import ewkt, geometry
from carto_sandbox.database.connections import Connection
from carto_sandbox.http.errors import CentralApiError

_ID = "cartodb_id"
_NO_COLUMNS = frozenset({
    "api_key", "user_domain", "format", "controller", "action", "row_id", "requestId", "column_id", "table_id",
    "oauth_token", "oauth_token_secret",
})  # fmt: skip
_FOREVER = 504
_DECIMALS = 15


class _Table:
    """One dataset for one request."""

    def __init__(self, call: Call, item: Visualization, columns: list[Column]) -> None:
        self.name = sql.Identifier(item.owner.schema, item.name)
        self.columns = {column.name: column for column in columns}
        self.has_postgis = call.account.has_postgis

    def read_values(self, params: Mapping[str, Any]) -> dict[str, str | None]:
        """As text, which PostgreSQL reads as the column's type; 400 for a column that is not there."""
        values = {name: value for name, value in params.items() if name not in _NO_COLUMNS}
        if values.keys() - self.columns.keys():
            raise CentralApiError(400, {"errors": ["CartoDB::InvalidAttributes"]})
        return {name: self._write(self.columns[name], value) for name, value in values.items()}

    def _write(self, column: Column, value: object) -> str | None:
        if value is None:
            return None
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            return geometry.from_text(text) if column.cartodb_type == "geometry" else text
        except geometry.GeometryError as error:
            raise CentralApiError(400, {"errors": [f"Invalid geometry: {error}"]}) from None

    async def read(self, connection: Connection, record_id: int) -> dict[str, Any] | None:
        parts = [self._select(column) for column in self.columns.values()]
        query = sql.SQL("SELECT {} FROM {} WHERE cartodb_id = {}").format(
            sql.SQL(", ").join(parts), self.name, sql.Literal(record_id)
        )
        row = await (await connection.execute(query)).fetchone()
        if row is None:
            return None
        return {c.name: self._render(c, value) for c, value in zip(self.columns.values(), row, strict=True)}

    def _select(self, column: Column) -> sql.Composed:
        name = sql.Identifier(column.name)
        if column.cartodb_type == "geometry" and self.has_postgis:
            return sql.SQL("ST_AsGeoJSON({}, {})").format(name, sql.Literal(_DECIMALS))
        return sql.Composed([name])

    def _render(self, column: Column, value: Any) -> Any:
        if column.cartodb_type == "geometry" and value is not None and not self.has_postgis:
            return ewkt.to_geojson(str(value), _DECIMALS)
        return _render(value)

    async def refresh_webmercator(self, connection: Connection, record_id: int) -> None:
        if self.has_postgis and "the_geom" in self.columns:
            query = "UPDATE {} SET the_geom_webmercator = ST_Transform(the_geom, 3857) WHERE cartodb_id = {}"
            await connection.execute(sql.SQL(query).format(self.name, sql.Literal(record_id)))


def _render(value: Any) -> Any:
    """numeric as text, moments in ISO form; a number that JSON has not is null."""
    if isinstance(value, datetime):
        return format_iso(value if value.tzinfo else value.replace(tzinfo=UTC))
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return format_iso(datetime(value.year, value.month, value.day, tzinfo=UTC))
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, default=str) if isinstance(value, dict | list) else str(value)


async def _open(request: Request, *, access: str = WRITE) -> tuple[Call, _Table]:
    call = await open_call(request, "v1", with_body=True)
    item = await find_table(call, request, access=access)
    return call, _Table(call, item, await describe_columns(item))


def _read_id(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


async def _answer(table: _Table, connection: Connection, text: str) -> JSONResponse:
    record_id = _read_id(text)
    row = None if record_id is None else await table.read(connection, record_id)
    if row is None:
        raise CentralApiError(404, {"errors": [f"Record {text} not found"]})
    return JSONResponse(row)


async def read_record(request: Request) -> Response:
    call, table = await _open(request, access=READ)
    async with call.account.connect() as connection:
        return await _answer(table, connection, request.path_params["record_id"])


async def create_record(request: Request) -> Response:
    """CARTO tries a value of the wrong type again and again, and never answers: here that is a 504 at once."""
    call, table = await _open(request)
    try:
        values = table.read_values(call.params)
        names = [sql.Identifier(name) for name in values]
        into = sql.SQL("({}) VALUES ({})").format(
            sql.SQL(", ").join(names), sql.SQL(", ").join(map(sql.Literal, values.values()))
        )
        what = into if values else sql.SQL("DEFAULT VALUES")
        query = sql.SQL("INSERT INTO {} {} RETURNING cartodb_id").format(table.name, what)
        async with call.account.connect() as connection:
            record_id = await _write(table, connection, query)
            return await _answer(table, connection, str(record_id))
    except psycopg.DataError:
        raise CentralApiError(_FOREVER, media_type="text/html") from None
    except psycopg.Error as error:
        raise CentralApiError(400, {"errors": [describe_error(error)]}) from None


async def update_record(request: Request) -> Response:
    """A value of the wrong type does not cause an error: CARTO finds no such row."""
    call, table = await _open(request)
    text = request.path_params["record_id"]
    values = table.read_values({name: value for name, value in call.params.items() if name != _ID})
    changes = [sql.SQL("{} = {}").format(sql.Identifier(name), sql.Literal(value)) for name, value in values.items()]
    changes = changes or [sql.SQL("{0} = {0}").format(sql.Identifier(_ID))]
    query = sql.SQL("UPDATE {} SET {} WHERE cartodb_id = {} RETURNING cartodb_id").format(
        table.name, sql.SQL(", ").join(changes), sql.Literal(_read_id(text))
    )
    async with call.account.connect() as connection:
        try:
            found = await _write(table, connection, query)
        except psycopg.DataError:
            found = None
        except psycopg.Error as error:
            raise CentralApiError(400, {"errors": [describe_error(error)]}) from None
        if found is None:
            raise CentralApiError(404, {"errors": [f"row identified with {text} not found"]})
        return await _answer(table, connection, text)


async def _write(table: _Table, connection: Connection, query: sql.Composed) -> int | None:
    """The id of the row, if there is one."""
    row = await (await connection.execute(query)).fetchone()
    if row is None:
        return None
    await table.refresh_webmercator(connection, int(row[0]))
    return int(row[0])


async def delete_record(request: Request) -> Response:
    """One or several comma-separated ids. Unknown ids are ignored."""
    call, table = await _open(request)
    text = request.path_params["record_id"]
    ids = [_read_id(part.strip()) for part in text.split(",")]
    if None in ids:
        raise CentralApiError(404, {"errors": [f"row identified with {text} not found"]})
    async with call.account.connect() as connection:
        query = sql.SQL("DELETE FROM {} WHERE cartodb_id = ANY({})").format(table.name, sql.Literal(ids))
        await connection.execute(query)
    return Response(status_code=204)


routes: list[Route] = [
    Route("/tables/{table_id}/records", create_record, methods=["POST"]),
    Route("/tables/{table_id}/records/{record_id}", read_record, methods=["GET"]),
    Route("/tables/{table_id}/records/{record_id}", update_record, methods=["PUT"]),
    Route("/tables/{table_id}/records/{record_id}", delete_record, methods=["DELETE"]),
]
