"""Parse a style as leniently as the original: it ignores everything after the first invalid item."""

import re
from collections.abc import Callable
from typing import Any

from carto_sandbox.maps_api.cartocss.errors import CartoCssError, Mistakes
from carto_sandbox.maps_api.cartocss.syntax import Filter, Invalid, Rule, Ruleset, Selector, ZoomCondition, as_key
from carto_sandbox.maps_api.cartocss.value_parser import Reader, ValueParser
from carto_sandbox.maps_api.cartocss.values import Quoted

_PLAIN = re.compile(r"(?:@\{[\w-]+\}|[^\"'`\{\}/\(\)\\])+")
_COMMENT = re.compile(r"/\*(?:[^*]|\*+[^/*])*\*+/|//[^\n]*")
_STRING = re.compile(r"\"((?:[^\"\\\r\n]|\\.)*)\"|'((?:[^'\\\r\n]|\\.)*)'|`((?:[^`]|\\.)*)`")
_BLOCK_COMMENT = re.compile(r"/\*(?:[^*]|\*+[^/*])*\*+/\n?")
_LINE_COMMENT = re.compile(r"//[^\n]*")
_BLANKS = re.compile(r"\s+")
_ELEMENT = re.compile(r"(?:[.#][\w\-]+|\*|Map)")
_ATTACHMENT = re.compile(r"::([\w\-]+(?:/[\w\-]+)*)")
_PROPERTY = re.compile(r"(([a-z][-a-z_0-9]*/)?\*?-?[-a-z_0-9]+)\s*:")
_VARIABLE = re.compile(r"(@[\w-]+)\s*:")
_ZOOM, _FRAME = re.compile(r"\[\s*zoom"), re.compile(r"\[\s*frame-offset")
_KEY = re.compile(r"[a-zA-Z0-9\-_]+")
_REST = re.compile(r"[^;\n]*[;\n]")
_DIGITS = re.compile(r"\d+")


def parse_style(name: str, text: str, lines: list[str]) -> tuple[Ruleset, Mistakes]:
    """Return the root of the style's tree, and a locator for later errors. Raises CartoCssError for bad syntax."""
    text = text.replace("\r\n", "\n")
    mistakes = Mistakes(name, text, lines)
    ends, level = _split(text)
    if level:
        missing = "missing closing `}`" if level > 0 else "missing opening `{`"
        raise CartoCssError(mistakes.locate(missing, len(text) - 1))
    parser = _StyleParser(Reader(text, ends), mistakes)
    return Ruleset([], parser.read_rules(), len(text)), mistakes


def _split(text: str) -> tuple[list[int], int]:
    """The places after closing braces, which no word reaches across; and how many braces are open at the end."""
    ends, level, place, in_brackets = [], 0, 0, False
    while place < len(text):
        if found := _PLAIN.match(text, place):
            place = found.end()
        if found := _STRING.match(text, place):
            place = found.end()
            continue
        if not in_brackets and (found := _COMMENT.match(text, place)):
            place = found.end()
            continue
        letter = text[place : place + 1]
        if letter in ("(", ")"):
            in_brackets = letter == "("
        elif letter in ("{", "}") and not in_brackets:
            level += 1 if letter == "{" else -1
            if letter == "}":
                ends.append(place + 1)
        place += 1
    return [*ends, len(text)], level


