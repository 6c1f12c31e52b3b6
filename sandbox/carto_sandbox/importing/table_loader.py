"""Rows of a source into a table that looks like one of CARTO's: cartodb_id, the_geom, then the columns of the file."""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql

from carto_sandbox.database import geometry
from carto_sandbox.database.column_types import BIGINT, DOUBLE, TEXT
from carto_sandbox.database.naming import make_column_names
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.sources import Record, TableSource

ID_COLUMN, GEOMETRY_COLUMN, WEBMERCATOR_COLUMN = "cartodb_id", "the_geom", "the_geom_webmercator"
_COPY_BYTES = 512 * 1024
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": ""})
_NEEDS_ESCAPE = re.compile(r"[\\\t\n\r\0]")  # looking is many times quicker than translating
_NULL = "\\N"

Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass
class TablePlan:
    """The mapping of a record's fields to columns, and the source of ``the_geom``."""

    columns: list[tuple[int, str, str]] = field(default_factory=list)  # position in the record, name, type
    id_position: int | None = None
    make_geometry: Callable[[Record], str | None] | None = None


def plan_table(source: TableSource, kinds: list[str], *, types: bool) -> TablePlan:
    names = make_column_names(source.headers)
    plan = TablePlan()
    used, rejected = _choose_geometry(source, names, kinds, plan, types=types)
    for position, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        if name == ID_COLUMN:
            plan.id_position = position
        elif position == rejected or (name == GEOMETRY_COLUMN and position != used):
            plan.columns.append((position, "invalid_the_geom", kind))
        elif position != used and name != WEBMERCATOR_COLUMN:  # always made anew from the_geom
            plan.columns.append((position, name, kind))
    return plan


def _choose_geometry(
    source: TableSource, names: list[str], kinds: list[str], plan: TablePlan, *, types: bool
) -> tuple[int | None, int | None]:
    """The position of the column that is used up, and of one that only looked like geometries by its name.

    A source's own geometries come first, then longitude and latitude where types are guessed, then the first column
    with one of the names. Only that one is tried; without any value it is left out.
    """
    if source.geometry_position is not None:
        own = source.geometry_position
        plan.make_geometry = GeometryMaker(lambda record: record[own], promotes=source.promotes)
        return own, None
    longitude = _find_number(geometry.LONGITUDE_NAMES, names, kinds)
    latitude = _find_number(geometry.LATITUDE_NAMES, names, kinds)
    if types and longitude is not None and latitude is not None:
        plan.make_geometry = lambda record: geometry.from_coordinates(record[longitude], record[latitude])
        return None, None
    position = next((at for at, name in enumerate(names) if name in geometry.GEOMETRY_NAMES), None)
    if position is None:
        return None, None
    found = _look_for_geometries(source, position)
    if found is False:
        return None, position
    if found:
        at = position
        plan.make_geometry = GeometryMaker(lambda record: geometry.from_text(record[at] or ""), promotes=False)
    return position, None


def _find_number(names: tuple[str, ...], found: list[str], kinds: list[str]) -> int | None:
    """The first of the columns with one of the names, which has to hold numbers."""
    return next((at for at, name in enumerate(found) if name in names and kinds[at] in (BIGINT, DOUBLE)), None)


def _look_for_geometries(source: TableSource, position: int) -> bool | None:
    """Return True if all values are geometries; None without values."""
    found = None
    for record in source.records():
        value = record[position]
        if value and value.strip():
            try:
                geometry.from_text(value)
            except geometry.GeometryError:
                return False
            found = True
    return found


class GeometryMaker:
    """Geometries of records as CARTO keeps them. The first one decides: collections are refused, and where it is
    several points, of each the first is kept.
    """

    def __init__(self, read: Callable[[Record], str | None], *, promotes: bool) -> None:
        self._read = read
        self._promotes = promotes
        self._seen = self._takes_first = False

    def __call__(self, record: Record) -> str | None:
        text = self._read(record)
        if text is None:
            return None
        if not self._seen:
            self._seen = True
            if geometry.is_collection(text):
                raise ImportFailureError(1012, "a collection of geometries is not supported")
            self._takes_first = geometry.is_multipoint(text)
        if self._takes_first:
            return geometry.take_first_point(text)
        return geometry.promote(text) if self._promotes else text


