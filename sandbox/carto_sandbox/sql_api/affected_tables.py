"""The tables that a query reads, according to PostgreSQL's planner, and CARTO's headers about them."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.database.connections import Connection

_FIVE_MINUTES = 300
_YEAR = 31536000
_WRITES = re.compile(r"\b(alter|insert|update|delete|create|drop|reindex|truncate|refresh)\b", re.I)
_MAY_READ = re.compile(r"\b(from|join|table)\b", re.I)
_SYSTEM_TABLE = re.compile(r"\bpg_")
_METADATA = """
SELECT DISTINCT n.nspname, c.relname, c.oid, m.updated_at
  FROM unnest(%s::text[], %s::text[]) AS t(schema, name)
  JOIN pg_namespace n ON n.nspname = t.schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name
  LEFT JOIN cartodb.CDB_TableMetadata m ON m.tabname = c.oid
 ORDER BY c.oid
"""


@dataclass(frozen=True)
class Table:
    schema: str
    name: str
    updated_at: datetime | None


class AffectedTables:
    """Of one query. `tables` is None where they cannot be told, since the query has an error other than of syntax."""

    def __init__(self, query: str, database: str, tables: list[Table] | None) -> None:
        self._writes = _WRITES.search(query) is not None
        self._database = database
        self.tables = tables

    @property
    def has_system_tables(self) -> bool:
        return any(_SYSTEM_TABLE.search(table.name) for table in self.tables or ())

    def make_headers(self, *, persist: bool) -> dict[str, str]:
        headers = {"Cache-Control": self._control_cache(persist=persist)}
        noted = [table for table in self.tables or () if table.updated_at is not None]
        if noted and not self._writes:
            names = [f"{table.schema}.{table.name}" for table in noted]
            headers["X-Cache-Channel"] = f"{self._database}:{','.join(names)}"
            headers["Surrogate-Key"] = " ".join(sorted(f"t:{_hash(f'{self._database}:{name}')}" for name in names))
        if self.tables is not None:
            latest = max((table.updated_at for table in noted if table.updated_at), default=datetime.now(UTC))
            headers["Last-Modified"] = format_datetime(latest.astimezone(UTC), usegmt=True)
        return headers

    def _control_cache(self, *, persist: bool) -> str:
        if persist:
            return f"public,max-age={_YEAR}"
        if self.tables is not None and all(table.updated_at is not None for table in self.tables):
            seconds = 0 if self._writes else _YEAR
        else:
            seconds = _FIVE_MINUTES - int(datetime.now(UTC).timestamp()) % _FIVE_MINUTES
        return f"no-cache,max-age={seconds},must-revalidate,public"


async def find_affected_tables(account: Account, query: str, *, surely: bool = False) -> AffectedTables:
    """Asks the planner, as the owner; without `surely` a query that names no table is believed to have none."""
    if "\0" in query:  # which libpq would take for its end, and CARTO's client does not
        return AffectedTables(query, account.database, None)
    if not surely and not _MAY_READ.search(query):
        return AffectedTables(query, account.database, [])
    try:
        async with account.connect() as connection:
            found = [table async for table in _explain(connection, query)]
            rows: list[Any] = []
            if found:
                cursor = await connection.execute(_METADATA, [[one[0] for one in found], [one[1] for one in found]])
                rows = await cursor.fetchall()
    except (psycopg.Error, UnicodeError):
        return AffectedTables(query, account.database, None)
    tables = [Table(str(schema), str(name), updated_at) for schema, name, _, updated_at in rows]
    return AffectedTables(query, account.database, tables)


async def _explain(connection: Connection, query: str) -> Any:
    statements = [query.strip().rstrip(";")]
    if ";" in statements[0]:
        rows = await (await connection.execute("SELECT cartodb.CDB_QueryStatements(%s)", [query])).fetchall()
        statements = [str(row[0]) for row in rows]
    for statement in statements:
        # A subselect, so that other statements than SELECT are syntax errors.
        text = f"EXPLAIN (FORMAT JSON, VERBOSE) SELECT * FROM ({statement}) affected"
        try:
            plans = await (await connection.execute(text.encode())).fetchone()
        except psycopg.errors.SyntaxError:
            continue
        for plan in plans[0] if plans else ():
            for table in _walk(plan["Plan"]):
                yield table


def _walk(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "Schema" in plan and "Relation Name" in plan:
        yield plan["Schema"], plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from _walk(part)


def _hash(name: str) -> str:
    return base64.b64encode(hashlib.sha256(name.encode()).digest()).decode()[:6]
