"""Sets of filters, kept in their simplest form, and joining of such sets."""

import re
from collections.abc import Iterable

from carto_sandbox.maps_api.cartocss.syntax import Filter
from carto_sandbox.maps_api.cartocss.values import Dimension, Quoted, Scope

_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?", re.A)
_OPERATORS = {"<": "&lt;", ">": "&gt;", "=": "=", "!=": "!=", "<=": "&lt;=", ">=": "&gt;="}

_KEYWORDS = ("true", "false", "null", "point", "linestring", "polygon", "collection")

_Comparable = float | str


def _read_value(condition: Filter) -> _Comparable:
    text = str(condition.value)
    return float(text) if _NUMBER.fullmatch(text) or isinstance(condition.value, Dimension) else text


def _compare(left: _Comparable, right: _Comparable) -> int | None:
    """Compare two values and return a sign; None for values without an order."""
    if isinstance(left, str) and isinstance(right, str):
        return (left > right) - (left < right)
    if isinstance(left, str) or isinstance(right, str):
        return None
    return (left > right) - (left < right)


# For each operator: which present filters exclude it (False) and which imply it (None), by the sign of their value
# compared with its own. The first that applies decides.
_RULES: dict[str, tuple[tuple[str, tuple[int, ...], bool | None], ...]] = {
    "=": ((">", (0, 1), False), ("<", (0, -1), False), (">=", (1,), False), ("<=", (-1,), False)),
    "!=": ((">", (0, 1), None), ("<", (0, -1), None), (">=", (1,), None), ("<=", (-1,), None)),
    ">": (("<", (0, -1), False), ("<=", (0, -1), False), (">", (0, 1), None), (">=", (1,), None)),
    ">=": (("<", (0, -1), False), ("<=", (-1,), False), (">", (0, 1), None), (">=", (0, 1), None)),
    "<": ((">", (0, 1), False), (">=", (0, 1), False), ("<", (0, -1), None), ("<=", (-1,), None)),
    "<=": ((">", (0, 1), False), (">=", (1,), False), ("<", (0, -1), None), ("<=", (0, -1), None)),
}
# The signs of a present equality with which a comparison can never be true.
_EQUAL_EXCLUDES = {">": (0, -1), ">=": (-1,), "<": (0, 1), "<=": (1,)}


class FilterSet:
    """Filters that all hold; a filter is known by its key and operator, and by its value where several can hold."""

    def __init__(self, found: Iterable[tuple[str, Filter]] = ()) -> None:
        self.found = dict(found)

    def __str__(self) -> str:
        return "\t".join(sorted(condition.id for condition in self.found.values()))

    def join(self, other: "FilterSet") -> "FilterSet | bool | None":
        """Both together; False when that is impossible, None when the other adds nothing."""
        added = []
        for condition in other.found.values():
            status = self._admits(condition)
            if status is False:
                return False
            if status is True:
                added.append(condition)
        if not added:
            return None
        joined = FilterSet(self.found.items())
        for condition in added:
            joined.add(condition)
        return joined

    def _admits(self, condition: Filter) -> bool | None:
        """True when it narrows the set, False when it empties it, None when it changes nothing."""
        key, operator, value = str(condition.key), condition.operator, _read_value(condition)
        if operator == "=~":
            return True
        equal = self.found.get(f"{key}=")
        if equal is not None:
            return self._admits_beside_equal(operator, _compare(_read_value(equal), value))
        if f"{key}!={condition.value}" in self.found and operator in ("=", "!="):
            return False if operator == "=" else None
        for present, signs, status in _RULES[operator]:
            other = self.found.get(f"{key}{present}")
            if other is not None and _compare(_read_value(other), value) in signs:
                return status
        return True

    def _admits_beside_equal(self, operator: str, sign: int | None) -> bool | None:
        if operator == "=":
            return None if sign == 0 else False
        if operator == "!=":
            return False if sign == 0 else None
        return False if sign in _EQUAL_EXCLUDES[operator] else None

    def find_conflict(self, condition: Filter) -> str | None:
        """Return the error of a selector with these filters and the condition; None if they fit together."""
        key, value = str(condition.key), str(condition.value)
        equal, unequal = self.found.get(f"{key}="), self.found.get(f"{key}!=")
        wrong = (
            (condition.operator == "=" and equal is not None and value != str(equal.value))
            or (condition.operator == "!=" and equal is not None and value == str(equal.value))
            or (condition.operator == "=" and unequal is not None and value == str(unequal.value))
        )
        return f"[{condition.id}] added to {self} produces an invalid filter" if wrong else None

    def add(self, condition: Filter) -> None:
        """Add a condition, and remove the filters that it makes superfluous."""
        key, operator, value = str(condition.key), condition.operator, _read_value(condition)
        covered = {"=": None, ">": (0, -1), ">=": (-1,), "<": (0, 1), "<=": (1,)}
        if operator in covered:
            signs = covered[operator]
            self.found = {
                name: other
                for name, other in self.found.items()
                if str(other.key) != key or (signs is not None and _compare(_read_value(other), value) not in signs)
            }
        name = f"{key}{operator}" + (str(condition.value) if operator in ("!=", "=~") else "")
        self.found[name] = condition

    def write_xml(self, scope: Scope) -> str:
        """Mapnik's filter element; mistakes that only show here are told."""
        conditions = [f"({self._write_condition(condition, scope)})" for condition in self.found.values()]
        return f"<Filter>{' and '.join(conditions)}</Filter>" if conditions else ""

    def _write_condition(self, condition: Filter, scope: Scope) -> str:
        key, value = condition.key.evaluate(scope), condition.value.evaluate(scope)
        for node in (key, value):
            if node.kind == "keyword" and str(node) not in _KEYWORDS:
                text = f"{node} is not a valid keyword in a filter expression"
                scope.report(text, condition.index)
        operator = condition.operator
        is_text = isinstance(value, Quoted)
        numeric = value.kind in ("float", "field")
        if (operator in ("<", ">", "<=", ">=") and not numeric) or (operator == "=~" and not is_text):
            scope.report(f'Cannot use operator "{operator}" with value {value}', condition.index)
        written = value.write(quoted=is_text)
        return f"{key}.match({written})" if operator == "=~" else f"{key} {_OPERATORS[operator]} {written}"
