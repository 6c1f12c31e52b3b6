"""The values and the filters of a ramp, and the functions that make them: palettes, ranges, buckets."""

import functools
import importlib.resources
import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from carto_sandbox.maps_api.javascript import UNDEFINED, show, to_number

_BUCKETS = 5


class RampError(Exception):
    """A value that cannot become a ramp."""


class NoRampError(RampError):
    """An error that CARTO does not report: it leaves the style unchanged."""


class Datasource(Protocol):
    """Finds the buckets of a column: `method` is quantiles, equal, jenks, headtails or category."""

    async def read_ramp(self, column: str, buckets: int, method: str) -> "Filters": ...


@dataclass
class Values:
    """A list, a range that gives as many as are wanted, or a palette that has some numbers of colors."""

    items: Sequence[Any]
    default: int
    most: float
    make: Callable[[int], list[Any]] | None = None

    @classmethod
    def of(cls, items: Sequence[Any]) -> "Values":
        return cls(items, len(items), len(items))

    def get(self, size: int = 0) -> list[Any]:
        wanted = size or self.default or len(self.items)
        return self.make(wanted) if self.make is not None else list(self.items[:wanted])


@dataclass
class Filters(Values):
    """`strategy` is how a value is chosen: > and < by ranges, = by equality, or an older word for one of these."""

    strategy: str | None = None
    stats: dict[str, Any] = field(default_factory=dict)

    @property
    def chosen_strategy(self) -> str | None:
        numbers = all(isinstance(item, int | float) and math.isfinite(item) for item in self.items)
        return self.strategy if numbers else "="


@dataclass
class LazyFilters:
    """Buckets whose column is not known yet."""

    method: str
    buckets: int
    strategy: str

    async def resolve(self, datasource: Datasource, column: str, strategy: str | None) -> Filters:
        found = await datasource.read_ramp(strip_column(column), self.buckets, self.method)
        found.strategy = strategy or self.strategy
        return found


def strip_column(column: str) -> str:
    return column.replace("[", "", 1).replace("]", "", 1)


def make_range(low: float, high: float, buckets: int = _BUCKETS) -> Values:
    def spread(size: int) -> list[Any]:
        width = (high - low) / (size - 1) if size > 1 else 0.0
        return [low + number * width for number in range(size)]

    return Values([low, high], buckets, math.inf, spread)


@functools.cache
def _load_palettes() -> dict[str, dict[str, dict[str, str]]]:
    text = (importlib.resources.files(__package__) / "palettes.json").read_text(encoding="utf-8")
    document: dict[str, dict[str, dict[str, str]]] = json.loads(text)
    return document


def _make_palette(family: str, scheme: Any, size: Any) -> Values:
    schemes = _load_palettes()[family]
    if str(scheme) not in schemes:
        raise NoRampError(f'Invalid {family} scheme: "{scheme}"')
    colors = {int(number): listed.split(" ") for number, listed in schemes[str(scheme)].items()}
    least, most = min(colors), max(colors)
    default = min(most, max(least, int(size) if isinstance(size, int | float) and size else _BUCKETS))
    return Values([], default, most, lambda wanted: colors.get(wanted, colors[default]))


def call_function(name: str, arguments: Sequence[Any]) -> Any:
    """Return the value of a function inside a ramp. An unknown function is left unchanged."""
    first = arguments[0] if arguments else None
    if name == "":
        return Values.of(arguments)
    if name == "range":
        low, high = (to_number(show(argument)) for argument in [*arguments, UNDEFINED, UNDEFINED][:2])
        wanted = arguments[2] if len(arguments) > 2 and isinstance(arguments[2], int | float) else _BUCKETS
        return make_range(low, high, int(wanted))
    if name in ("colorbrewer", "cartocolor"):
        return _make_palette(name, first, arguments[1] if len(arguments) > 1 else None)
    if name in _LAZY:
        return LazyFilters(name, int(first) if isinstance(first, int | float) else _BUCKETS, _LAZY[name])
    shown = ",".join(f"'{argument}'" if isinstance(argument, str) else str(argument) for argument in arguments)
    return f"{name}({shown})"


_LAZY = {"quantiles": ">", "equal": ">", "jenks": ">", "headtails": "<", "category": "=="}
