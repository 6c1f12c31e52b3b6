"""How a style is laid out: what is written into it takes after that, as CARTO's own writer does.

It matters, for layers are called by their ids afterwards, by a pattern that takes some colors for layers: `#f00}[a>1]`
has one.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

DECLARATION = re.compile(r"([-\w/*]+)(\s*:\s*)([^;{}]*)")
_SKIPPED = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.S)
_LAST_LINE = re.compile(r"[^\n]+$")


@dataclass(frozen=True)
class Layout:
    """The blanks of a style, and whether its declarations end with a semicolon where they need none."""

    colon: str
    opening: str
    line: str
    closing: str
    semicolon: str

    def write(self, name: str, value: str) -> str:
        return f"{name}{self.colon}{value}"

    def write_block(self, condition: str, declaration: str, depth: int) -> str:
        inner, end = self._indent(self.line, depth + 1), self._indent(self.closing, depth)
        return f"[ {condition} ]{self.opening}{{{inner}{declaration}{self.semicolon}{end}}}"

    def _indent(self, blanks: str, depth: int) -> str:
        if "\n" not in blanks:
            return blanks
        return _LAST_LINE.sub("", blanks) + self.line.rpartition("\n")[2] * depth


@dataclass
class _Block:
    """One pair of braces. `last` is the declaration it ends with: where it starts, and its semicolon."""

    opening: str
    closing: str = ""
    last: tuple[int, str] | None = None


def read_layout(style: str, replaced: Collection[int]) -> Layout:
    """Blanks are those of the first of their kind. `replaced` are the places of declarations that go."""
    blocks: list[_Block] = []
    opened: list[_Block] = []
    colons: dict[int, str] = {}
    line: str | None = None
    start = 0
    for place, letter in find_marks(style):
        piece = style[start:place]
        blanks = piece[: len(piece) - len(piece.lstrip())]
        if letter != "{" and opened and (found := DECLARATION.match(piece, len(blanks))):
            opened[-1].last = (start + len(blanks), letter)
            colons[start + len(blanks)] = found[2]
            line = blanks if line is None else line
        if letter == "{":
            opened.append(_Block(piece[len(piece.rstrip()) :]))
            blocks.append(opened[-1])
        elif letter == "}" and opened:
            opened.pop().closing = piece[len(piece.rstrip()) :]
            if opened:
                opened[-1].last = None
        start = place + 1
    kept = [colon for place, colon in colons.items() if place not in replaced]
    ends = [block.last[1] for block in blocks if block.last and block.last[0] not in replaced]
    return Layout(
        colon=re.sub(r"[^\s:]", "", kept[0]) if kept else ": ",
        opening=blocks[0].opening if blocks else " ",
        line=line or "",
        closing=blocks[0].closing if blocks else "",
        semicolon=";" if ends and ends[0] == ";" else "",
    )


def find_marks(style: str) -> Iterator[tuple[int, str]]:
    """Places of braces and semicolons outside texts and comments."""
    place = 0
    while place < len(style):
        if skipped := _SKIPPED.match(style, place):
            place = skipped.end()
            continue
        if style[place] in "{};":
            yield place, style[place]
        place += 1
