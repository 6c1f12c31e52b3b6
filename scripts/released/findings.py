"""One way of saying that something breaks."""

from __future__ import annotations

from typing import NamedTuple


class Break(NamedTuple):
    """A breaking change. CHANGELOG.md documents it if one of `names` is in backticks under «Breaking»."""

    names: tuple[str, ...]
    message: str
