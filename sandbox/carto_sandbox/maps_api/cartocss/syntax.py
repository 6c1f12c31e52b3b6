"""The tree of a style: rulesets, their selectors and their rules."""

from dataclasses import dataclass, field
from typing import Any

from carto_sandbox.maps_api.cartocss.values import Field, Node, Value


@dataclass
class Filter:
    """`[key op value]`; the operator is one of = != < > <= >= =~."""

    key: Node
    operator: str
    value: Node
    index: int

    @property
    def id(self) -> str:
        return f"{self.key}{self.operator}{self.value}"


@dataclass
class ZoomCondition:
    operator: str
    value: Node
    index: int


@dataclass
class Selector:
    elements: list[str] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    zooms: list[ZoomCondition] = field(default_factory=list)
    attachment: str | None = None
    conditions: int = 0
    index: int = 0


@dataclass
class Rule:
    """`name: value`; `instance` is the part before a slash, for a second symbolizer of a kind."""

    name: str
    instance: str
    value: Value
    index: int


@dataclass
class Invalid:
    """Text that is not a rule."""

    text: str
    index: int


@dataclass
class Ruleset:
    """A block; the root has no selectors. `end` is where its last brace is."""

    selectors: list[Selector]
    rules: list[Any]
    end: int = 0


def as_key(node: str | Node) -> Node:
    return Field(node) if isinstance(node, str) else node
