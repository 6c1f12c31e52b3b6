"""The contents of an account: its datasets, one per real table, and its maps.

A dataset is any table of the account's schema with the columns ``cartodb_id`` and ``the_geom``, however it was made:
tables made, renamed or dropped with SQL are noticed at the next look, as CARTO does with its ghost tables.
"""

import asyncio
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql

from carto_sandbox.accounts.accounts import PUBLIC_ROLE, Account
from carto_sandbox.accounts.layers import Layer, make_layers
from carto_sandbox.accounts.tables import Extent, TableFacts, read_extent, read_facts
from carto_sandbox.database.naming import make_unique

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

    owner: Account
    name: str
    type: str
    privacy: str = PRIVATE
    oid: int | None = None
    table_id: str = field(default_factory=_new_id)
    sources: list["Visualization"] = field(default_factory=list)  # the datasets a map shows
    id: str = field(default_factory=_new_id)
    map_id: str | None = field(default_factory=_new_id)
    permission_id: str = field(default_factory=_new_id)
    created_at: datetime = field(default_factory=_now)
    updated_at: datetime = field(default_factory=_now)
    table_updated_at: datetime = field(default_factory=_now)
    table_description: str | None = None  # CARTO keeps the table's apart from the visualization's
    # Attributes that PUT can change, by CARTO's names.
    attributes: dict[str, Any] = field(default_factory=dict)
    acl: list[dict[str, str]] = field(default_factory=list)  # type, id and access of those it is shared with
    permission_updated_at: datetime = field(default_factory=_now)
    liked_by: set[Account] = field(default_factory=set)
    layers: list[Layer] | None = None  # None until they are first read
    watchers: list[str] = field(default_factory=list)
    map_settings: dict[str, Any] = field(default_factory=dict)

    @property
    def is_table(self) -> bool:
        return self.type == TABLE

    @property
    def has_map(self) -> bool:
        return self.type in (TABLE, DERIVED) and self.map_id is not None

    @property
    def is_open(self) -> bool:
        """True if everybody who knows the address can read it."""
        return self.privacy in (PUBLIC, LINK)

    def get(self, name: str, default: Any = None) -> Any:
        return self.attributes.get(name, default)


class Catalog:
    """All visualizations of one account, kept in memory as long as the sandbox runs."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._items: list[Visualization] = []
        self._lock = asyncio.Lock()

    @property
    def known(self) -> list[Visualization]:
        """The tables as of the last look."""
        return [*self._items]

    async def list_all(self) -> list[Visualization]:
        """Everything there is now, after a look at the real tables."""
        async with self._lock, self._account.connect() as connection:
            rows = await (await connection.execute(_DATASETS, [PUBLIC_ROLE, self._account.schema])).fetchall()
            self._follow({int(oid): (str(name), bool(public)) for oid, name, public in rows})
            return [*self._items]

    def _follow(self, tables: dict[int, tuple[str, bool]]) -> None:
        known = {item.oid: item for item in self._items if item.oid is not None}
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
            self._items.append(Visualization(self._account, name, TABLE, PUBLIC if public else PRIVATE, oid))

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
        return next((i for i in await self.list_all() if i.oid is not None and name in (i.table_id, i.name)), None)

    def add_map(self, name: str, sources: Iterable[Visualization], privacy: str) -> Visualization:
        return self.add(Visualization(self._account, name, DERIVED, privacy, sources=list(sources)))

    def add(self, item: Visualization) -> Visualization:
        self._items.append(item)
        return item

    def find_dependents(self, item: Visualization) -> list[Visualization]:
        """The maps that show a dataset, the latest first."""
        found = [other for other in self._items if item in other.sources]
        return sorted(found, key=lambda other: other.updated_at, reverse=True)

    async def list_layers(self, item: Visualization) -> list[Layer]:
        """Those of a map, made when they are first looked at: a basemap, and all rows of each dataset."""
        if item.layers is None:
            tables = []
            for source in [item] if item.is_table else item.sources:
                shapes = (await get_catalog(source.owner).read_facts(source)).geometry_types
                name = source.name if source.owner is item.owner else f"{source.owner.schema}.{source.name}"
                tables.append((source.owner.username, name, "".join(shapes[:1])))
            item.layers = make_layers(tables)
        return item.layers

    async def set_privacy(self, item: Visualization, privacy: str) -> None:
        """Also lets the anonymous role read the table, or no longer."""
        item.privacy, item.updated_at = privacy, _now()
        if item.oid is not None:
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
        """Rename the table too, to the first free name. As at CARTO, a refusal of PostgreSQL is not reported."""
        if item.oid is not None:
            name = make_unique(name, {other.name for other in self._items if other is not item and other.is_table})
            old, new = sql.Identifier(self._account.schema, item.name), sql.Identifier(name)
            try:
                async with self._account.connect() as connection:
                    await connection.execute(sql.SQL("ALTER TABLE {} RENAME TO {}").format(old, new))
            except psycopg.Error:
                return
        item.name, item.updated_at = name, _now()

    async def delete(self, item: Visualization) -> None:
        """Raises psycopg's error when the table cannot be dropped, for example because a view needs it."""
        if item.oid is not None:
            async with self._account.connect() as connection:
                await connection.execute(
                    sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(self._account.schema, item.name))
                )
        if item in self._items:  # another request may have been quicker
            self.forget(item)

    async def read_facts(self, item: Visualization) -> TableFacts:
        async with self._account.connect() as connection:
            return await read_facts(connection, self._account, item.oid, item.name)

    async def read_extent(self, item: Visualization) -> Extent | None:
        if item.oid is None:
            return None
        async with self._account.connect() as connection:
            return await read_extent(connection, self._account, item.name)


def get_catalog(account: Account) -> Catalog:
    return account.get_state(Catalog, lambda: Catalog(account))
