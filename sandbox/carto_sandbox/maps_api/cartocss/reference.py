"""Mapnik's properties: which there are, of which symbolizer, and what values they take."""

import functools
import importlib.resources
import json
from dataclasses import dataclass
from typing import Any

from carto_sandbox.maps_api.cartocss.values import Call, Color, Dimension, Node, Value

# Functions of transforms, with the numbers of arguments that they take.
_TRANSFORMS: dict[str, tuple[int, ...]] = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}
_NEAR = 3
ANY_NUMBER = -1


@dataclass(frozen=True)
class Property:
    """`type` is a word, a list of keywords, or functions with the numbers of their arguments."""

    name: str
    attribute: str
    symbolizer: str
    type: Any
    flags: str

    @property
    def takes_expression(self) -> bool:
        return "e" in self.flags

    @property
    def is_content(self) -> bool:
        """True if it is written between the tags of its symbolizer."""
        return "c" in self.flags

    @property
    def is_font(self) -> bool:
        return "f" in self.flags

    @property
    def type_name(self) -> str:
        if self.is_font:
            return "font"
        if isinstance(self.type, list):
            return f"keyword (options: {', '.join(self.type)})"
        return "functions" if isinstance(self.type, dict) else str(self.type)


@functools.cache
def _load() -> dict[str, Any]:
    text = (importlib.resources.files(__package__) / "properties.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@functools.cache
def _properties() -> dict[str, Property]:
    return {
        name: Property(name, attribute, symbolizer, kind, flags)
        for symbolizer, properties in _load()["symbolizers"].items()
        for name, (attribute, kind, flags) in properties.items()
    }


@functools.cache
def get_colors() -> dict[str, Color]:
    """The colors that have a name."""
    return {
        name: Color.parse(value) if isinstance(value, str) else Color(tuple(value[:3]), value[3])
        for name, value in _load()["colors"].items()
    }


@functools.cache
def get_functions() -> dict[str, tuple[int, ...]]:
    """Functions of values that Mapnik knows, with the numbers of arguments that they take."""
    found: dict[str, tuple[int, ...]] = {}
    for entry in _properties().values():
        if isinstance(entry.type, dict):
            found |= {name: (number,) for name, number in entry.type.items()}
    return found | _TRANSFORMS


def find_property(name: str) -> Property | None:
    return _properties().get(name)


def list_required(symbolizer: str) -> list[str]:
    properties = _load()["symbolizers"].get(symbolizer, {})
    return [name for name, (_, _, flags) in properties.items() if "r" in flags]


def suggest(name: str) -> str | None:
    """The property whose name is nearest, if it is near at all."""
    distance, nearest = min(((measure(name, other), other) for other in _properties()), key=lambda pair: pair[0])
    return nearest if distance < _NEAR else None


def measure(left: str, right: str) -> int:
    """How many letters have to change to make one word of the other."""
    row = list(range(len(left) + 1))
    for number, letter in enumerate(right, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(left, 1):
            changed = before if letter == other else 1 + min(before, row[place], row[place - 1])
            before, row[place] = row[place], changed
    return row[-1]


def is_valid(entry: Property, value: Value) -> bool:
    """Return True if the property accepts the evaluated value."""
    first, kind = value.items[0], entry.type
    if first.kind == "keyword":
        return str(first) in kind if isinstance(kind, list | dict) else bool(kind == "string")
    if first.kind == "undefined":
        return True  # what made it so was a mistake by itself
    if kind == "numbers":
        return all(item.kind == "float" for item in value.items)
    if kind == "tags":
        return first.kind == "tag" or all(item.kind == "tag" for item in getattr(first, "items", ()))
    if isinstance(kind, dict):
        return first.kind == "string" or _are_functions(kind, value)
    if kind == "unsigned":
        if isinstance(first, Dimension):
            first.round()
        return first.kind == "float"
    if entry.takes_expression:
        return True
    if entry.is_font:
        return any(item.kind == "string" for item in value.items)
    return bool(kind == first.kind)


def _are_functions(known: dict[str, int], value: Value) -> bool:
    calls: list[Node] = [inner for item in value.items for inner in getattr(item, "items", [item])]
    return all(
        isinstance(call, Call) and call.name in known and known[call.name] in (ANY_NUMBER, len(call.arguments))
        for call in calls
    )
