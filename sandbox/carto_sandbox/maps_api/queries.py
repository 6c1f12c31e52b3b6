"""Queries of maps: read-only, in the account's database, with the caller's role."""

import math
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import psycopg
from psycopg.rows import dict_row

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.errors import NOT_IMPLEMENTED, MapsApiError, from_database

WORLD_SIZE = 40075016.68557849
"""Length of the equator in web mercator, in metres."""

_TIMEOUT = "25s"
_WORLD = f"{WORLD_SIZE / 2!r}"
# The values for the whole world, the tile 0/0/0.
_TOKENS = {
    "!bbox!": f"ST_MakeEnvelope(-{_WORLD}, -{_WORLD}, {_WORLD}, {_WORLD}, 3857)",
    "!scale_denominator!": "559082264.02871777343",
    "!pixel_width!": "156543.03392804097656",
    "!pixel_height!": "156543.03392804097656",
}
_NUL_BYTE = 'invalid byte sequence for encoding "UTF8": 0x00'

Row = dict[str, Any]


def quote_identifier(name: str) -> str:
    return '"' + name.replace("\0", "").replace('"', '""') + '"'


def quote_literal(text: str) -> str:
    escaped = text.replace("\0", "").replace("'", "''")
    return f" E'{escaped.replace(chr(92), chr(92) * 2)}'" if "\\" in escaped else f"'{escaped}'"


def as_table(query: str) -> str:
    """The query inside brackets, its tokens filled with what stands for the whole world."""
    return f"({strip_query(fill_tokens(query))}\n)"


def strip_query(query: str) -> str:
    return re.sub(r"\s*;\s*$", "", query)


def fill_tokens(query: str, values: Mapping[str, str] | None = None) -> str:
    for token, value in {**_TOKENS, **(values or {})}.items():
        query = query.replace(token, value)
    return query


def check_postgis(account: Account, what: str, kind: str = "tile") -> None:
    """501 where the server has none. `what` the sandbox cannot do then, in words."""
    if not account.has_postgis:
        text = (
            f"This sandbox runs without PostGIS: it cannot {what}. "
            "Name a PostgreSQL server that has PostGIS in CARTO_SANDBOX_DSN, then it does."
        )
        raise MapsApiError(text, NOT_IMPLEMENTED, kind)


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


async def estimate_rows(account: Account, query: str) -> float:
    """Return PostgreSQL's estimate of the rows. Like CARTO, first analyze tables without statistics."""
    names, _ = await find_tables(account, [query])
    async with account.connect(account.master) as connection:
        for name in names:
            known = await connection.execute(
                "SELECT FROM pg_stats WHERE to_regclass(quote_ident(schemaname) || '.' || quote_ident(tablename))"
                " = to_regclass(%s) LIMIT 1",
                (name,),
            )
            if await known.fetchone() is None:
                await connection.execute(f"ANALYZE {name}".encode())
        text = f"EXPLAIN (FORMAT JSON) {strip_query(fill_tokens(query))}"
        rows = await (await connection.execute(text.encode("utf-8", "replace"))).fetchone()
    assert rows is not None
    return int(rows[0][0]["Plan"]["Plan Rows"])


async def find_tables(
    account: Account, queries: Iterable[str], key: ApiKey | None = None
) -> tuple[list[str], datetime | None]:
    """The tables that the queries read, as schema.table, and when the newest of them was changed, if anybody knows."""
    names: dict[str, None] = {}
    newest: datetime | None = None
    for query in queries:
        found = await ask(
            account,
            key or account.master,
            "SELECT t.name, m.updated_at"
            f" FROM unnest(cartodb.CDB_QueryTablesText({quote_literal(fill_tokens(query))})) AS t(name)"
            " LEFT JOIN cartodb.CDB_TableMetadata m ON m.tabname = to_regclass(t.name)",
        )
        for row in found:
            names[str(row["name"])] = None
            if row["updated_at"] is not None and (newest is None or row["updated_at"] > newest):
                newest = row["updated_at"]
    return [*names], newest


async def read_fields(account: Account, key: ApiKey, query: str) -> dict[str, int]:
    """The query's columns with the oids of their types; psycopg.Error when PostgreSQL refuses it."""
    if "\0" in query:
        raise MapsApiError(_NUL_BYTE, 400)
    async with account.connect(key) as connection, connection.cursor() as cursor:
        text = f"SELECT * FROM {as_table(query)} AS cdbq LIMIT 0"
        await cursor.execute(text.encode("utf-8", "replace"))
        return {column.name: column.type_code for column in cursor.description or ()}


async def read_columns(account: Account, key: ApiKey, query: str) -> dict[str, int]:
    """`read_fields` with CARTO's error."""
    try:
        return await read_fields(account, key, query)
    except psycopg.Error as error:
        raise from_database(error) from None


def to_json(value: Any) -> Any:
    """A value of the database as node-postgres and JSON.stringify would show it."""
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
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
