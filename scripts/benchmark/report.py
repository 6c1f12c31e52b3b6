"""Measurements compared with their goals: as a table for people and as JSON for programs."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

CPU_INFO = Path("/proc/cpuinfo")


@dataclass
class Line:
    """One comparison. The goal is about `ratio`; `goal` says which direction is better."""

    work: str
    ours: str
    peer: str
    theirs: str
    ratio: str
    goal: str = ""
    met: bool | None = None

    @property
    def verdict(self) -> str:
        return "" if self.met is None else "ok" if self.met else "MISSED"

    def cells(self) -> list[str]:
        return [self.work, self.ours, self.peer, self.theirs, self.ratio, self.goal, self.verdict]


HEAD = ["work", "this client", "against", "its figure", "ratio", "goal", ""]


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms" if value < 0.1 else f"{value * 1000:.0f} ms"


def faster(work: str, ours: float, peer: str, theirs: float, at_least: float | None = None) -> Line:
    """How many times as fast as the peer."""
    ratio = theirs / ours
    goal = "" if at_least is None else f"at least {at_least:g} x as fast"
    met = None if at_least is None else ratio >= at_least
    return Line(work, seconds(ours), peer, seconds(theirs), f"{ratio:.2f} x as fast", goal, met)


def share(work: str, ours: float, peer: str, theirs: float, at_most: float | None = None) -> Line:
    """The share of the peer's time."""
    ratio = ours / theirs
    goal = "" if at_most is None else f"at most {at_most:g} of its time"
    met = None if at_most is None else ratio <= at_most
    return Line(work, seconds(ours), peer, seconds(theirs), f"{ratio:.2f} of its time", goal, met)


def bound(work: str, value: float, unit: str, at_most: float) -> Line:
    """A figure that stands for itself."""
    return Line(work, f"{value:.2f} {unit}", "", "", "", f"at most {at_most:g} {unit}", value <= at_most)


def as_text(line: Line) -> str:
    work, ours, peer, theirs, ratio, goal, verdict = line.cells()
    return f"{work:<46} {ours:>9}  {peer:<26} {theirs:>9}  {ratio:<17} {goal:<24} {verdict}".rstrip()


def as_markdown(lines: Iterable[Line]) -> str:
    rows = [HEAD, ["---"] * len(HEAD), *(line.cells() for line in lines)]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def machine() -> str:
    """The machine that was used, without its name."""
    models = [line for line in CPU_INFO.read_text().splitlines() if "model name" in line] if CPU_INFO.exists() else []
    model = models[0].partition(":")[2].strip() if models else platform.machine()
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores ({model})"


def as_json(lines: Iterable[Line]) -> str:
    return json.dumps({"machine": machine(), "lines": [asdict(line) for line in lines]}, indent=1) + "\n"
