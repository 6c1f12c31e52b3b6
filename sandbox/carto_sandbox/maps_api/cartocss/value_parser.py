"""Reads the values of properties: sums and products of numbers, colors, fields, texts and calls."""

import re
from bisect import bisect_right

from carto_sandbox.maps_api.cartocss.functions import evaluate_call
from carto_sandbox.maps_api.cartocss.reference import get_colors
from carto_sandbox.maps_api.cartocss.values import (
    Call,
    Color,
    Dimension,
    Expression,
    Field,
    Invalid,
    Keyword,
    Node,
    Operation,
    Quoted,
    Url,
    Value,
    Variable,
)

_QUOTED = re.compile(r"\"((?:[^\"\\\r\n]|\\.)*)\"|'((?:[^'\\\r\n]|\\.)*)'")
_FIELD = re.compile(r"[^\]]+")
_COMPARISON = re.compile(r"=~|=|!=|<=|>=|<|>")
_KEYWORD = re.compile(r"[A-Za-z-]+[A-Za-z0-9_-]*")
_CALL = re.compile(r"([\w\-]+|%)\(")
_URL = re.compile(r"url\(")
_ADDRESS = re.compile(r"[\-\w%@$/.&=:;#+?~]+")
_VARIABLE = re.compile(r"@[\w-]+")
_HEX = re.compile(r"#([a-fA-F0-9]{6}|[a-fA-F0-9]{3})")
_COLOR_NAME = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"(-?\d*\.?\d+(?:[eE][-+]?\d+)?)(%|\w+)?", re.A)
_SIGN = re.compile(r"[-+]\s+")


class Reader:
    """A text and a place in it. Words end at the latest behind the next closing brace."""

    def __init__(self, text: str, ends: list[int]) -> None:
        self.text = text
        self.place = 0
        self._ends = ends

    def peek(self) -> str:
        return self.text[self.place : self.place + 1]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match at this place, which is then behind it and the blanks that follow."""
        found = pattern.match(self.text, self.place, self._find_end())
        if found is None or not found[0]:
            return None
        self._move(found.end())
        return found

    def take_text(self, letter: str) -> bool:
        if self.peek() != letter:
            return False
        self._move(self.place + 1)
        return True

    def _move(self, place: int) -> None:
        end = self._find_end()
        while place < end and self.text[place] in " \n\t":
            place += 1
        self.place = place

    def _find_end(self) -> int:
        number = bisect_right(self._ends, self.place)
        return self._ends[number] if number < len(self._ends) else len(self.text)


class ValueParser:
    """Each method reads one thing, or nothing and returns None."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read_value(self) -> Value | None:
        items = self._read_list()
        if not items:
            return None
        return Value([item.items[0] for item in items] if len(items) > 1 else [items[0]])

    def _read_list(self) -> list[Expression]:
        items: list[Expression] = []
        while (item := self._read_expression()) is not None:
            items.append(item)
            if not self._reader.take_text(","):
                break
        return items

    def _read_expression(self) -> Expression | None:
        items: list[Node] = []
        while (item := self._read_sum()) is not None:
            items.append(item)
        return Expression(items) if items else None

    def _read_sum(self) -> Node | None:
        left = self._read_product()
        while left is not None and (sign := self._read_sign()):
            right = self._read_product()
            if right is None:
                break
            left = Operation(sign, left, right, self._reader.place)
        return left

    def _read_sign(self) -> str | None:
        reader = self._reader
        if found := reader.take(_SIGN):
            return found[0].strip()
        if reader.place and reader.text[reader.place - 1] != " ":
            return next((sign for sign in "+-" if reader.take_text(sign)), None)
        return None

    def _read_product(self) -> Node | None:
        left = self._read_operand()
        while left is not None:
            sign = next((sign for sign in "/*%" if self._reader.take_text(sign)), None)
            right = self._read_operand() if sign else None
            if sign is None or right is None:
                break
            left = Operation(sign, left, right, self._reader.place)
        return left

    def _read_operand(self) -> Node | None:
        if not self._reader.take_text("("):
            return self._read_entity()
        items = self._read_list()
        self._reader.take_text(")")
        if not items:
            return self._read_entity()
        return Value([item.items[0] for item in items] if len(items) > 1 else [items[0]])

    def _read_entity(self) -> Node | None:
        return (
            self._read_call()
            or self.read_dimension()
            or self._read_color_name()
            or self._read_hex()
            or self.read_quoted()
            or self.read_field()
            or self.read_variable()
            or self._read_url()
            or self.read_keyword()
        )

    def _read_call(self) -> Node | None:
        reader, start = self._reader, self._reader.place
        found = reader.take(_CALL)
        if found is None or found[1] == "url":
            reader.place = start
            return None
        index = start + len(found[1])
        arguments = self._read_list()
        # As in the original, what was read of a call without an end is lost.
        if not reader.take_text(")"):
            return None
        return Call(found[1], arguments, index, evaluate_call)

    def read_dimension(self) -> Dimension | None:
        start = self._reader.place
        letter = self._reader.peek()
        found = self._reader.take(_NUMBER) if letter and letter in "-.0123456789" else None
        return Dimension(float(found[1]), found[2], start) if found else None

    def _read_color_name(self) -> Color | None:
        start = self._reader.place
        found = self._reader.take(_COLOR_NAME)
        if found and found[0] in get_colors():
            return get_colors()[found[0]]
        self._reader.place = start
        return None

    def _read_hex(self) -> Color | None:
        found = self._reader.take(_HEX)
        return Color.parse(found[1]) if found else None

    def read_quoted(self) -> Quoted | None:
        found = self._reader.take(_QUOTED)
        return Quoted(found[1] or found[2] or "") if found else None

    def read_field(self) -> Field | None:
        start = self._reader.place
        if self._reader.take_text("["):
            name = self._reader.take(_FIELD)
            if name and self._reader.take_text("]"):
                return Field(name[0])
        self._reader.place = start
        return None

    def read_variable(self) -> Variable | None:
        start = self._reader.place
        found = self._reader.take(_VARIABLE)
        return Variable(found[0], start) if found else None

    def _read_url(self) -> Node | None:
        start = self._reader.place
        if not self._reader.take(_URL):
            return None
        value: Node | None = self.read_quoted() or self.read_variable()
        if value is None:
            found = self._reader.take(_ADDRESS)
            value = Quoted(found[0] if found else "")
        if not self._reader.take_text(")"):
            return Invalid("Missing closing ) in URL.", start)
        return Url(value)

    def read_keyword(self) -> Keyword | None:
        found = self._reader.take(_KEYWORD)
        return Keyword(found[0]) if found else None

    def read_comparison(self) -> str | None:
        found = self._reader.take(_COMPARISON)
        return found[0] if found else None
