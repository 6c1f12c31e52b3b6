"""Names of tables and columns, and telling a name from a query."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from carto_ext.errors import InvalidArgumentError

TableName: TypeAlias = tuple[str | None, str]

_PART = r"\"(?:[^\"]|\"\")+\"|[^\s\".();,']+"
_TABLE = re.compile(rf"\s*(?:({_PART})\.)?({_PART})\s*")
_COMMENT = re.compile(r"\s*(?:--[^\n]*(?:\n|$)|/\*.*?\*/)", re.DOTALL)
# CARTO derives such names from file names; its maps and URLs accept them without quotes.
_GOOD_NAME = re.compile(r"[a-z_][a-z0-9_]*")
# PostgreSQL truncates longer names silently.
_NAME_BYTES = 63
# Each table has these columns already.
_SYSTEM_COLUMNS = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"})


def quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a string so that it does not depend on standard_conforming_strings."""
    quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'"
    return f"E{quoted}" if "\\" in text else quoted


def qualified(table: TableName) -> str:
    schema, name = table
    return quote(name) if schema is None else f"{quote(schema)}.{quote(name)}"


def read_table_name(source: str) -> TableName | None:
    """Return the schema, if given, and the name; None for a query. A name in double quotes can contain anything."""
    found = _TABLE.fullmatch(source)
    if found is None:
        return None
    schema, name = (part and (part[1:-1].replace('""', '"') if part[0] == '"' else part) for part in found.groups())
    return schema, name or ""


def as_query(source: str) -> str:
    """Return a query that can be put in parentheses. Raises InvalidArgumentError for a blank one."""
    text = source
    while found := _COMMENT.match(text):
        text = text[found.end() :]
    if not text.strip(" \t\r\n;") or "\0" in source:
        raise InvalidArgumentError("source is blank: give the name of a table, or a SELECT")
    table = read_table_name(text)
    # A comment at the end must not hide the rest of the statement.
    return f"SELECT * FROM {qualified(table)}" if table else re.sub(r"[;\s]+$", "", source) + "\n"


def new_table_name(name: str) -> TableName:
    """Check a name. Raises InvalidArgumentError, with a suggestion, if CARTO's maps and URLs do not accept it."""
    table = read_table_name(name)
    given = name if table is None else table[1]
    if table is not None and _GOOD_NAME.fullmatch(given) and len(given) <= _NAME_BYTES:
        return table
    better = re.sub(r"[^a-z0-9_]+", "_", given.lower()).strip("_")[:_NAME_BYTES]
    better = f"table_{better}"[:_NAME_BYTES] if not re.match("[a-z_]", better) else better
    raise InvalidArgumentError(
        f"{given[:100]!r} cannot be the name of a table: give up to {_NAME_BYTES} lower-case letters, digits and _, "
        f"not beginning with a digit, such as {better!r}"
    )


def unique(names: Iterable[str]) -> list[str]:
    """Make the names unique: a repeated name gets a number, such as a_2."""
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
    """Return the reason why PostgreSQL refuses the name of a column, None if it accepts it."""
    if not name or "\0" in name:
        return "is empty or contains a NUL"
    if len(name.encode("utf-8", "surrogatepass")) > _NAME_BYTES:
        return f"is longer than {_NAME_BYTES} bytes"
    if name in _SYSTEM_COLUMNS:
        return "is reserved by PostgreSQL"
    return None
