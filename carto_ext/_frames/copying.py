"""The SQL for reading a frame, and splitting of COPY's CSV into blocks of whole rows.

The columns of a query can have any names, even the same one twice: here they are called c1, c2, and so on.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from carto_ext._frames.names import quote

# A thread decodes one block, and a few are in memory at a time. Blocks of half this size cost a fifth more time.
BLOCK_BYTES = 2 * 1024 * 1024


def header(query: str) -> str:
    """Return a COPY of the column names without rows. JSON would keep only the last of several equal names."""
    return f"COPY (SELECT * FROM (\n{query}) AS _source LIMIT 0) TO STDOUT WITH (FORMAT csv, HEADER true)"


def read_header(data: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(data.decode("utf-8"), newline="")), [])


def aliases(count: int) -> list[str]:
    return [f"c{number}" for number in range(1, count + 1)]


def _source(query: str, names: Sequence[str]) -> str:
    return f"(\n{query}) AS _rows({', '.join(names)})"


def types(query: str, names: Sequence[str]) -> str:
    """Return a query for one row: NULL for each column, and PostgreSQL's names of their types."""
    told = ", ".join(f"pg_typeof({name})::text" for name in names)
    # A subquery without rows gives no row to ask about types; joined to a row, it does.
    nothing = f"(SELECT * FROM {_source(query, names)} LIMIT 0) AS _none"
    return f"SELECT {', '.join(names)}, ARRAY[{told}] AS types FROM (SELECT 1) AS _one LEFT JOIN {nothing} ON true"


def probe(query: str, names: Sequence[str], asked: Mapping[str, tuple[str, bool]]) -> str:
    """Return a query for one row with each expression, over all rows or for the first value that is not NULL."""
    of_all = [f"{expression} AS {name}" for name, (expression, over_all) in asked.items() if over_all]
    of_one = [
        f"(SELECT {expression} FROM {_source(query, names)} WHERE {name} IS NOT NULL LIMIT 1) AS {name}"
        for name, (expression, over_all) in asked.items()
        if not over_all
    ]
    all_rows = [f"(SELECT {', '.join(of_all)} FROM {_source(query, names)}) AS _all"] if of_all else []
    shown = (["_all.*"] if of_all else []) + of_one
    return f"SELECT {', '.join(shown)}" + (f" FROM {all_rows[0]}" if all_rows else "")


def copy(query: str, names: Sequence[str], expressions: Iterable[str], order_by: str | None = None) -> str:
    """Return a COPY of the rows as CSV, sorted by a column if one is named; geometries sort along a Hilbert curve."""
    order = f" ORDER BY {quote(order_by)}" if order_by else ""
    return f"COPY (SELECT {', '.join(expressions)} FROM {_source(query, names)}{order}) TO STDOUT WITH (FORMAT csv)"


def reference_systems(srids: Iterable[int]) -> str:
    wanted = ", ".join(str(srid) for srid in srids)
    return f"SELECT srid, auth_name, auth_srid, srtext FROM spatial_ref_sys WHERE srid IN ({wanted})"


class RowBlocks:
    """Joins pieces into blocks that end at the end of a row. A row of any size stays in one block."""

    def __init__(self, size: int = BLOCK_BYTES) -> None:
        self._size = self._wanted = size
        self._pieces: list[bytes] = []
        self._held = 0

    def feed(self, piece: bytes) -> memoryview | None:
        """Return a block if one is complete."""
        self._pieces.append(piece)
        self._held += len(piece)
        if self._held < self._wanted:
            return None
        data = b"".join(self._pieces)
        end = _end_of_rows(data)
        # For a row that is longer than a block, search again when twice as much data has arrived.
        self._wanted = self._size if end else 2 * len(data)
        self._pieces, self._held = [data[end:]], len(data) - end
        return memoryview(data)[:end] or None

    def finish(self) -> memoryview:
        """Return the remaining rows."""
        data, self._pieces, self._held = b"".join(self._pieces), [], 0
        return memoryview(data)


def _end_of_rows(data: bytes) -> int:
    """Return the position after the last line feed outside quotes. The data must start at the start of a row."""
    end = data.rfind(b"\n") + 1
    quotes = data.count(b'"', 0, end)
    while end and quotes % 2:
        before = data.rfind(b"\n", 0, end - 1) + 1
        quotes -= data.count(b'"', before, end)
        end = before
    return end
