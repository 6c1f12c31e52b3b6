"""The loader's view of every kind of file: headers, guessed types, and records of text."""

from collections.abc import Callable, Iterator
from typing import Protocol

Record = list[str | None]
MAX_COLUMNS = 250


class TableSource(Protocol):
    headers: list[str]
    geometry_position: int | None
    """Position of a record's own EWKT; None if geometries must be searched for."""
    promotes: bool
    """True if lines and polygons become collections of one."""

    def guesses(self, *, types: bool, quoted: bool, checkpoint: Callable[[], None] = ...) -> list[str]: ...

    def records(self) -> Iterator[Record]:
        """As often as wanted; one value, or None for null, per header."""
        ...
