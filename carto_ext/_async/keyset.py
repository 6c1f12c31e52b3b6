"""Keyset paging: iteration over many rows, in pages that each start after the last key of the previous one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from carto_ext.errors import DownloadError, InvalidArgumentError, InvalidRequestError

if TYPE_CHECKING:
    from carto_client.api.sql import AsyncSqlApi

# About 10 MB of JSON with rows of a kilobyte. Smaller pages take a sixth more time, larger ones save little.
PAGE_ROWS = 10_000

# Names that no table uses: of the query inside each page, and of the columns that describe each row's key.
_ROWS, _KEY, _SAME, _AGAIN, _NULLS = (f"carto_keyset_{name}" for name in ("rows", "key", "same", "again", "nulls"))
_TOLD = (_KEY, _SAME, _AGAIN, _NULLS)


async def rows_by_key(api: AsyncSqlApi, query: str, by: str, page_rows: int) -> AsyncIterator[dict[str, Any]]:
    """Yield each row once, in the order of the key. The arguments must have passed `checked`.

    A page begins with the last row of the page before, to check that no other row has its key.
    """
    last: str | None = None
    while True:
        rows = await _page(api, _statement(query, by, page_rows + (last is not None), last), by)
        if rows and rows[0][_NULLS]:
            raise InvalidArgumentError(f"by={by!r} is NULL in some rows, and paging would skip them: {_ADVICE}")
        if any(row[_SAME] for row in rows):
            raise InvalidArgumentError(f"by={by!r} is not unique, and paging would skip rows: {_ADVICE}")
        if last is not None and not (rows and rows[0][_AGAIN]):
            raise DownloadError(
                f"the row with {by} = {last} has disappeared: it was changed or deleted during the iteration, or keys "
                "of this type have no exact text form. Start again; if the error persists, use another column"
            )
        more = len(rows) == page_rows + (last is not None)
        ends = rows[-1][_KEY] if rows else last
        for row in rows[last is not None :]:
            yield {name: value for name, value in row.items() if name not in _TOLD}
        if not more:
            return
        last = ends


_ADVICE = "give a unique column without NULL, such as a table's cartodb_id"


def checked(query: str, by: str, page_size: int) -> None:
    """Raise InvalidArgumentError for bad arguments, before anything is sent."""
    if not isinstance(query, str) or not query.strip().rstrip(";"):
        raise InvalidArgumentError("query must not be blank: give one SELECT")
    if not isinstance(by, str) or not by.strip() or "\0" in by + query:
        raise InvalidArgumentError(f"by is {by!r}: {_ADVICE}")
    if isinstance(page_size, bool) or not isinstance(page_size, int) or page_size < 1:
        raise InvalidArgumentError(f"page_size is {page_size!r}: give a number of rows, 1 or more")


def _statement(query: str, by: str, rows: int, last: str | None) -> str:
    """Return the SQL of one page. PostgreSQL compares the keys, which travel as its own text: JSON may round them."""
    key = f'{_ROWS}."{by.replace(chr(34), chr(34) * 2)}"'
    inner = f"(\n{query.strip().rstrip(';').rstrip()}\n) AS {_ROWS}"
    since, again = "", "false"
    # Asked only once; for a table's primary key, PostgreSQL answers from the index.
    nulls = f"EXISTS (SELECT 1 FROM {inner} WHERE {key} IS NULL)"
    if last is not None:
        literal = "'" + last.replace("'", "''") + "'"
        since, again, nulls = f" WHERE {key} >= {literal}", f"coalesce({key} = {literal}, false)", "false"
    return (
        f"SELECT {_ROWS}.*, {key}::text AS {_KEY}, {again} AS {_AGAIN}, {nulls} AS {_NULLS}, "
        f"coalesce({key} = lag({key}) OVER (ORDER BY {key}), false) AS {_SAME} "
        f"FROM (SELECT * FROM {inner}{since} ORDER BY {key} LIMIT {rows}) AS {_ROWS} ORDER BY {key}"
    )


async def _page(api: AsyncSqlApi, statement: str, by: str) -> list[dict[str, Any]]:
    try:
        return (await api.query(statement)).rows
    except InvalidRequestError as error:
        # PostgreSQL quotes such a name only when necessary.
        if any(f"{_ROWS}.{by} " in message.replace('"' + by + '"', by) for message in error.messages):
            raise InvalidArgumentError(f"by={by!r} is not a column of the query's result: {_ADVICE}") from error
        raise
