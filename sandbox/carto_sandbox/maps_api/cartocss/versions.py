"""Older versions of CartoCSS, and the conversion of their styles."""

import re
from collections.abc import Iterator

from carto_sandbox.maps_api.cartocss.definitions import DEFAULT
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.syntax import Rule, Ruleset
from carto_sandbox.maps_api.cartocss.values import Dimension, Keyword, Node, Value

TARGET = "3.0.15"
_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)", re.A)
_KNOWN = ("2.0.0", "2.0.1", "2.0.2", "2.0.3", "2.0.4", "2.1.0", "2.1.1", "2.2.0", "2.3.0", "3.0.12", TARGET)
_BEFORE_3 = (3, 0, 0)
_BEFORE_GEOMETRY_TYPE = (2, 2, 0)
_GEOMETRY_TYPE = re.compile(r"\bmapnik-geometry-type\b")
_MARKER_SIZE = re.compile(r"(marker-(?:width|height)[\t\n ]*:[\t\n ]*)([\d.]+)\b")
# Implicit defaults before version 3: for a property of the first kind, the second is added.
_DEFAULTS: tuple[tuple[re.Pattern[str], str, Node], ...] = (
    (re.compile(r"polygon-(?!pattern-)"), "polygon-clip", Keyword("true")),
    (re.compile(r"polygon-pattern-"), "polygon-pattern-clip", Keyword("true")),
    (re.compile(r"polygon-pattern-"), "polygon-pattern-alignment", Keyword("local")),
    (re.compile(r"line-(?!pattern-)"), "line-clip", Keyword("true")),
    (re.compile(r"line-pattern-"), "line-pattern-clip", Keyword("true")),
    (re.compile(r"marker-"), "marker-clip", Keyword("true")),
    (re.compile(r"marker-line-"), "marker-line-width", Dimension(1.0)),
    (re.compile(r"shield-"), "shield-clip", Keyword("true")),
    (re.compile(r"text-"), "text-clip", Keyword("true")),
    (re.compile(r"text-"), "text-label-position-tolerance", Dimension(0.0)),
)


def read_version(version: object) -> tuple[int, ...]:
    """CartoCssError for a version that cannot be brought to the one that is drawn."""
    text = version if isinstance(version, str) and version else "2.0.0" if not version else str(version)
    found = _VERSION.fullmatch(text)
    if found is None:
        raise CartoCssError(f"Invalid Version: {text}")
    if text not in _KNOWN:
        raise CartoCssError(f"No CartoCSS transform path from {text} to {TARGET}")
    return tuple(int(part) for part in found.groups())


def translate_text(text: str, version: tuple[int, ...]) -> str:
    """Change the text of a style for its version: before 2.1, markers were half as large."""
    if version < _BEFORE_GEOMETRY_TYPE:
        text = _GEOMETRY_TYPE.sub('"mapnik::geometry_type"', text)
    if version < (2, 1, 0) and version != (2, 0, 1):
        text = _MARKER_SIZE.sub(lambda found: f"{found[1]}{float(found[2]) * 2:g}", text)
    return text


def add_defaults(root: Ruleset, version: tuple[int, ...]) -> None:
    if version < _BEFORE_3:
        _add_defaults(root, set())


def _add_defaults(ruleset: Ruleset, outer: set[str]) -> None:
    names = {rule.name for rule in ruleset.rules if isinstance(rule, Rule)}
    defined = outer | names
    if ruleset.selectors:
        for kind, name, value in _DEFAULTS:
            if name not in defined and any(kind.match(other) for other in names):
                ruleset.rules.append(Rule(name, DEFAULT, Value([value]), ruleset.end))
                defined.add(name)
    for inner in _list_blocks(ruleset):
        _add_defaults(inner, defined)


def _list_blocks(ruleset: Ruleset) -> Iterator[Ruleset]:
    return (node for node in ruleset.rules if isinstance(node, Ruleset))
