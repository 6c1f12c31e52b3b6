"""What an account has: its datasets, one per real table, and its maps.

A dataset is any table of the account's schema with the columns ``cartodb_id`` and ``the_geom``, however it was made:
tables made, renamed or dropped with SQL are noticed at the next look, as CARTO does with its ghost tables.
"""

import asyncio
import secrets
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql

from carto_sandbox.accounts.accounts import PUBLIC_ROLE, Account
from carto_sandbox.database.connections import Connection

PUBLIC, LINK, PRIVATE, PASSWORD = "PUBLIC", "LINK", "PRIVATE", "PASSWORD"
PRIVACIES = (PUBLIC, LINK, PRIVATE, PASSWORD)
TABLE, DERIVED, KUVIZ, APP = "table", "derived", "kuviz", "app"

_DATASETS = """
SELECT c.oid::bigint, c.relname, has_table_privilege(%s, c.oid, 'SELECT')
  FROM pg_class c
 WHERE c.relnamespace = to_regnamespace(quote_ident(%s)) AND c.relkind IN ('r', 'p')
   AND c.relname !~ '^importer_[0-9a-f]{16}$'
   AND 2 = (SELECT count(*) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attname IN ('cartodb_id', 'the_geom') AND NOT a.attisdropped)
 ORDER BY c.oid
"""


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return str(uuid.uuid4())


@dataclass(eq=False)
class Visualization:
    """A dataset (``type`` is ``table``; it has ``oid`` and ``table_id``), a map (``derived``) or a page of HTML."""

    name: str
    type: str
    privacy: str = PRIVATE
    oid: int | None = None
    table_id: str = field(default_factory=_new_id)
    sources: list["Visualization"] = field(default_factory=list)  # the datasets a map shows
    id: str = field(default_factory=_new_id)
    map_id: str = field(default_factory=_new_id)
    active_layer_id: str = field(default_factory=_new_id)
    permission_id: str = field(default_factory=_new_id)
    auth_token: str = field(default_factory=lambda: secrets.token_hex(8))
    created_at: datetime = field(default_factory=_now)
    updated_at: datetime = field(default_factory=_now)
    # What PUT may change, by CARTO's names.
    attributes: dict[str, Any] = field(default_factory=dict)
    acl: list[dict[str, str]] = field(default_factory=list)  # type, id and access of those it is shared with
    permission_updated_at: datetime = field(default_factory=_now)
    is_liked: bool = False  # by its owner: nobody else has a key to say so
    watchers: list[str] = field(default_factory=list)
    map_settings: dict[str, Any] = field(default_factory=dict)

    @property
    def is_table(self) -> bool:
        return self.type == TABLE

    @property
    def has_map(self) -> bool:
        return self.type in (TABLE, DERIVED)

    @property
    def is_open(self) -> bool:
        """Whether everybody who knows of it may read it."""
        return self.privacy in (PUBLIC, LINK)

    def get(self, name: str, default: Any = None) -> Any:
        return self.attributes.get(name, default)


@dataclass(frozen=True)
class TableFacts:
    """What PostgreSQL knows of a table: bytes, rows (an estimate, exact as long as nobody analyzed it) and shapes."""

    total_bytes: int
    rows: int
    geometry_types: list[str]


