"""Partitions of a table: ranges of a column, each of them a query."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from carto_ext._frames.names import TableName, literal, qualified, quote

SNAPSHOT = "carto_snapshot_"
_NAME_BYTES = 63


@dataclass(frozen=True)
class Range:
    """Values from `low` to below `high`, as texts; without `low`, all below `high` and NULL."""

    by: str
    low: str | None
    high: str | None

    @property
    def where(self) -> str:
        column = quote(self.by)
        type_ = "::tid" if self.by == "ctid" else ""
        below = "" if self.high is None else f"{column} < {literal(self.high)}{type_}"
        if self.low is None:
            return f"({below} OR {column} IS NULL)" if below else "true"
        return " AND ".join(filter(None, (f"{column} >= {literal(self.low)}{type_}", below)))


def cuts(table: TableName, by: str, count: int) -> str:
    """Return a query for the lowest value of each part. Parts have the same number of rows, or blocks of the file."""
    name = qualified(table)
    if by == "ctid":
        blocks = f"pg_relation_size({literal(name)}::regclass) / current_setting('block_size')::int"
        step = f"greatest(1, ceil(({blocks}) / {count}.0)::int)"
        return f"SELECT format('(%s,0)', block) AS low FROM generate_series(0, ({blocks})::int, {step}) AS block"
    column = quote(by)
    numbered = f"SELECT {column} AS value, ntile({count}) OVER (ORDER BY {column}) AS part FROM {name}"
    return (
        f"SELECT min(value)::text AS low FROM ({numbered} WHERE {column} IS NOT NULL) AS numbered"
        " GROUP BY part ORDER BY part"
    )


def ranges(rows: Iterable[dict[str, Any]], by: str) -> list[Range]:
    """Return ranges that cover every row once, also new rows: the first has no lower end, the last no upper one."""
    inner = [row["low"] for row in rows][1:]
    return [Range(by, low, high) for low, high in zip([None, *inner], [*inner, None], strict=True)]


def snapshot_name(table: TableName) -> TableName:
    schema, name = table
    return schema, f"{SNAPSHOT}{secrets.token_hex(5)}_{name}"[:_NAME_BYTES]


def is_snapshot(name: str, table: TableName) -> bool:
    rest = name.removeprefix(SNAPSHOT)
    room = _NAME_BYTES - len(SNAPSHOT) - 11
    return rest != name and rest[10:] == f"_{table[1][:room]}"


def copy_of(table: TableName, copy: TableName, by: str) -> str:
    index = "" if by == "ctid" else f"; CREATE INDEX ON {qualified(copy)} ({quote(by)})"
    return f"CREATE TABLE {qualified(copy)} AS SELECT * FROM {qualified(table)}{index}"
