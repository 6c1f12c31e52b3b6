"""One way of saying that something breaks."""

from __future__ import annotations

from typing import NamedTuple


class Break(NamedTuple):
    """`names`: CHANGELOG.md tells of it when it has one of them in backticks under «Breaking»."""

    names: tuple[str, ...]
    message: str
