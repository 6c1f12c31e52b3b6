"""A query's rows as CARTO's ogr2ogr reads them: by a cursor, column by column in its own order, with its own errors."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from psycopg import pq
from psycopg.pq.abc import PGresult

from carto_sandbox.database.connections import Connection
from carto_sandbox.database.wire import Wire
from carto_sandbox.http.errors import SqlApiError, make_sql_error
from carto_sandbox.sql_api.formats.columns import GEOMETRY
from carto_sandbox.sql_api.queries import QueryRequest, wrap_for_ogr

_PAGE = 500


@dataclass(frozen=True)
class Column:
    name: str
    oid: int
    modifier: int

    @property
    def identifier(self) -> str:
        return '"' + self.name.replace('"', '""') + '"'


class Cursor:
    """`warnings` are those that ogr2ogr has written before the first row, and repeats when a row fails."""

    def __init__(self, connection: Connection, request: QueryRequest, warnings: str) -> None:
        self._wire = Wire(connection)
        self._request = request
        self._warnings = warnings

    async def find_columns(self) -> list[Column]:
        """Those that are wanted, the_geom first. Errors in the query's text come out in PostgreSQL's words."""
        columns: list[Column] = []
        async for result in self._wire.stream(f"{wrap_for_ogr(self._request.query)} LIMIT 0"):
            for number in range(result.nfields):
                name = (result.fname(number) or b"").decode()
                columns.append(Column(name, result.ftype(number), result.fmod(number)))
        kept = [column for column in columns if column.name not in self._request.skipped]
        return sorted(kept, key=lambda column: column.name != GEOMETRY)

    async def find_first(self, expressions: str, column: Column) -> list[str] | None:
        """Of the first row that has the column."""
        query = f"{wrap_for_ogr(self._request.query, [expressions])} WHERE {column.identifier} is not null limit 1"
        found = None
        async for row in self._wire.stream(query):
            if row.status == pq.ExecStatus.SINGLE_TUPLE:
                found = [(row.get_value(0, number) or b"").decode() for number in range(row.nfields)]
        return found

    async def read(self, expressions: list[str]) -> AsyncGenerator[PGresult, None]:
        query = wrap_for_ogr(self._request.query, expressions)
        try:
            for statement in ("BEGIN", f"DECLARE executeSQLCursor CURSOR for {query}"):
                async for _ in self._wire.stream(statement):
                    pass
        except SqlApiError as error:
            raise make_sql_error(f"ogr2ogr command return code 1, Error: ERROR 1: {error.report}\n\n") from None
        try:
            found = True
            while found:
                found = False
                async for row in self._wire.stream(f"FETCH {_PAGE} in executeSQLCursor"):
                    if row.status == pq.ExecStatus.SINGLE_TUPLE:
                        found = True
                        yield row
        except SqlApiError as error:
            ending = (
                "\n\n\nERROR 1: Terminating translation prematurely after failed\ntranslation from sql statement.\n"
            )
            text = f"ogr2ogr command return code 1, Error: {self._warnings}\nERROR 1: {error.report}{ending}"
            raise make_sql_error(text) from None
        async for _ in self._wire.stream("COMMIT"):
            pass


def write_warnings(path: str, options: tuple[str, ...]) -> str:
    """One line for each layer option of CARTO's that a format does not know."""
    return "".join(f"Warning 6: dataset {path} does not support layer creation option {name}\n" for name in options)
