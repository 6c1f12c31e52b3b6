"""Values of properties: numbers, colors, texts, fields and expressions of them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from carto_sandbox.maps_api.javascript import show

_PIXELS_PER_INCH = 90.714
# Units in an inch, as the original has them.
_DENSITIES = {"m": 0.0254, "mm": 25.4, "cm": 2.54, "in": math.nan, "pt": 72.0, "pc": 6.0}
_UNITS = (*_DENSITIES, "px", "%")

Report = Callable[[str, int], None]
"""Takes a mistake and its place."""


class Scope:
    """The variables that are known, and who is told of mistakes. `refusals` are what Mapnik will say."""

    def __init__(self, report: Report, variables: dict[str, "Value"]) -> None:
        self.report = report
        self.variables = variables
        self.refusals: list[str] = []


class Node:
    """A value; `kind` is the name that errors have for it."""

    kind = "undefined"

    def evaluate(self, scope: Scope) -> "Node":
        return self

    def write(self, *, quoted: bool = False) -> str:
        return str(self)


class Undefined(Node):
    """Stands where a mistake was made that is told already."""

    def __str__(self) -> str:
        return "undefined"


@dataclass
class Dimension(Node):
    value: float
    unit: str | None = None
    index: int = 0
    kind = "float"

    def evaluate(self, scope: Scope) -> Node:
        if self.unit and self.unit not in _UNITS:
            scope.report(f"Invalid unit: '{self.unit}'", self.index)
            return Undefined()
        if self.unit in _DENSITIES:
            self.value, self.unit = self.value / _DENSITIES[self.unit] * _PIXELS_PER_INCH, "px"
        return self

    def round(self) -> None:
        self.value = float(math.floor(self.value + 0.5))

    def __str__(self) -> str:
        return show(float(self.value))


@dataclass
class Color(Node):
    rgb: tuple[float, ...]
    alpha: float = 1.0
    kind = "color"

    @classmethod
    def parse(cls, digits: str) -> "Color":
        pairs = [digits[n : n + 2] for n in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
        return cls(tuple(int(pair, 16) for pair in pairs))

    def __str__(self) -> str:
        numbers = [math.floor(part + 0.5) for part in self.rgb]
        if self.alpha < 1:
            return f"rgba({', '.join(map(str, numbers))}, {show(float(self.alpha))})"
        return "#" + "".join(f"{min(255, max(0, number)):02x}" for number in numbers)


@dataclass
class Quoted(Node):
    text: str
    kind = "string"

    def __str__(self) -> str:
        return self.text.replace("&", "&amp;")

    def write(self, *, quoted: bool = False) -> str:
        """In quotes as in Mapnik's expressions; without them as the value of an attribute."""
        if not quoted:
            return str(self)
        escaped = str(self).replace("'", "\\'").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
        return f"'{escaped}'"


@dataclass
class Field(Node):
    name: str
    kind = "field"

    def __str__(self) -> str:
        return f"[{self.name}]"


@dataclass
class Keyword(Node):
    word: str

    @property
    def kind(self) -> str:  # type: ignore[override]
        return {"transparent": "color", "true": "boolean", "false": "boolean"}.get(self.word, "keyword")

    def __str__(self) -> str:
        return self.word


@dataclass
class Url(Node):
    value: Node
    kind = "uri"

    def evaluate(self, scope: Scope) -> Node:
        return Url(self.value.evaluate(scope))

    def __str__(self) -> str:
        return str(self.value)


@dataclass
class Tag(Node):
    """A stop of a raster's colors."""

    text: str
    kind = "tag"

    def __str__(self) -> str:
        return self.text


@dataclass
class Literal(Node):
    """An expression that Mapnik computes for each feature."""

    text: str
    kind = "field"

    def __str__(self) -> str:
        return self.text


@dataclass
class Invalid(Node):
    message: str
    index: int
    kind = "invalid"

    def evaluate(self, scope: Scope) -> Node:
        scope.report(self.message, self.index)
        return Undefined()


