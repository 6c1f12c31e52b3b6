"""Faults on the caller's side, as rows of FAULTS.md: what came of each, told in a word or two."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Own:
    """The error that the caller's own code raised, if it did."""

    error: BaseException | None = None

    def raising(self, error: BaseException) -> BaseException:
        self.error = error
        return error


@dataclass(frozen=True)
class Row:
    """`cells` are the required outcomes by the name of the call; `note` is additional information for readers."""

    name: str
    cells: Mapping[str, str]
    note: str = field(default="", kw_only=True)


def told(error: BaseException | None, own: Own | None = None) -> str:
    """A cell. "your OSError" is the very error that the caller's code raised."""
    if error is None:
        return "ok"
    mine = own is not None and error is own.error
    return f"your {type(error).__name__}" if mine else type(error).__name__


@contextmanager
def as_nobody() -> Iterator[None]:
    """Become another user for a while, because root can do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