class _StyleParser:
    def __init__(self, reader: Reader, mistakes: Mistakes) -> None:
        self._reader = reader
        self._mistakes = mistakes
        self._values = ValueParser(reader)

    def read_rules(self) -> list[Any]:
        found: list[Any] = []
        readers: tuple[Callable[[], Any], ...] = (
            self._read_rule,
            self._read_ruleset,
            self._read_comment,
            lambda: self._reader.take(_BLANKS),
            self._read_invalid,
        )
        while True:
            for read in readers:
                node = read()
                if node:
                    break
            else:
                return found
            if isinstance(node, Rule | Ruleset | Invalid):
                found.append(node)

    def _read_invalid(self) -> Invalid | None:
        start = self._reader.place
        text = self._reader.take(_REST)
        return Invalid(text[0], start) if text else None

    def _read_comment(self) -> bool:
        return bool(self._reader.take(_LINE_COMMENT) or self._reader.take(_BLOCK_COMMENT))

    def _read_rule(self) -> Rule | None:
        reader, start = self._reader, self._reader.place
        if reader.peek() in (".", "#"):
            return None
        found = reader.take(_VARIABLE) or reader.take(_PROPERTY)
        value = self._values.read_value() if found else None
        if found and value is not None and (reader.take_text(";") or reader.peek() == "}"):
            instance, slash, name = found[1].rpartition("/")
            return Rule(name, instance if slash else "__default__", value, start)
        reader.place = start
        return None

    def _read_ruleset(self) -> Ruleset | None:
        reader, start = self._reader, self._reader.place
        selectors: list[Selector] = []
        while (selector := self._read_selector()) is not None:
            selectors.append(selector)
            self._skip_comments()
            if not reader.take_text(","):
                break
            self._skip_comments()
        if selectors and reader.take_text("{"):
            rules = self.read_rules()
            end = reader.place
            if reader.take_text("}"):
                return Ruleset(selectors, rules, end)
        reader.place = start
        return None

    def _skip_comments(self) -> None:
        while self._read_comment():
            pass

    def _read_selector(self) -> Selector | None:
        reader, selector, parts = self._reader, Selector(), 0
        while True:
            start = reader.place
            if found := reader.take(_ELEMENT):
                selector.elements.append(found[0])
            elif (zoom := self._read_zoom()) is not None:
                selector.zooms.append(zoom)
                selector.conditions += 1
            elif self._read_frame():
                selector.conditions += 1
            elif (condition := self._read_filter()) is not None:
                selector.filters.append(condition)
                selector.conditions += 1
            elif found := reader.take(_ATTACHMENT):
                if selector.attachment is not None:
                    text = "Encountered second attachment name."
                    raise CartoCssError(self._mistakes.locate(text, reader.place - 1))
                selector.attachment = found[1]
            else:
                break
            parts += 1
            selector.index = start
            if reader.peek() in ("{", "}", ";", ","):
                break
        return selector if parts else None

    def _read_zoom(self) -> ZoomCondition | None:
        reader, start = self._reader, self._reader.place
        if reader.take(_ZOOM) and (operator := self._values.read_comparison()):
            value = self._values.read_variable() or self._values.read_dimension()
            if value is not None and reader.take_text("]"):
                return ZoomCondition(operator, value, start)
        reader.place = start
        return None

    def _read_frame(self) -> bool:
        """Conditions of animations, which drawings of one moment have no use for."""
        reader, start = self._reader, self._reader.place
        found = reader.take(_FRAME) and self._values.read_comparison() and reader.take(_DIGITS)
        if found and reader.take_text("]"):
            return True
        reader.place = start
        return False

    def _read_filter(self) -> Filter | None:
        reader, values, start = self._reader, self._values, self._reader.place
        if not reader.take_text("["):
            return None
        named = reader.take(_KEY)
        key = as_key(named[0]) if named else values.read_quoted() or values.read_variable() or values.read_field()
        operator = values.read_comparison() if key is not None else None
        value = None
        if operator:
            value = (
                values.read_quoted()
                or values.read_variable()
                or values.read_dimension()
                or values.read_keyword()
                or values.read_field()
            )
        if key is None or operator is None or value is None:
            reader.place = start
            return None
        if not reader.take_text("]"):
            raise CartoCssError(self._mistakes.locate("Missing closing ] of filter.", start - 1))
        return Filter(as_key(key.text) if isinstance(key, Quoted) else key, operator, value, start)
