"""A way through many rows: page after page, each beginning behind the last key of the one before (keyset paging)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from carto_ext.errors import DownloadError, InvalidArgumentError, InvalidRequestError

if TYPE_CHECKING:
    from carto_client.api.sql import AsyncSqlApi

# About 10 MB of JSON, with rows of a kilobyte; a smaller page costs a sixth more time, a larger one little less.
PAGE_ROWS = 10_000

# Names that are nobody's: of the query in each page, and of what each row tells of its key.
_ROWS, _KEY, _SAME, _AGAIN, _NULLS = (f"carto_keyset_{name}" for name in ("rows", "key", "same", "again", "nulls"))
_TOLD = (_KEY, _SAME, _AGAIN, _NULLS)


async def rows_by_key(api: AsyncSqlApi, query: str, by: str, page_rows: int) -> AsyncIterator[dict[str, Any]]:
    """Each row once, in the order of the key. `_checked` has looked at the arguments.

    A page begins with the row at which the one before ended, which shows that this was the only one with its key.
    """
    last: str | None = None
    while True:
        rows = await _page(api, _statement(query, by, page_rows + (last is not None), last), by)
        if rows and rows[0][_NULLS]:
            raise InvalidArgumentError(f"by={by!r} is NULL in some rows, which would be left out: {_ADVICE}")
        if any(row[_SAME] for row in rows):
            raise InvalidArgumentError(f"by={by!r} is not unique, so that rows would be left out: {_ADVICE}")
        if last is not None and not (rows and rows[0][_AGAIN]):
            raise DownloadError(
                f"the row with {by} = {last} is not there any more: it was changed or deleted meanwhile, or keys of "
                "this type cannot be written exactly. Begin again, by another column if it stays so"
            )
        more = len(rows) == page_rows + (last is not None)
        ends = rows[-1][_KEY] if rows else last
        for row in rows[last is not None :]:
            yield {name: value for name, value in row.items() if name not in _TOLD}
        if not more:
            return
        last = ends


_ADVICE = "give a column that is unique and has no NULL, such as cartodb_id of a table"


def checked(query: str, by: str, page_size: int) -> None:
    """Raises InvalidArgumentError before anything is sent."""
    if not isinstance(query, str) or not query.strip().rstrip(";"):
        raise InvalidArgumentError("query must not be blank: give one SELECT")
    if not isinstance(by, str) or not by.strip() or "\0" in by + query:
        raise InvalidArgumentError(f"by is {by!r}: {_ADVICE}")
    if isinstance(page_size, bool) or not isinstance(page_size, int) or page_size < 1:
        raise InvalidArgumentError(f"page_size is {page_size!r}: give a number of rows from 1")


def _statement(query: str, by: str, rows: int, last: str | None) -> str:
    """One page. Keys are compared by PostgreSQL and travel as its own text, which is exact where JSON is not."""
    key = f'{_ROWS}."{by.replace(chr(34), chr(34) * 2)}"'
    inner = f"(\n{query.strip().rstrip(';').rstrip()}\n) AS {_ROWS}"
    since, again = "", "false"
    # Asked once: the primary key of a table answers it from its index.
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
        # PostgreSQL quotes such a name only if it must.
        if any(f"{_ROWS}.{by} " in message.replace('"' + by + '"', by) for message in error.messages):
            raise InvalidArgumentError(f"by={by!r} is no column of the query's result: {_ADVICE}") from error
        raise
