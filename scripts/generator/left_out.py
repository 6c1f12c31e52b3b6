"""Operations that are not methods of their group, because another method does their job."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class LeftOut:
    """`verb` does its job; with `cacheable`, the description of that argument, by asking this operation itself."""

    verb: str
    reason: str
    cacheable: str = ""


def load_left_out(path: Path) -> dict[str, LeftOut]:
    """The list in the generator's settings, by operation."""
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {operation: LeftOut(**entry) for operation, entry in settings["left_out"].items()}