class TableLoader:
    """Writes into the schema that comes first for the role of one connection, as that role."""

    def __init__(self, connection: Connection, *, postgis: bool, checkpoint: Callable[[], None] = lambda: None) -> None:
        self._connection = connection
        self._checkpoint = checkpoint
        self._postgis = postgis

    def load(self, source: TableSource, plan: TablePlan, kinds: list[str]) -> str:
        """Makes and fills a table under a name of its own, which is returned; a failure leaves no table behind."""
        staging = f"importer_{secrets.token_hex(8)}"
        if plan.id_position is not None and kinds[plan.id_position] not in (BIGINT, "integer", "smallint", TEXT):
            raise ImportFailureError(2011)
        try:
            with self._connection.transaction():
                self._connection.execute("SET LOCAL timezone TO 'UTC'")
                self._connection.execute(self._create_statement(staging, plan))
                self._copy(staging, source, plan)
                self._finish(staging)
        except psycopg.Error as error:
            raise _translate(error) from error
        except geometry.GeometryError as error:
            raise ImportFailureError(2014, str(error)) from error
        return staging

    def load_query(self, query: str) -> str:
        """The same from a query: its columns, and those every CARTO table has."""
        staging = f"importer_{secrets.token_hex(8)}"
        table = sql.Identifier(staging)
        try:
            with self._connection.transaction():
                # The text is the account's own SQL, run with no more rights than its SQL API has.
                self._connection.execute(sql.SQL("CREATE TABLE {} AS {}").format(table, sql.SQL(query)))
                self._finish(staging)
        except psycopg.Error as error:
            raise ImportFailureError(8003, error.diag.message_primary or "") from error
        return staging

    def _create_statement(self, table: str, plan: TablePlan) -> sql.Composed:
        # Any reference system and any dimensions may come; _finish makes them what CARTO keeps.
        kind = sql.SQL("geometry" if self._postgis else "text")
        columns: list[sql.Composable] = [
            sql.SQL("{} bigserial PRIMARY KEY").format(sql.Identifier(ID_COLUMN)),
            *(sql.SQL("{} {}").format(sql.Identifier(name), kind) for name in (GEOMETRY_COLUMN, WEBMERCATOR_COLUMN)),
        ]
        columns += [sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind)) for _, name, kind in plan.columns]
        return sql.SQL("CREATE TABLE {} ({})").format(sql.Identifier(table), sql.SQL(", ").join(columns))

    def _copy(self, table: str, source: TableSource, plan: TablePlan) -> None:
        names = [ID_COLUMN] if plan.id_position is not None else []
        names += [GEOMETRY_COLUMN] if plan.make_geometry else []
        names += [name for _, name, _ in plan.columns]
        if not names:
            return
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
        )
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for block in _write_blocks(source, plan):
                self._checkpoint()  # while rows are sent, a cancellation by PostgreSQL is not noticed
                copy.write(block)

    def _finish(self, table: str) -> None:
        """Makes it a dataset with the function that CARTO's users call for that."""
        self._connection.execute(
            "SELECT cartodb.CDB_CartodbfyTable(current_schema(), %s::text::regclass)", [f'"{table}"']
        )
        self._connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))


def _write_blocks(source: TableSource, plan: TablePlan) -> Iterator[bytes]:
    """The rows in PostgreSQL's text format, in blocks of about half a megabyte."""
    columns = [(position, kind == TEXT) for position, _, kind in plan.columns]
    lines: list[str] = []
    size = 0
    for record in source.records():
        fields = [] if plan.id_position is None else [_write_field(record[plan.id_position], is_text=False)]
        if plan.make_geometry is not None:
            fields.append(plan.make_geometry(record) or _NULL)
        fields += [_write_field(record[position], is_text=is_text) for position, is_text in columns]
        line = "\t".join(fields) + "\n"
        lines.append(line)
        size += len(line)
        if size >= _COPY_BYTES:
            yield "".join(lines).encode()
            lines, size = [], 0
    yield "".join(lines).encode()


def _write_field(value: str | None, *, is_text: bool) -> str:
    """An empty text is a text; an empty number, date or boolean is unknown."""
    if value is None:
        return _NULL
    return _escape(value) if is_text else (value.strip() or _NULL)


def _escape(text: str) -> str:
    return text.translate(_ESCAPES) if _NEEDS_ESCAPE.search(text) else text


def _translate(error: psycopg.Error) -> ImportFailureError:
    reason = error.diag.message_primary or ""
    if isinstance(error, psycopg.errors.QueryCanceled):
        return ImportFailureError(6667)
    about_id = ID_COLUMN in f"{error.diag.column_name} {error.diag.constraint_name} {error.diag.context} {reason}"
    if about_id or isinstance(error, psycopg.errors.UniqueViolation | psycopg.errors.NotNullViolation):
        return ImportFailureError(2011, reason)
    return ImportFailureError(2014 if "geometry" in reason else 2001, reason)