class Catalog:
    """All visualizations of one account, kept in memory as long as the sandbox runs."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._items: list[Visualization] = []
        self._lock = asyncio.Lock()

    @property
    def known(self) -> list[Visualization]:
        """What there was at the last look."""
        return [*self._items]

    async def list_all(self) -> list[Visualization]:
        """Everything there is now, after a look at the real tables."""
        async with self._lock, self._account.connect() as connection:
            rows = await (await connection.execute(_DATASETS, [PUBLIC_ROLE, self._account.schema])).fetchall()
            self._follow({int(oid): (str(name), bool(public)) for oid, name, public in rows})
            return [*self._items]

    def _follow(self, tables: dict[int, tuple[str, bool]]) -> None:
        known = {item.oid: item for item in self._items if item.is_table}
        new = {name: (oid, public) for oid, (name, public) in tables.items() if oid not in known}
        for item in list(known.values()):
            if item.oid in tables:
                name = tables[item.oid][0]
                if name != item.name:
                    item.name, item.updated_at = name, _now()
            elif item.name in new:  # dropped and made again under its name: the same dataset, with other rows
                item.oid, _ = new.pop(item.name)
                item.updated_at = _now()
            else:
                self.forget(item)
        for name, (oid, public) in new.items():
            self._items.append(Visualization(name, TABLE, PUBLIC if public else PRIVATE, oid))

    def forget(self, item: Visualization) -> None:
        """Maps of nothing but this dataset go with it."""
        self._items.remove(item)
        for other in [other for other in self._items if item in other.sources]:
            other.sources.remove(item)
            if not other.sources:
                self._items.remove(other)

    async def find(self, identifier: str) -> Visualization | None:
        """By id or by name, also as ``schema.name``; a dataset wins over a map of the same name."""
        items = await self.list_all()
        name = identifier.removeprefix(f"{self._account.schema}.")
        by_id = [item for item in items if item.id == name]
        by_name = sorted((item for item in items if item.name == name), key=lambda item: not item.is_table)
        return next(iter(by_id + by_name), None)

    async def find_table(self, identifier: str) -> Visualization | None:
        """A dataset by the id of its table (not of its visualization) or by its name."""
        name = identifier.removeprefix(f"{self._account.schema}.").strip('"')
        return next((i for i in await self.list_all() if i.is_table and name in (i.table_id, i.name)), None)

    def add_map(self, name: str, sources: Iterable[Visualization], privacy: str) -> Visualization:
        return self.add(Visualization(name, DERIVED, privacy, sources=list(sources)))

    def add(self, item: Visualization) -> Visualization:
        self._items.append(item)
        return item

    def find_dependents(self, item: Visualization) -> list[Visualization]:
        """The maps that show a dataset, the latest first."""
        found = [other for other in self._items if item in other.sources]
        return sorted(found, key=lambda other: other.updated_at, reverse=True)

    async def set_privacy(self, item: Visualization, privacy: str) -> None:
        """Also lets the anonymous role read the table, or no longer."""
        item.privacy, item.updated_at = privacy, _now()
        if item.is_table:
            verb, to = ("GRANT", "TO") if item.is_open else ("REVOKE", "FROM")
            async with self._account.connect() as connection:
                await connection.execute(
                    sql.SQL("{} SELECT ON {} {} {}").format(
                        sql.SQL(verb),
                        sql.Identifier(self._account.schema, item.name),
                        sql.SQL(to),
                        sql.Identifier(PUBLIC_ROLE),
                    )
                )

    async def rename(self, item: Visualization, name: str) -> None:
        """The table too; where PostgreSQL refuses, the old name stays and nobody is told, as with CARTO."""
        if item.is_table:
            old, new = sql.Identifier(self._account.schema, item.name), sql.Identifier(name)
            try:
                async with self._account.connect() as connection:
                    await connection.execute(sql.SQL("ALTER TABLE {} RENAME TO {}").format(old, new))
            except psycopg.Error:
                return
        item.name, item.updated_at = name, _now()

    async def delete(self, item: Visualization) -> None:
        """Raises psycopg's error when the table cannot be dropped, for example because a view needs it."""
        if item.is_table:
            async with self._account.connect() as connection:
                await connection.execute(
                    sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(self._account.schema, item.name))
                )
        if item in self._items:  # another request may have been quicker
            self.forget(item)

    async def read_facts(self, item: Visualization) -> TableFacts:
        async with self._account.connect() as connection:
            return await _read_facts(connection, self._account, item)


async def _read_facts(connection: Connection, account: Account, item: Visualization) -> TableFacts:
    row = await (
        await connection.execute(
            "SELECT pg_total_relation_size(oid), reltuples::bigint FROM pg_class WHERE oid = %s", [item.oid]
        )
    ).fetchone()
    if row is None:  # dropped since the last look
        return TableFacts(0, 0, [])
    table = sql.Identifier(account.schema, item.name)
    size, rows = int(row[0]), int(row[1])
    if rows < 0:
        count = await (await connection.execute(sql.SQL("SELECT count(*) FROM {}").format(table))).fetchone()
        rows = int(count[0]) if count else 0
    shape = (
        "ST_GeometryType(the_geom)"
        if account.has_postgis
        else "substring(the_geom::text from '^(?:SRID=\\d+;)?([A-Za-z]+)')"
    )
    # Looking at the first rows is enough: a table of CARTO has one shape.
    query = "SELECT DISTINCT {} FROM (SELECT the_geom FROM {} WHERE the_geom IS NOT NULL LIMIT 1000) AS sampled"
    found = await (await connection.execute(sql.SQL(query).format(sql.SQL(shape), table))).fetchall()
    return TableFacts(size, rows, sorted(_name_shape(str(shape)) for (shape,) in found if shape))


def _name_shape(shape: str) -> str:
    if shape.startswith("ST_"):
        return shape
    name = shape.lower().removeprefix("multi")
    multi = "Multi" if shape.lower().startswith("multi") else ""
    words = {"linestring": "LineString", "geometrycollection": "GeometryCollection"}
    return f"ST_{multi}{words.get(name, name.capitalize())}"


def get_catalog(account: Account) -> Catalog:
    return account.get_state(Catalog, lambda: Catalog(account))
