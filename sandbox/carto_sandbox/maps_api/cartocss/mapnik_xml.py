"""Definitions as the styles of a Mapnik map."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from carto_sandbox.maps_api.cartocss.definitions import ALL_ZOOMS, DEFAULT, MAX_ZOOM, Definition, inherit
from carto_sandbox.maps_api.cartocss.reference import find_property, is_valid, list_required, suggest
from carto_sandbox.maps_api.cartocss.syntax import Rule
from carto_sandbox.maps_api.cartocss.values import Expression, Quoted, Scope, as_value

# The largest scale denominator of each zoom.
SCALES = (
    1000000000, 500000000, 200000000, 100000000, 50000000, 25000000, 12500000, 6500000, 3000000, 1500000, 750000,
    400000, 200000, 100000, 50000, 25000, 12500, 5000, 2500, 1500, 750, 500, 250, 100,
)  # fmt: skip
_STYLE_LISTS = ("image-filters", "direct-image-filters")
_EVERYWHERE = "*"

_Symbolizers = dict[tuple[str, str | None], dict[str, Rule]]
"""Rules by their property, of each symbolizer by its instance and kind."""


def write_styles(name: str, definitions: Sequence[Definition], scope: Scope) -> tuple[list[str], str]:
    """The names of a layer's styles, in the order they are drawn in, and their XML."""
    names, pieces = [], []
    for attachment, group in inherit(definitions):
        style = name if attachment == DEFAULT else f"{name}-{attachment}"
        text = _write_style(style, group, scope)
        if text:
            names.append(style)
            pieces.append(text)
    return names[::-1], "\n".join(pieces)


def _write_style(name: str, group: Sequence[Definition], scope: Scope) -> str:
    existing: dict[str, int] = {}
    rules = "".join(_write_definition(definition, existing, scope, name) for definition in group)
    attributes = _write_attributes(group, scope)
    if not rules and not attributes:
        return ""
    return f'<Style name="{escape(name, {chr(34): "&quot;"})}" filter-mode="first"{attributes}>\n{rules}</Style>'


def _write_attributes(group: Sequence[Definition], scope: Scope) -> str:
    """The attributes of a style as a whole."""
    found: dict[str, list[Rule]] = {}
    for definition in group:
        for zoomed in definition.rules:
            entry = find_property(zoomed.rule.name)
            if entry is not None and entry.symbolizer == _EVERYWHERE:
                found.setdefault(entry.name, []).append(zoomed.rule)
    text = ""
    for name, rules in found.items():
        if name in _STYLE_LISTS:
            values = dict.fromkeys(_write_value(rule, scope, separator=",") for rule in rules)
            text += f' {name}="{",".join(values)}"'
            continue
        value = str(as_value(rules[0].value.evaluate(scope)))
        if value not in {"comp-op": ("src-over",), "opacity": ("1",)}.get(name, ()):
            text += f' {name}="{value}"'
    return text


def _write_definition(definition: Definition, existing: dict[str, int], scope: Scope, style: str) -> str:
    """A rule for each range of zooms that has symbolizers of its own, the first range first."""
    key = str(definition.filters)
    existing.setdefault(key, ALL_ZOOMS)
    available, text = ALL_ZOOMS, ""
    for number, zoomed in enumerate(definition.rules):
        wanted = zoomed.zooms
        if not existing[key] & wanted:
            continue
        while wanted & available:
            symbolizers, current = _collect(definition, number, wanted & available)
            available &= ~current
            wanted &= available
            if existing[key] & current:
                text += _write_rule(definition, symbolizers, existing[key] & current, scope, style)
                existing[key] &= ~current
    return text


def _collect(definition: Definition, first: int, zooms: int) -> tuple[_Symbolizers, int]:
    found: _Symbolizers = {}
    for zoomed in definition.rules[first:]:
        rule = zoomed.rule
        entry = find_property(rule.name)
        key = (rule.instance, entry.symbolizer if entry else None)
        if zooms & zoomed.zooms and rule.name not in found.get(key, {}):
            zooms &= zoomed.zooms
            found.setdefault(key, {})[rule.name] = rule
    return found, zooms


def _write_rule(definition: Definition, symbolizers: _Symbolizers, zooms: int, scope: Scope, style: str) -> str:
    text = _write_zooms(zooms) + definition.filters.write_xml(scope)
    count = 0
    for (_, symbolizer), rules in sorted(
        symbolizers.items(), key=lambda pair: min(rule.index for rule in pair[1].values())
    ):
        if symbolizer == _EVERYWHERE:
            continue
        count += 1
        text += _write_symbolizer(symbolizer, rules, scope, style)
    return f"  <Rule>{text}</Rule>\n" if count else ""


def _write_zooms(zooms: int) -> str:
    if zooms == ALL_ZOOMS:
        return ""
    levels = [level for level in range(MAX_ZOOM + 1) if zooms & (1 << level)]
    text = f"<MaxScaleDenominator>{SCALES[levels[0]]}</MaxScaleDenominator>" if levels[0] > 0 else ""
    if levels[-1] < MAX_ZOOM:
        text += f"<MinScaleDenominator>{SCALES[levels[-1] + 1]}</MinScaleDenominator>"
    return text


def _write_symbolizer(symbolizer: str | None, rules: dict[str, Rule], scope: Scope, style: str) -> str:
    first = next(iter(rules.values()))
    for name in list_required(symbolizer or ""):
        if name not in rules:
            scope.report(f"Property {name} required for defining {symbolizer} styles.", first.index)
            break
    attributes, content = "", None
    element = "".join(part.capitalize() for part in (symbolizer or "").split("-")) + "Symbolizer"
    for rule in rules.values():
        if symbolizer == "map":
            scope.report("Map properties are not permitted in other rules", rule.index)
        entry = find_property(rule.name)
        value = _write_value(rule, scope, place=f"in style '{style}' in {element}")
        if entry is None:
            continue
        if entry.is_content:
            content = value
        else:
            attributes += f' {entry.attribute}="{value}"'
    if content is None:
        return f"<{element}{attributes}/>"
    body = content if "<" in content else f"<![CDATA[{content}]]>"
    return f"<{element}{attributes}>{body}</{element}>"


def _write_value(rule: Rule, scope: Scope, separator: str = ", ", place: str = "") -> str:
    """The value as an attribute has it; mistakes in it are told."""
    entry, value = find_property(rule.name), as_value(rule.value.evaluate(scope))
    if entry is None:
        nearest = suggest(rule.name)
        hint = f". Did you mean {nearest}?" if nearest else ""
        scope.report(f"Unrecognized rule: {rule.name}{hint}", rule.index)
        return ""
    if not is_valid(entry, value):
        scope.report(
            f"Invalid value for {rule.name}, the type {entry.type_name} is expected."
            f" {value} (of type {value.items[0].kind})  was given.",
            rule.index,
        )
        return ""
    if entry.takes_expression and isinstance(value.items[0], Expression):
        scope.refusals.append(f'Failed to parse expression: "{value}" {place}')
    if entry.is_content:
        return separator.join(map(str, value.items))
    if len(value.items) == 1 and isinstance(value.items[0], Quoted):
        return str(value.items[0]).replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
    return separator.join(str(item).replace('"', "&quot;") for item in value.items)
