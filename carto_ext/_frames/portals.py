"""The tables of a portal, and the manifest of a dump."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from attrs import asdict

from carto_ext._frames.partitions import SNAPSHOT
from carto_ext._frames.staging import PREFIX
from carto_ext.frames import DumpedTable, FileResult, FrameError, ReadableTable

MANIFEST = "manifest.json"
_VERSION = 1
# For a master key: readable tables with their columns, except those of PostGIS and CARTO themselves.
TABLES = (
    "SELECT c.table_schema AS schema, c.table_name AS name,"
    " json_agg(json_build_array(c.column_name, c.udt_name) ORDER BY c.ordinal_position) AS columns"
    " FROM information_schema.columns AS c"
    " JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
    " WHERE c.table_name IN (SELECT CDB_UserTables()) AND t.table_type = 'BASE TABLE'"
    " AND c.table_schema NOT IN ('cartodb', 'information_schema', 'pg_catalog', 'topology')"
    " AND CASE WHEN has_schema_privilege(c.table_schema, 'USAGE')"
    " THEN has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'SELECT') ELSE false END"
    " GROUP BY 1, 2 ORDER BY 1, 2"
)
# For other keys and anonymous users: CARTO forbids them all system tables, and its functions do not return schemas.
OPEN_TABLES = (
    "SELECT '' AS schema, name, (SELECT json_agg(json_build_array(one, CDB_ColumnType(place, one)))"
    " FROM (SELECT CDB_ColumnNames(place)::text AS one) AS c) AS columns"
    " FROM (SELECT name, to_regclass(quote_ident(name)) AS place"
    " FROM (SELECT CDB_UserTables()::text AS name) AS t) AS p"
    " WHERE place IS NOT NULL ORDER BY 2"
)


def read_tables(rows: Iterable[dict[str, Any]]) -> list[ReadableTable]:
    """Return the tables, without those of unfinished loads and snapshots."""
    tables = (ReadableTable(row["schema"], row["name"], dict(row["columns"] or ())) for row in rows)
    return [table for table in tables if not table.name.startswith((PREFIX, SNAPSHOT))]


def chosen_tables(tables: Sequence[ReadableTable], names: Iterable[str] | None) -> list[ReadableTable]:
    """Return the named tables (name or schema.name). Raises FrameError for a missing or unreadable one."""
    if names is None:
        return list(tables)
    wanted = set(names)
    chosen = [table for table in tables if {table.name, f"{table.schema}.{table.name}"} & wanted]
    found = {name for table in chosen for name in (table.name, f"{table.schema}.{table.name}")}
    if missing := sorted(wanted - found):
        raise FrameError(f"this key cannot read {', '.join(map(repr, missing))}: check the name and the key's grants")
    return chosen


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Manifest:
    """The manifest of a folder, which lists the complete tables of an earlier dump. Threads can share it."""

    def __init__(self, folder: Path, account: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(".*.parquet.*.part"):  # left by a dump that was killed
            left.unlink()
        self._lock = Lock()
        self.path = folder / MANIFEST
        self._account = account
        self._tables: dict[tuple[str, str], DumpedTable] = {}
        if self.path.exists():
            self._read()

    def _read(self) -> None:
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            tables = [DumpedTable(**one) for one in told["tables"]]
            account = told["account"]
        except (ValueError, KeyError, TypeError) as error:
            raise FrameError(f"{self.path} is not the manifest of a dump ({error}): choose an empty folder") from None
        if account != self._account:
            raise FrameError(f"{self.path} belongs to {account}: choose another folder for {self._account}")
        self._tables = {(one.schema, one.name): one for one in tables}

    def complete(self, table: ReadableTable) -> DumpedTable | None:
        """Return the entry of a table that was written before, if its file is unchanged in size."""
        found = self._tables.get((table.schema, table.name))
        if found is None or found.failure is not None:
            return None
        file = self.path.parent / found.file
        return found if file.is_file() and file.stat().st_size == found.bytes else None

    def add(self, table: DumpedTable) -> None:
        """Save the entry to disk, so that an interrupted dump can continue."""
        with self._lock:
            self._tables[table.schema, table.name] = table
            tables = [asdict(self._tables[key]) for key in sorted(self._tables)]
            text = json.dumps({"version": _VERSION, "account": self._account, "tables": tables}, indent=1)
            part = self.path.with_name(f".{MANIFEST}.part")
            part.write_text(text + "\n", encoding="utf-8")
            part.replace(self.path)


def file_name(table: ReadableTable, tables: Iterable[ReadableTable]) -> str:
    """Return the table's name, with its schema if two have the same; characters unsafe in file names become hex."""
    alike = sum(one.name.lower() == table.name.lower() for one in tables) > 1
    name = f"{table.schema}.{table.name}" if alike else table.name
    return re.sub(r"[^A-Za-z0-9_.-]|^\.", lambda found: f"%{found[0].encode().hex()}", name) + ".parquet"


def dumped(table: ReadableTable, file: str, begun: str, result: FileResult) -> DumpedTable:
    return DumpedTable(
        table.schema, table.name, file, begun, now(), result.rows, result.bytes, result.columns, result.crs
    )


def failed(table: ReadableTable, file: str, begun: str, error: Exception) -> DumpedTable:
    return DumpedTable(table.schema, table.name, file, begun, now(), failure=f"{type(error).__name__}: {error}")
