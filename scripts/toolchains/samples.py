"""Code samples: what stands between `sample: NAME` and `end` in programs that are run."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

BEGIN = re.compile(r"\s*(?://|#) sample: (\w+)")
END = re.compile(r"\s*(?://|#) end")
CONNECT = "connect"  # what comes before every call


def read_samples(program: Path) -> dict[str, str]:
    """Code by operation, each with what connects before it, in the order of the program."""
    found: dict[str, str] = {}
    name, lines = "", list[str]()
    for line in program.read_text(encoding="utf-8").splitlines():
        if begins := BEGIN.fullmatch(line):
            name, lines = begins[1], []
        elif END.fullmatch(line):
            found[name], name = dedent("\n".join(lines)), ""
        elif name:
            lines.append(line)
    first = found.pop(CONNECT, "")
    return {name: f"{first}\n\n{code}" if first else code for name, code in found.items()}
