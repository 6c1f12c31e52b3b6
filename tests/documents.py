"""The pages of the documentation, and the code blocks in them."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "spec" / "README.md",
]
_BLOCK = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One block of a page, and the line of the page before its first."""

    page: Path
    line: int
    language: str
    text: str

    @property
    def place(self) -> str:
        return str(self.page.relative_to(ROOT))

    @property
    def name(self) -> str:
        return f"{self.place.removesuffix('.md')}-{self.line}"

    @property
    def first_line(self) -> str:
        return self.text.partition("\n")[0]


def read_blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(page, text[: found.start(2)].count("\n"), found[1], found[2]) for found in _BLOCK.finditer(text)]


BLOCKS = [block for page in PAGES for block in read_blocks(page)]
