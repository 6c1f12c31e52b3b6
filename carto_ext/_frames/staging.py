"""The SQL of a load: rows go into staging tables, and one transaction makes them the table.

No statement here says BEGIN: statements sent as one text are one transaction, and an error leaves none open.
"""

import re
import secrets
import urllib.parse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from carto_ext._frames.names import TableName, literal, qualified, quote
from carto_ext.errors import InvalidArgumentError
from carto_ext.frames import FrameError, IfExists, WriteOptions

# Prefix of the tables of unfinished loads. A load that was killed leaves some behind.
PREFIX = "carto_load_"
_ID = "cartodb_id"
# CARTO accepts 8 KB of URL and headers.
_NAMED_CHARACTERS = 5000
_FAMILIES = {
    "numbers": {"int2", "int4", "int8", "float4", "float8", "numeric"},
    "dates": {"date", "timestamp", "timestamptz"},
    "text": {"text", "varchar", "bpchar"},
    "geometry": {"geometry", "geography"},
    **{name: {name} for name in ("bool", "bytea", "time", "interval")},
}


@dataclass(frozen=True)
class StagedColumn:
    name: str
    postgres: str
    srid: int | None = None  # of geometries


@dataclass(frozen=True)
class Plan:
    """The description of a load: its table and columns. Picklable. Every part has a staging table of its own."""

    schema: str
    table: str
    columns: tuple[StagedColumn, ...]
    if_exists: IfExists
    exists: bool
    cartodbfy: bool = True
    indexes: tuple[str, ...] = ()
    # Options for opening the frames of the parts.
    geometry: str | None = None
    srid: int | None = None
    types: Mapping[str, str] = field(default_factory=dict)
    id: str = field(default_factory=lambda: secrets.token_hex(6))

    @property
    def target(self) -> str:
        return qualified((self.schema, self.table))

    @property
    def appends(self) -> bool:
        return self.exists and self.if_exists == "append"

    @property
    def prefix(self) -> str:
        """Common prefix of all staging tables of this load."""
        return f"{PREFIX}{self.id}_"

    def new_part(self) -> str:
        """Return a new name, which differs also between two tries of the same part."""
        return f"{self.prefix}{secrets.token_hex(6)}"

    def create(self, part: str) -> str:
        """Return the statement that creates a part's table.

        The table numbers its rows, because CARTO would rewrite it otherwise. For rows to append, its columns have the
        target's types, so that COPY checks the values.
        """
        if self.appends:
            shown = (
                quote(column.name) if column.srid is None else f"NULL::{column.postgres} AS {quote(column.name)}"
                for column in self.columns
            )
            return f"CREATE TABLE {self._of(part)} AS SELECT {', '.join(shown)} FROM {self.target} LIMIT 0"
        columns = [f"{quote(column.name)} {column.postgres}" for column in self.columns]
        if self._is_numbered:
            columns.insert(0, f"{_ID} bigserial")
        return f"CREATE TABLE {self._of(part)} ({', '.join(columns)})"

    @property
    def _is_numbered(self) -> bool:
        """True if a part has cartodb_id in addition to the frame's columns, which COPY then has to list in its URL."""
        named = self._names(self.columns)
        ours = self.cartodbfy and not self.appends and _ID not in {column.name for column in self.columns}
        return ours and len(urllib.parse.quote(named)) < _NAMED_CHARACTERS

    def copy(self, part: str) -> str:
        names = f" ({self._names(self.columns)})" if self._is_numbered else ""
        return f"COPY {self._of(part)}{names} FROM STDIN WITH (FORMAT csv)"

    def join(self, part: str, others: Iterable[str]) -> str:
        """Return the statements that move the rows of other parts into one."""
        names = self._names(self.columns)
        into = f"INSERT INTO {self._of(part)} ({names}) SELECT {names}"
        return "; ".join(f"{into} FROM {self._of(other)}; DROP TABLE {self._of(other)}" for other in others)

    def finish(self, part: str) -> str:
        """Return the statements that make the part the table, or append its rows."""
        return "; ".join(self._append(part) if self.appends else self._swap(part))

    def drop(self, parts: Iterable[str]) -> str:
        return f"DROP TABLE IF EXISTS {', '.join(map(self._of, parts))}"

    def _append(self, part: str) -> list[str]:
        # Rows that were read from another table have its numbers; here they get new ones.
        columns = [column for column in self.columns if column.name != _ID]
        values = ", ".join(map(self._appended, columns))
        return [
            f"INSERT INTO {self.target} ({self._names(columns)}) SELECT {values} FROM {self._of(part)}",
            f"DROP TABLE {self._of(part)}",
        ]

    def _appended(self, column: StagedColumn) -> str:
        name = quote(column.name)
        if column.srid is None or column.name != "the_geom" or not self.cartodbfy:
            return name
        return name if column.srid == 4326 else f"ST_Transform({name}, 4326)"

    def _swap(self, part: str) -> list[str]:
        staged = self._of(part)
        steps = []
        if self.cartodbfy:
            # Not a SELECT: an error after its first row would come inside a 200.
            made = f"PERFORM CDB_CartodbfyTable({literal(self.schema)}, {literal(staged)}::regclass)"
            steps.append(_block(f"BEGIN {made}; END"))
        steps += [f"CREATE INDEX ON {staged} ({quote(name)})" for name in self.indexes]
        if self.exists:
            steps += [self._keep_grants(part), f"DROP TABLE IF EXISTS {self.target}"]
        return [*steps, f"ALTER TABLE {staged} RENAME TO {quote(self.table)}"]

    def _keep_grants(self, part: str) -> str:
        """Return the statement that copies the old table's grants, which also make a dataset public."""
        body = (
            "DECLARE one record; BEGIN"
            " FOR one IN SELECT grantee, privilege_type FROM information_schema.table_privileges"
            f" WHERE table_schema = {literal(self.schema)} AND table_name = {literal(self.table)}"
            " AND grantor = current_user AND grantee <> current_user LOOP"
            f" EXECUTE format('GRANT %s ON %s TO %s', one.privilege_type, {literal(self._of(part))},"
            " CASE one.grantee WHEN 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident(one.grantee) END); END LOOP; END"
        )
        return _block(body)

    def _of(self, part: str) -> str:
        return qualified((self.schema, part))

    @staticmethod
    def _names(columns: Iterable[StagedColumn]) -> str:
        return ", ".join(quote(column.name) for column in columns)


