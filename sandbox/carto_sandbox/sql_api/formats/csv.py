"""CSV as ogr2ogr leaves it. CARTO writes a file first, so every error comes before the first byte."""

import re
import tempfile
from collections.abc import AsyncGenerator, Iterable

from carto_sandbox.database.connections import Connection
from carto_sandbox.sql_api.formats.cursor import Cursor, write_warnings
from carto_sandbox.sql_api.queries import QueryRequest

_SPOOLED_BYTES = 1024 * 1024
_BLOCK = 65536
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]')


async def write_csv(connection: Connection, request: QueryRequest) -> AsyncGenerator[bytes, None]:
    cursor = Cursor(connection, request, write_warnings("cartodb-query.csv", ("RESIZE", "ENCODING")))
    columns = await cursor.find_columns()
    with tempfile.SpooledTemporaryFile(_SPOOLED_BYTES) as spooled:
        header = _write_line(column.name for column in columns)
        # GDAL's own habit.
        lines = [header if len(columns) != 1 else header.replace("\r\n", ",\r\n")]
        async for row in cursor.read([f"{column.identifier}::text" for column in columns]):
            values = (row.get_value(0, number) for number in range(row.nfields))
            lines.append(_write_line("" if value is None else value.decode() for value in values))
            if len(lines) > _BLOCK // 64:
                spooled.write("".join(lines).encode())
                lines.clear()
        spooled.write("".join(lines).encode())
        spooled.seek(0)
        while block := spooled.read(_BLOCK):
            yield block


def _write_line(values: Iterable[str]) -> str:
    fields = [f'"{value.replace(chr(34), chr(34) * 2)}"' if _NEEDS_QUOTES.search(value) else value for value in values]
    # A line must not be empty, so a single field that is has a comma.
    return (",".join(fields) if fields != [""] else ",") + "\r\n"
