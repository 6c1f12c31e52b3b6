"""`ramp()` in styles: values that depend on a column, written out as filters before the style is read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from carto_sandbox.maps_api.cartocss.layout import DECLARATION, Layout, find_marks, read_layout
from carto_sandbox.maps_api.cartocss.ramp_values import (
    Datasource,
    Filters,
    LazyFilters,
    NoRampError,
    RampError,
    Values,
    call_function,
    make_range,
    strip_column,
)
from carto_sandbox.maps_api.javascript import UNDEFINED, is_finite, show, to_number

_TOKEN = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|([\w\-]*)\(|(\))|[,/\s]+|([^\s,()\"']+)")
_OLD_STRATEGIES = {"quantiles": "max", "equal": "max", "jenks": "max", "headtails": "split", "category": "exact"}
_RANGES = (">", ">=", "<", "<=", None)


class TurboCartoError(Exception):
    """A ramp that cannot be made; `context` says where it is."""

    def __init__(self, message: str, context: dict[str, Any]) -> None:
        super().__init__(message)
        self.message = message
        self.context = context


@dataclass(frozen=True)
class _Call:
    name: str
    arguments: list[Any]


@dataclass(frozen=True)
class _Declaration:
    property: str
    before: str
    start: int
    end: int
    value: str
    selectors: tuple[str, ...]


@dataclass(frozen=True)
class _Ramp:
    """A value for all, and values by conditions."""

    default: Any
    blocks: list[tuple[str, Any]]


async def expand_ramps(style: str, datasource: Datasource) -> tuple[str, list[dict[str, Any]] | None]:
    """The style without ramps, and a rule for each of them; TurboCartoError says which one cannot be made.

    The result is empty if CARTO's server silently leaves the style unchanged.
    """
    found = [(declaration, call) for declaration in _find_declarations(style) for call in _list_ramps(declaration)]
    layout = read_layout(style, {declaration.start for declaration, _ in found})
    pieces, place, rules = [], 0, []
    for declaration, call in found:
        try:
            ramp, rule = await _make_ramp(declaration, call, datasource)
        except NoRampError:
            return style, None
        except RampError as error:
            where = {name: _locate(style, offset) for name, offset in _span(declaration, style)}
            context = {"selector": declaration.selectors[-1] if declaration.selectors else None, "source": where}
            message = f'Failed to process "{declaration.property}" property: {error}'
            raise TurboCartoError(message, context) from None
        pieces += [style[place : declaration.start], _write_ramp(declaration, layout, ramp)]
        # The last declaration of a block loses its semicolon to the blocks that follow it.
        place = declaration.end + (bool(ramp.blocks) and style[declaration.end : declaration.end + 1] == ";")
        rules.append(rule)
    return "".join([*pieces, style[place:]]), rules


def _list_ramps(declaration: _Declaration) -> Iterator[_Call]:
    return (node for node in _parse(declaration.value) if isinstance(node, _Call) and node.name == "ramp")


def _span(declaration: _Declaration, style: str) -> Iterator[tuple[str, int]]:
    yield "start", declaration.start
    has_end = style[declaration.end : declaration.end + 1] == ";"
    yield "end", declaration.end if has_end else declaration.end - 1


def _locate(style: str, offset: int) -> dict[str, int]:
    return {"line": style.count("\n", 0, offset) + 1, "column": offset - style.rfind("\n", 0, offset)}


def _find_declarations(style: str) -> Iterator[_Declaration]:
    """Every `property: value` inside braces, with the selectors round it."""
    selectors: list[str] = []
    start = 0
    for place, letter in find_marks(style):
        if letter == "{":
            selectors.append(_clean(style[start:place]))
        else:
            first = _skip_blanks(style, start)
            found = DECLARATION.match(style, first)
            if found and found.end() <= place and "(" in style[start:place]:
                end = place - (len(style[start:place]) - len(style[start:place].rstrip()))
                before = style[start:first][len(style[start:first].rstrip()) :]
                yield _Declaration(found[1], before, first, end, style[found.start(3) : end], tuple(selectors))
            if letter == "}":
                selectors = selectors[:-1]
        start = place + 1


def _clean(text: str) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S).strip()


def _skip_blanks(style: str, place: int) -> int:
    found = re.compile(r"(?:\s|/\*.*?\*/|//[^\n]*\n)*", re.S).match(style, place)
    return found.end() if found else place


def _parse(text: str) -> list[Any]:
    """Words, numbers, texts and calls; what stands between them is left out."""
    stack: list[_Call] = [_Call("", [])]
    for found in _TOKEN.finditer(text):
        double, single, name, close, word = found.groups()
        if name is not None:
            stack.append(_Call(name, []))
        elif close:
            if len(stack) > 1:
                call = stack.pop()
                stack[-1].arguments.append(call)
        elif double is not None or single is not None:
            stack[-1].arguments.append(double if double is not None else single)
        elif word:
            number = to_number(word)
            stack[-1].arguments.append(number if number == number else word)
    return stack[0].arguments


def _evaluate(node: Any) -> Any:
    return call_function(node.name, [_evaluate(inner) for inner in node.arguments]) if isinstance(node, _Call) else node


async def _make_ramp(declaration: _Declaration, call: _Call, datasource: Datasource) -> tuple[_Ramp, dict[str, Any]]:
    column, *arguments = [_evaluate(argument) for argument in call.arguments] or [""]
    if not arguments:
        raise RampError("invalid number of arguments")
    column = str(column)
    values, filters, mapping = await _choose(column, arguments, datasource)
    return _write(declaration, strip_column(column), values, filters, mapping)


async def _choose(column: str, arguments: Sequence[Any], datasource: Datasource) -> tuple[Values, Filters, str]:
    """Values, filters and mapping of each form that ramps may have."""
    if is_finite(arguments[0]):
        values, filters = await _read_numbers(column, arguments, datasource)
        return _pair(values, filters)
    values, *others = arguments
    if not isinstance(values, Values | LazyFilters):
        raise NoRampError("values.is is not a function")
    if not others or not isinstance(others[0], Values | LazyFilters):
        if isinstance(values, LazyFilters) or (others and is_finite(others[0]) and others[0]):
            raise NoRampError("toLowerCase is not a function")
        method = (str(others[0]) if others and others[0] else "quantiles").lower()
        return _pair(values, await datasource.read_ramp(strip_column(column), len(values.get()), method))
    mapping = show(others[1]) if len(others) > 1 else None
    strategy = _OLD_STRATEGIES.get(mapping or "", mapping)
    given = others[0]
    if isinstance(given, LazyFilters):
        filters = await given.resolve(datasource, column, strategy)
    else:
        items = given.get()
        filters = Filters(items, len(items), len(items), strategy=strategy)
    if not isinstance(values, Values):
        raise NoRampError("values are filters")
    chosen = filters.chosen_strategy
    if chosen in _RANGES or chosen in ("=", "=="):
        return values, filters, "=" if chosen == "==" else chosen or ">"
    return _pair(values, filters, int(min(values.most, filters.most)))


async def _read_numbers(column: str, arguments: Sequence[Any], datasource: Datasource) -> tuple[Values, Filters]:
    """`ramp([column], from, to, how many or which, method)`."""
    if len(arguments) < 2:
        raise RampError("invalid number of arguments")
    low, high = float(arguments[0]), to_number(str(arguments[1]))
    others = list(arguments[2:])
    buckets = int(others.pop(0)) if others and is_finite(others[0]) else None
    given = others[0] if others else None
    if isinstance(given, LazyFilters):
        raise RampError("Cannot read property 'length' of undefined")
    if isinstance(given, Values):
        items = given.get()
        if buckets is not None and len(items) != buckets:
            raise RampError(f"invalid ramp length, got {len(items)} values, expected {buckets}")
        return make_range(low, high, len(items)), Filters(items, len(items), len(items), strategy="max")
    buckets = 5 if buckets is None else buckets
    method = str(given).lower() if given is not None else "quantiles"
    return make_range(low, high, buckets), await datasource.read_ramp(strip_column(column), buckets, method)


def _pair(values: Values, filters: Filters, size: int = 0) -> tuple[Values, Filters, str]:
    """As many values as filters, chosen in the older ways: by the greatest, split or exact."""
    count = size or min(len(values.get()), len(filters.get()))
    chosen, wanted = values.get(size)[: max(count, 1)] or [UNDEFINED], filters.get()[:count]
    strategy = filters.chosen_strategy
    mapping = "=" if strategy in ("exact", "=") else ">"
    if strategy in ("split", "exact", "="):
        wanted = wanted[1:]
        chosen = [*chosen[1:], chosen[0]] if mapping == "=" else chosen
    return Values.of(chosen), Filters(wanted, len(wanted), len(wanted), stats=filters.stats), mapping


def _write(
    declaration: _Declaration, column: str, values: Values, filters: Filters, mapping: str
) -> tuple[_Ramp, dict[str, Any]]:
    rule = {"selector": "".join(declaration.selectors), "prop": declaration.property, "column": column}
    if mapping == "=":
        return _write_equal(declaration, column, values, filters, rule)
    return _write_ranges(declaration, column, values, filters, {**rule, "mapping": mapping})


def _write_equal(
    declaration: _Declaration, column: str, values: Values, filters: Filters, rule: dict[str, Any]
) -> tuple[_Ramp, dict[str, Any]]:
    wanted = filters.get()
    if len(wanted) > values.most:
        raise RampError("`=` requires more or same values than filters to work.")
    chosen = values.get(len(wanted) + 1)
    default = chosen[-1] if len(chosen) != len(wanted) else None
    buckets: list[dict[str, Any]] = [
        {"filter": {"name": name, "type": "category"}, "value": value}
        for name, value in zip(wanted, chosen, strict=False)
    ]
    if default is not None:
        buckets.append({"filter": {"type": "default"}, "value": default})
    pairs = zip(wanted, chosen, strict=False)
    blocks = [(f"{column} = {_quote(name)}", value) for name, value in pairs]
    return _Ramp(default, blocks), {**rule, "mapping": "=", "buckets": buckets, "stats": {}}


def _write_ranges(
    declaration: _Declaration, column: str, values: Values, filters: Filters, rule: dict[str, Any]
) -> tuple[_Ramp, dict[str, Any]]:
    is_less = str(rule["mapping"]).startswith("<")
    count = len(filters.get()) if is_less else int(min(values.most, filters.most))
    chosen = values.get(count if is_less or count > 1 else count + 1)
    wanted = filters.get(count)
    stats = filters.stats
    starts = [stats.get("min"), *wanted]
    ends = [*wanted[: max(len(wanted) - 1, 0)], stats.get("max")]
    buckets = [
        {"filter": {"type": "range", "start": start, "end": end}, "value": value}
        for start, end, value in zip(starts, ends, chosen, strict=False)
    ]
    mean = {"filter_avg": stats["avg"]} if "avg" in stats else {}
    ordered, bounds = (chosen[::-1], wanted[::-1]) if is_less else (chosen, wanted)
    default = (chosen[-1:] if is_less else chosen[:1]) or [UNDEFINED]
    bounds = bounds[: max(len(wanted) - 1, 0)]
    pairs = zip_longest(bounds, ordered[1 : len(bounds) + 1], fillvalue=UNDEFINED)
    blocks = [(f"{column} {rule['mapping']} {_quote(bound)}", value) for bound, value in pairs]
    return _Ramp(default[0], blocks), {**rule, "buckets": buckets, "stats": mean}


def _quote(value: Any) -> str:
    if value in ("true", "false"):
        return str(value)
    return show(value) if is_finite(value) else f'"{value}"'


def _write_ramp(declaration: _Declaration, layout: Layout, ramp: _Ramp) -> str:
    name = declaration.property
    written = [] if ramp.default is None else [layout.write(name, show(ramp.default)) + (";" if ramp.blocks else "")]
    for condition, value in ramp.blocks:
        written.append(layout.write_block(condition, layout.write(name, show(value)), len(declaration.selectors)))
    return declaration.before.join(written)
