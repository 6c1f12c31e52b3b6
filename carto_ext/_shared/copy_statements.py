"""Checks of COPY statements (pure): CARTO never answers one in the wrong direction, or with statements after it."""

import re
from typing import Literal, TypeAlias

from carto_ext.errors import InvalidArgumentError

Direction: TypeAlias = Literal["FROM STDIN", "TO STDOUT"]

# Strings, quoted names, dollar quotes and comments: words in them are not keywords.
_QUOTED = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$).*?\1|--[^\n]*|/\*.*?\*/""",
    re.DOTALL,
)
_VERBS: dict[Direction, str] = {"FROM STDIN": "copy_from", "TO STDOUT": "copy_to"}


def checked_copy(sql: str, direction: Direction) -> str:
    """Return the statement. Raises InvalidArgumentError unless it is one COPY in that direction."""
    words = " ".join(_QUOTED.sub(" x ", sql).upper().split()).rstrip("; ")
    if not words.startswith("COPY "):
        raise InvalidArgumentError(f"sql must be `COPY … {direction}`, not {sql[:40]!r}; use sql.query for others")
    for other, verb in _VERBS.items():
        if other != direction and re.search(rf"\b{other}\b", words) and direction not in words:
            raise InvalidArgumentError(f"sql copies {other}, but {_VERBS[direction]} is for {direction}: call {verb}")
    if not re.search(rf"\b{direction}\b", words):
        raise InvalidArgumentError(f"sql does not copy {direction}, and CARTO has no files of its own: say {direction}")
    if ";" in words:
        raise InvalidArgumentError("sql must be one statement: CARTO never answers a COPY with others after it")
    return sql
