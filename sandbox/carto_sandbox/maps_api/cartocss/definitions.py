"""From a style's tree to a list of definitions, the more special first; and what each inherits from the others."""

import copy
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from carto_sandbox.maps_api.cartocss.errors import CartoCssError, Mistakes
from carto_sandbox.maps_api.cartocss.filters import FilterSet
from carto_sandbox.maps_api.cartocss.syntax import Invalid, Rule, Ruleset, Selector, ZoomCondition
from carto_sandbox.maps_api.cartocss.values import Scope, Value

MAX_ZOOM = 22
ALL_ZOOMS = (1 << (MAX_ZOOM + 1)) - 1
DEFAULT = "__default__"


@dataclass
class ZoomRule:
    """A rule for some zooms, which are bits."""

    rule: Rule
    zooms: int

    @property
    def id(self) -> tuple[int, str, str]:
        return self.zooms, self.rule.instance, self.rule.name


@dataclass
class Definition:
    """Rules for the features that pass the filters."""

    elements: tuple[str, ...]
    attachment: str
    filters: FilterSet
    rules: list[ZoomRule]
    specificity: tuple[float, ...] = ()
    known: set[tuple[int, str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known = {rule.id for rule in self.rules}

    def copy(self, filters: FilterSet | None = None) -> "Definition":
        return Definition(self.elements, self.attachment, filters or self.filters, list(self.rules))

    def add(self, rules: Sequence[ZoomRule]) -> bool:
        """Adds what is not there yet; whether that was anything."""
        new = [rule for rule in rules if rule.id not in self.known]
        self.rules += new
        self.known |= {rule.id for rule in new}
        return bool(new)


@dataclass
class _Path:
    """A selector with those round it."""

    elements: tuple[str, ...]
    attachment: str | None
    filters: FilterSet
    zooms: int
    conditions: int
    index: float


class Flattener:
    """Walks the tree, with the variables of its top level."""

    def __init__(self, root: Ruleset, mistakes: Mistakes, variables: dict[str, Value]) -> None:
        self._mistakes = mistakes
        for rule in root.rules:
            if isinstance(rule, Rule) and rule.name.startswith("@"):
                variables.setdefault(rule.name, rule.value)
        self.scope = Scope(mistakes.add, variables)
        self._found: list[Definition] = []
        self._walk(root, [])

    def sort(self) -> list[Definition]:
        """By ids, classes, conditions and place, the greatest first."""
        return sorted(self._found, key=lambda found: tuple(-part for part in found.specificity))

    def _walk(self, ruleset: Ruleset, parents: list[_Path]) -> None:
        paths = list(self._join(ruleset.selectors, parents))
        rules: list[Rule] = []
        for node in ruleset.rules:
            if isinstance(node, Ruleset):
                self._walk(node, paths)
            elif isinstance(node, Rule):
                rules.append(node)
            elif isinstance(node, Invalid):
                self._mistakes.add(f"Invalid code: {node.text}", node.index)
        for path in paths:
            if rules:
                path.index = rules[0].index
            self._found.append(_define(path, rules))

    def _join(self, selectors: Sequence[Selector], parents: list[_Path]) -> Iterator[_Path]:
        for selector in selectors:
            own = self._make_path(selector)
            if not parents:
                yield own
            for parent in parents:
                joined = parent.filters.join(own.filters)
                if joined is False:
                    continue
                filters = joined if isinstance(joined, FilterSet) else parent.filters
                names = [name for name in (parent.attachment, own.attachment) if name]
                yield _Path(
                    parent.elements + own.elements,
                    "/".join(names) or None,
                    filters,
                    parent.zooms & own.zooms,
                    parent.conditions + own.conditions,
                    own.index,
                )

    def _make_path(self, selector: Selector) -> _Path:
        filters = FilterSet()
        for condition in selector.filters:
            conflict = filters.find_conflict(condition)
            if conflict:
                raise CartoCssError(self._mistakes.locate(conflict, condition.index))
            filters.add(condition)
        zooms = ALL_ZOOMS
        for zoom in selector.zooms:
            zooms &= self._read_zooms(zoom)
        elements = tuple(selector.elements)
        return _Path(elements, selector.attachment, filters, zooms, selector.conditions, selector.index)

    def _read_zooms(self, condition: ZoomCondition) -> int:
        text = str(condition.value.evaluate(self.scope))
        try:
            value = int(float(text))
        except ValueError:
            return 0
        if not 0 <= value <= MAX_ZOOM:
            self._mistakes.add(f"Only zoom levels between 0 and {MAX_ZOOM} supported.", condition.index)
        first, last = {
            "=": (value, value),
            ">": (value + 1, MAX_ZOOM),
            ">=": (value, MAX_ZOOM),
            "<": (0, value - 1),
            "<=": (0, value),
        }.get(condition.operator, (0, -1))
        return sum(1 << zoom for zoom in range(max(first, 0), min(last, MAX_ZOOM) + 1))


def _define(path: _Path, rules: Sequence[Rule]) -> Definition:
    ids = sum(element.startswith("#") for element in path.elements)
    classes = sum(element.startswith(".") for element in path.elements)
    zoomed = [ZoomRule(copy.copy(rule), path.zooms) for rule in rules if not rule.name.startswith("@")]
    specificity = (ids, classes, path.conditions, path.index)
    return Definition(path.elements, path.attachment or DEFAULT, path.filters, zoomed, specificity)


def inherit(definitions: Sequence[Definition]) -> list[tuple[str, list[Definition]]]:
    """The definitions of each attachment, each with the rules of the less special ones that hold with it."""
    groups: dict[str, list[Definition]] = {}
    by_filter: dict[str, dict[str, Definition]] = {}
    for number, definition in enumerate(definitions):
        name = definition.attachment
        known = by_filter.setdefault(name, {})
        current = [definition]
        for other in definitions[number + 1 :]:
            if other.attachment == name:
                _add_rules(current, other, known)
        for found in current:
            known[str(found.filters)] = found
        groups.setdefault(name, []).extend(current)
    return sorted(groups.items(), key=lambda group: -_find_first(group[1]))


def _add_rules(current: list[Definition], other: Definition, known: dict[str, Definition]) -> None:
    place = 0
    while place < len(current):
        joined = current[place].filters.join(other.filters)
        if isinstance(joined, FilterSet):
            previous = known.get(str(joined))
            if previous is not None:
                previous.add(other.rules)
            else:
                made = current[place].copy(joined)
                if made.add(other.rules):
                    known[str(joined)] = made
                    current.insert(place, made)
                    place += 1
        elif joined is None:
            current[place] = current[place].copy()
            current[place].add(other.rules)
        place += 1


def _find_first(definitions: Sequence[Definition]) -> float:
    return min((rule.rule.index for found in definitions for rule in found.rules), default=math.inf)
