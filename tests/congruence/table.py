"""differences.yaml: known differences, and requests that are not replayed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_PATH = Path(__file__).with_name("differences.yaml")
_RECORDINGS = Path(__file__).parents[1] / "cassettes"
_KINDS = ("plain", "postgis")
# An entry has these and no others.
_KEYS = {"not_replayed": {"in", "why"}, "differences": {"in", "only", "what", "why"}}


@dataclass(frozen=True)
class Line:
    exchange: str
    what: str
    why: str


class DifferencesError(ValueError):
    """The table contradicts itself."""


class Table:
    """The expectations for one kind of sandbox, plain or postgis."""

    def __init__(self, kind: str, path: Path = _PATH) -> None:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.not_replayed = {name: entry["why"] for entry, name in _read(document, "not_replayed")}
        self.lines = [
            Line(name, what, entry["why"])
            for entry, name in _read(document, "differences")
            for what in entry["what"]
            if entry.get("only", kind) == kind
        ]
        repeated = [
            key for key, count in Counter((line.exchange, line.what) for line in self.lines).items() if count > 1
        ]
        if repeated:
            raise DifferencesError(f"differences.yaml has twice: {repeated}")

    def leave_out(self, exchanges: Collection[str], why: str) -> None:
        """Exchanges that cannot be replayed here."""
        self.not_replayed.update(dict.fromkeys(exchanges, why))
        self.lines = [line for line in self.lines if line.exchange not in exchanges]

    def expect(self, exchange: str) -> set[str]:
        return {line.what for line in self.lines if line.exchange == exchange}

    def describe(self) -> Iterator[str]:
        """For people: each exchange, what differs, and under them why."""
        reasons: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for line in self.lines:
            reasons[line.why][line.exchange].append(line.what)
        for why, exchanges in reasons.items():
            for exchange, whats in exchanges.items():
                more = f" and {len(whats) - 1} more" if len(whats) > 1 else ""
                yield f"  {exchange:<40}{whats[0]}{more}"
            yield f"    {why}"


def other_tables(path: Path = _PATH) -> list[str]:
    """The recordings that were made beside other tables than the tests have; each must be there."""
    names: list[str] = yaml.safe_load(path.read_text(encoding="utf-8"))["other_tables"]
    missing = [name for name in names if not (_RECORDINGS / f"{name}.yaml").exists()]
    if missing:
        raise DifferencesError(f"differences.yaml, other_tables: no such recording: {missing}")
    return names


def _read(document: dict[str, Any], part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each entry with each of its exchanges: "sql/batch_multi 2 3" is two."""
    for entry in document[part]:
        if set(entry) - _KEYS[part] or entry.get("only", "plain") not in _KINDS or not entry["why"]:
            raise DifferencesError(f"differences.yaml, {part}: not understood: {entry}")
        for text in entry["in"]:
            recording, *numbers = text.split()
            yield from ((entry, f"{recording} {number}") for number in numbers)
