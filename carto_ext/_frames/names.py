"""Names of tables and columns, and what is a name and what a query."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from carto_ext.errors import InvalidArgumentError

TableName: TypeAlias = tuple[str | None, str]

_PART = r"\"(?:[^\"]|\"\")+\"|[^\s\".();,']+"
_TABLE = re.compile(rf"\s*(?:({_PART})\.)?({_PART})\s*")
_COMMENT = re.compile(r"\s*(?:--[^\n]*(?:\n|$)|/\*.*?\*/)", re.DOTALL)
# CARTO makes such names of those of files; its maps and URLs take them without quotes.
_GOOD_NAME = re.compile(r"[a-z_][a-z0-9_]*")
# PostgreSQL cuts longer names silently.
_NAME_BYTES = 63
# Each table has them already.
_SYSTEM_COLUMNS = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"})


def quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """As PostgreSQL reads it whatever standard_conforming_strings says."""
    quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'"
    return f"E{quoted}" if "\\" in text else quoted


def qualified(table: TableName) -> str:
    schema, name = table
    return quote(name) if schema is None else f"{quote(schema)}.{quote(name)}"


def read_table_name(source: str) -> TableName | None:
    """The schema, if given, and the name; None for a query. A name in double quotes may hold anything."""
    found = _TABLE.fullmatch(source)
    if found is None:
        return None
    schema, name = (part and (part[1:-1].replace('""', '"') if part[0] == '"' else part) for part in found.groups())
    return schema, name or ""


def as_query(source: str) -> str:
    """A query that may stand in parentheses. Raises InvalidArgumentError for what is blank."""
    text = source
    while found := _COMMENT.match(text):
        text = text[found.end() :]
    if not text.strip(" \t\r\n;") or "\0" in source:
        raise InvalidArgumentError("source is blank: give the name of a table, or a SELECT")
    table = read_table_name(text)
    # A comment at the end must not swallow what follows.
    return f"SELECT * FROM {qualified(table)}" if table else re.sub(r"[;\s]+$", "", source) + "\n"


def new_table_name(name: str) -> TableName:
    """Raises InvalidArgumentError, with a name that would do, for one that CARTO's maps and URLs do not take."""
    table = read_table_name(name)
    given = name if table is None else table[1]
    if table is not None and _GOOD_NAME.fullmatch(given) and len(given) <= _NAME_BYTES:
        return table
    better = re.sub(r"[^a-z0-9_]+", "_", given.lower()).strip("_")[:_NAME_BYTES]
    better = f"table_{better}"[:_NAME_BYTES] if not re.match("[a-z_]", better) else better
    raise InvalidArgumentError(
        f"{given[:100]!r} is no name for a table of CARTO: up to {_NAME_BYTES} lower-case letters, digits and _, "
        f"not beginning with a digit; {better!r} would do"
    )


def unique(names: Iterable[str]) -> list[str]:
    """The same names, where one that came before gets a number: a, a_2."""
    given = list(names)
    taken: set[str] = set()
    made = []
    for name in given:
        number, free = 2, name
        while free in taken or (free != name and free in given):
            free, number = f"{name}_{number}", number + 1
        taken.add(free)
        made.append(free)
    return made


def why_no_column(name: str) -> str | None:
    """The reason why PostgreSQL does not take the name of a column, None if it does."""
    if not name or "\0" in name:
        return "is empty or holds a NUL"
    if len(name.encode("utf-8", "surrogatepass")) > _NAME_BYTES:
        return f"is longer than {_NAME_BYTES} bytes"
    if name in _SYSTEM_COLUMNS:
        return "is a name that PostgreSQL keeps for itself"
    return None
