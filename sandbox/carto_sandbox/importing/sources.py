"""What every kind of file is to the loader: headers, guesses of types, and records of text."""

from collections.abc import Callable, Iterator
from typing import Protocol

Record = list[str | None]
MAX_COLUMNS = 250


class TableSource(Protocol):
    headers: list[str]
    geometry_position: int | None
    """Where a record holds EWKT of its own; None where geometries have to be looked for."""
    promotes: bool
    """Whether lines and polygons become collections of one."""

    def guesses(self, *, types: bool, quoted: bool, checkpoint: Callable[[], None] = ...) -> list[str]: ...

    def records(self) -> Iterator[Record]:
        """As often as wanted; one value, or None for null, per header."""
        ...