def _block(body: str) -> str:
    return f"DO $carto${body}$carto$"


def check_columns(plan: Plan, columns: Sequence[str]) -> None:
    """Raise FrameError if a part has other columns than the load."""
    if (expected := [column.name for column in plan.columns]) != list(columns):
        raise FrameError(f"a part has the columns {', '.join(columns)}; this load has {', '.join(expected)}")


def whereabouts(table: TableName) -> str:
    """Return a query for the schema of a table, and for its existence."""
    schema, name = table
    told = "current_schema()::text" if schema is None else literal(schema)
    wanted = f"format('%I.%I', {told}, {literal(name)})"
    return f"SELECT {told} AS schema, to_regclass({wanted}) IS NOT NULL AS exists"


def check_write_options(options: Mapping[str, Any]) -> None:
    if unknown := set(options) - set(WriteOptions.__annotations__):
        raise TypeError(f"unexpected keyword arguments: {', '.join(sorted(unknown))}")


def check_exists(table: str, exists: bool, if_exists: str) -> None:
    """Raise InvalidArgumentError for a bad `if_exists`, or for an existing table."""
    if if_exists not in ("fail", "replace", "append"):
        raise InvalidArgumentError(f'if_exists is {if_exists!r}: give "fail", "replace" or "append"')
    if exists and if_exists == "fail":
        raise InvalidArgumentError(
            f'the table {table!r} exists: give if_exists="replace" to replace it, "append" to add rows, or another name'
        )


def check_appended(table: str, columns: Sequence[StagedColumn], fields: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise FrameError for a column that the table does not have, or has with an incompatible type."""
    lacking = [column.name for column in columns if column.name not in fields and column.name != _ID]
    if lacking:
        raise FrameError(
            f"the table {table!r} has no column {', '.join(map(repr, lacking))}: leave it out, rename it, or add it "
            "with ALTER TABLE"
        )
    for column in columns:
        there = fields.get(column.name)
        if there is not None and not _takes(there, column):
            has = there.get("pgtype") or there.get("type")
            raise FrameError(
                f"the column {column.name!r} of {table!r} is {has}, but the frame has {column.postgres}: convert it"
            )


def _takes(there: Mapping[str, Any], column: StagedColumn) -> bool:
    """Compare the families of two types; the server checks each value. Text can hold values of unusual types."""
    has, given = _family(str(there.get("pgtype") or there.get("type"))), _family(column.postgres)
    return has == given or (given == "text" and has not in _FAMILIES and not has.startswith("_"))


def _family(postgres: str) -> str:
    name = _base(postgres)
    return next((family for family, names in _FAMILIES.items() if name in names), name)


_SYNONYMS = {"boolean": "bool", "smallint": "int2", "integer": "int4", "bigint": "int8", "real": "float4"}
_SYNONYMS |= {"double precision": "float8", "timestamp with time zone": "timestamptz", "character varying": "varchar"}


def _base(postgres: str) -> str:
    """Return PostgreSQL's short name without a length; for arrays, the name in pg_type."""
    name = re.sub(r"\(.*?\)", "", postgres).strip().lower()
    element = name.removesuffix("[]")
    known = _SYNONYMS.get(element, element)
    return f"_{known}" if element != name else known
