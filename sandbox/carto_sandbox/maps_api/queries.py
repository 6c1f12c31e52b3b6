"""Queries of maps, run in the account's database, reading only, as the role of whoever asks."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import psycopg
from psycopg.rows import dict_row

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.errors import MapsApiError, from_database

WORLD_SIZE = 40075016.68557849
"""Length of the equator in web mercator, in metres."""

_TIMEOUT = "25s"
_TOKENS = {"!pixel_width!": "1", "!pixel_height!": "1", "!scale_denominator!": "1", "!zoom!": "0"}
_NUL_BYTE = 'invalid byte sequence for encoding "UTF8": 0x00'

Row = dict[str, Any]


def quote_identifier(name: str) -> str:
    return '"' + name.replace("\0", "").replace('"', '""') + '"'


def quote_literal(text: str) -> str:
    escaped = text.replace("\0", "").replace("'", "''")
    return f" E'{escaped.replace(chr(92), chr(92) * 2)}'" if "\\" in escaped else f"'{escaped}'"


def as_table(query: str) -> str:
    """The query inside brackets, its tokens filled with what stands for the whole world."""
    return f"({strip_query(fill_tokens(query, 'NULL', {}))}\n)"


def strip_query(query: str) -> str:
    return re.sub(r"[;\s]+$", "", query)


def fill_tokens(query: str, bbox: str, sizes: Mapping[str, str]) -> str:
    for token, value in ({"!bbox!": bbox} | _TOKENS | dict(sizes)).items():
        query = query.replace(token, value)
    return query


async def run_query(account: Account, key: ApiKey, query: str) -> list[Row]:
    """All rows; psycopg.Error when PostgreSQL refuses. A statement that runs too long is ended."""
    if "\0" in query:
        raise MapsApiError(_NUL_BYTE, 400)
    async with account.connect(key) as connection, connection.transaction():
        await connection.execute("SET TRANSACTION READ ONLY")
        await connection.execute(f"SET LOCAL statement_timeout = '{_TIMEOUT}'".encode())
        async with connection.cursor(row_factory=dict_row) as cursor:
            await cursor.execute(query.encode("utf-8", "replace"))
            return await cursor.fetchall() if cursor.description is not None else []


async def ask(account: Account, key: ApiKey, query: str) -> list[Row]:
    """`run_query` with CARTO's error."""
    try:
        return await run_query(account, key, query)
    except psycopg.Error as error:
        raise from_database(error) from None


def choose_key(account: Account, key: ApiKey, as_owner: bool) -> ApiKey:
    return account.master if as_owner else key


async def check_layer(account: Account, key: ApiKey, layer: Layer) -> None:
    """Whether the layer's query works for this role and has the columns that the layer needs."""
    if layer.sql is None:
        return
    table = as_table(layer.sql)
    key = choose_key(account, key, layer.as_owner)
    full = f"SELECT * FROM {table[:-2]}) as cdbq LIMIT 0"
    queries = [full]
    wanted = [layer.geometry_column] if layer.type == "mapnik" else []
    if columns := [*wanted, *layer.columns]:
        queries.append(f"SELECT {', '.join(map(quote_identifier, columns))} FROM {table} AS cdbq LIMIT 0")
    if attributes := layer.options.get("attributes"):
        names = [*map(str, attributes["columns"]), attributes["id"]]
        queries.append(f"SELECT {', '.join(map(quote_identifier, names))} FROM {table} AS cdbq LIMIT 0")
    for query in queries:
        try:
            await run_query(account, key, query)
        except psycopg.Error as error:
            raise _describe_layer_error(layer, error, query) from None


def _describe_layer_error(layer: Layer, error: psycopg.Error, query: str) -> MapsApiError:
    """Layers with a style are refused by the renderer, which says more; vector layers by the database itself."""
    if layer.has_style and layer.type == "mapnik":
        prefix = "Postgis Plugin: ERROR:  "
        suffix = (
            f"\nin executeQuery Full sql was: '{query}'\n  encountered during parsing of layer '{layer.id}' in Layer"
        )
        found = from_database(error, prefix=prefix, suffix=suffix)
    else:
        found = from_database(error)
    if found.kind == "unknown":
        found.kind, found.subtype = "layer", "query"
    found.context["layer"] = layer.label
    return found


async def count_rows(account: Account, key: ApiKey, query: str) -> int:
    rows = await ask(account, key, f"SELECT count(*) AS n FROM {as_table(query)} AS cdbq")
    return int(rows[0]["n"])


async def find_tables(account: Account, queries: list[str]) -> tuple[list[str], datetime | None]:
    """The tables that the queries read, as schema.table, and when the newest of them was changed, if anybody knows."""
    names: set[str] = set()
    newest: datetime | None = None
    for query in queries:
        text = quote_literal(f"SELECT * FROM {as_table(query)} AS cdbq")
        found = await ask(
            account,
            account.master,
            f"SELECT t.name, m.updated_at FROM unnest(cartodb.CDB_QueryTablesText({text})) AS t(name)"
            " LEFT JOIN cartodb.CDB_TableMetadata m ON m.tabname = to_regclass(t.name)",
        )
        for row in found:
            names.add(str(row["name"]))
            if row["updated_at"] is not None and (newest is None or row["updated_at"] > newest):
                newest = row["updated_at"]
    return sorted(names), newest


async def read_columns(account: Account, key: ApiKey, query: str) -> dict[str, int]:
    """The query's columns with the oids of their types."""
    if "\0" in query:
        raise MapsApiError(_NUL_BYTE, 400)
    try:
        async with account.connect(key) as connection, connection.cursor() as cursor:
            await cursor.execute(f"SELECT * FROM {as_table(query)} AS cdbq LIMIT 0".encode("utf-8", "replace"))
            return {column.name: column.type_code for column in cursor.description or ()}
    except psycopg.Error as error:
        raise from_database(error) from None


def to_json(value: Any) -> Any:
    """A value of the database as node-postgres and JSON.stringify would show it."""
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime):
        aware = value.astimezone(UTC) if value.tzinfo else value
        return aware.strftime("%Y-%m-%dT%H:%M:%S.") + f"{aware.microsecond // 1000:03d}Z"
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {name: to_json(item) for name, item in value.items()}
    if value is None or isinstance(value, bool | int | str):
        return value
    return value.hex() if isinstance(value, bytes) else str(value)


async def check_layers(account: Account, key: ApiKey, layers: list[Layer]) -> None:
    """The first layer that is refused decides."""
    for layer in layers:
        await check_layer(account, key, layer)