@dataclass
class Variable(Node):
    name: str
    index: int
    kind = "variable"

    def evaluate(self, scope: Scope) -> Node:
        found = scope.variables.get(self.name)
        if found is None:
            scope.report(f"variable {self.name} is undefined", self.index)
            return Undefined()
        return found.evaluate(scope)

    def __str__(self) -> str:
        return self.name


@dataclass
class Expression(Node):
    """Values with blanks between them."""

    items: list[Node]
    kind = "expression"

    def evaluate(self, scope: Scope) -> Node:
        evaluated = [item.evaluate(scope) for item in self.items]
        return evaluated[0] if len(evaluated) == 1 else Expression(evaluated)

    def __str__(self) -> str:
        return " ".join(map(str, self.items))


@dataclass
class Value(Node):
    """Values with commas between them."""

    items: list[Node]
    kind = "value"

    def evaluate(self, scope: Scope) -> Node:
        if len(self.items) == 1:
            return self.items[0].evaluate(scope)
        return Value([item.evaluate(scope) for item in self.items])

    def __str__(self) -> str:
        return ", ".join(map(str, self.items))


def as_value(node: Node) -> Value:
    return node if isinstance(node, Value) else Value([node])


@dataclass
class Operation(Node):
    operator: str
    left: Node
    right: Node
    index: int
    kind = "operation"

    def evaluate(self, scope: Scope) -> Node:
        left, right = self.left.evaluate(scope), self.right.evaluate(scope)
        if Undefined in (type(left), type(right)):
            return Undefined()
        if isinstance(left, Dimension) and isinstance(right, Color):
            if self.operator not in "*+":
                scope.report("Can't subtract or divide a color from a number", self.index)
                return Undefined()
            left, right = right, left
        fields = ("field", "string")
        if "field" in (left.kind, right.kind) and not (left.kind == right.kind == "string"):
            return Literal(left.write(quoted=left.kind in fields) + self.operator + right.write(quoted=True))
        return self._compute(scope, left, right)

    def _compute(self, scope: Scope, left: Node, right: Node) -> Node:
        if isinstance(left, Quoted):
            return Quoted(left.text + str(right)) if self.operator == "+" else Quoted("NaN")
        if isinstance(left, Dimension) and isinstance(right, Dimension):
            if left.unit == "%" and right.unit != "%":
                scope.report("If two operands differ, the first must not be %", self.index)
                return Undefined()
            return Dimension(_operate(self.operator, left.value, right.value), left.unit or right.unit, self.index)
        if isinstance(left, Color) and isinstance(right, Color | Dimension):
            other = right.rgb if isinstance(right, Color) else (right.value,) * 3
            return Color(tuple(_operate(self.operator, a, b) for a, b in zip(left.rgb, other, strict=True)))
        scope.report(f"Cannot do math with type {left.kind}.", self.index)
        return Undefined()


def _operate(operator: str, left: float, right: float) -> float:
    if operator in "/%" and right == 0:
        return math.inf if operator == "/" and left > 0 else math.nan
    results = {"+": left + right, "-": left - right, "*": left * right}
    if operator in results:
        return results[operator]
    return left / right if operator == "/" else math.fmod(left, right)


@dataclass
class Call(Node):
    """A function's; evaluated it is that function's value, or itself where Mapnik does it."""

    name: str
    arguments: Sequence[Node]
    index: int
    kind = "call"
    evaluator: Callable[["Call", Scope], Node] | None = field(default=None, compare=False)

    def evaluate(self, scope: Scope) -> Node:
        return self.evaluator(self, scope) if self.evaluator is not None else self

    def __str__(self) -> str:
        listed = ",".join(map(str, self.arguments))
        return f"{self.name}({listed})" if self.arguments else self.name


def read_number(node: Any) -> float:
    """Return a number, or a percentage as a part of 1; NaN for other values."""
    if not isinstance(node, Dimension):
        return math.nan
    return node.value / 100 if node.unit == "%" else node.value
