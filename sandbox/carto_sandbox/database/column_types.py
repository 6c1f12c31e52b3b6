"""Guessing of a text column's PostgreSQL type from all of its values.

The guess never loses anything: numbers with leading zeros, or too large to be kept, stay text.
"""

import math
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

BIGINT, DOUBLE, BOOLEAN, DATE, TEXT = "bigint", "double precision", "boolean", "timestamptz", "text"

# 18 digits always fit into a bigint, 19 may; longer ones become double precision.
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,18})", re.ASCII)
_SHORT_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_LIMIT = 2**63
_NUMBER = re.compile(r"[-+]?(?!0\d)(\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
# Numbers too short to overflow: most are, and one pattern is quicker than all the questions of is_number.
_SHORT_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,20})?", re.ASCII)
_DATE = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?)?",
    re.ASCII,
)
_QUICK: Final[dict[str | None, re.Pattern[str]]] = {BIGINT: _SHORT_INTEGER, DOUBLE: _SHORT_NUMBER}
_WORDS: Final = frozenset({"true", "false"})


def is_number(value: str) -> bool:
    match = _NUMBER.fullmatch(value)
    if match is None:
        return False
    number = float(value)
    # PostgreSQL refuses what overflows or underflows; Python makes it infinite or zero.
    return math.isfinite(number) and (number != 0 or not match[1].strip("0."))


def is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    try:
        datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]
    except ValueError:
        return False
    return True


def classify(value: str) -> str:
    """The narrowest type of one value, which is not empty and has no space around it."""
    if _INTEGER.fullmatch(value) and -_LIMIT <= int(value) < _LIMIT:
        return BIGINT
    if is_number(value):
        return DOUBLE
    if value.lower() in _WORDS:
        return BOOLEAN
    return DATE if is_date(value) else TEXT


class ColumnGuess:
    """The type that holds every value seen so far; with none seen it is text."""

    __slots__ = ("_kind",)

    def __init__(self, kind: str | None = None) -> None:
        self._kind = kind

    @property
    def kind(self) -> str:
        return self._kind or TEXT

    def observe(self, values: Iterable[str | None]) -> None:
        """Values in any order; blank ones say nothing."""
        if self._kind == TEXT:
            return
        quick = _QUICK.get(self._kind)
        for value in filter(None, values):
            if quick is not None and quick.fullmatch(value):
                continue
            value = value.strip()
            if value:
                self.observe_kind(classify(value))
                if self._kind == TEXT:
                    return
                quick = _QUICK.get(self._kind)

    def observe_kind(self, kind: str) -> None:
        if self._kind is None:
            self._kind = kind
        elif self._kind != kind:
            self._kind = DOUBLE if {self._kind, kind} == {BIGINT, DOUBLE} else TEXT
