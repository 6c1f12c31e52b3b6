"""Docstrings from the spec's descriptions."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from textwrap import fill, indent

from openapi_python_client.strings import safe_for_docstring

_WIDTH = 108
_KEEPS_ITS_LINES = re.compile(r"^(\s{4}|\s*(\||>|#|```))", re.MULTILINE)
_STARTS_AN_ITEM = re.compile(r"^\s*([-*+]|\d+\.)\s", re.MULTILINE)


@cache  # each description appears in up to six docstrings
def wrap(text: str, width: int = _WIDTH, hanging: str = "") -> str:
    """`text` wrapped paragraph by paragraph; lists item by item; tables and code keep their lines."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return f"\n\n{hanging}".join(_wrap_paragraph(part, width, hanging) for part in paragraphs)


def _wrap_paragraph(text: str, width: int, hanging: str) -> str:
    if _KEEPS_ITS_LINES.search(text) and not _STARTS_AN_ITEM.search(text):
        return indent(text, hanging).removeprefix(hanging)
    starts = [0, *(match.start() for match in _STARTS_AN_ITEM.finditer(text) if match.start()), len(text)]
    items = [" ".join(text[start:end].split()) for start, end in pairwise(starts)]
    return f"\n{hanging}".join(_wrap_item(item, width, hanging) for item in items)


def _wrap_item(text: str, width: int, hanging: str) -> str:
    deeper = hanging + "  " if _STARTS_AN_ITEM.match(text) else hanging
    return fill(text, width, subsequent_indent=deeper, break_long_words=False, break_on_hyphens=False)


def first_sentence(text: str) -> str:
    """The first sentence of a description, on one line."""
    flat = " ".join(text.split())
    end = re.search(r"(?<!e\.g)(?<!i\.e)[.;](\s|$)", flat)
    return flat[: end.start()] + "." if end else flat


def build_docstring(
    summary: str, description: str, arguments: list[tuple[str, str, str]], returns: str, raises: list[tuple[str, str]]
) -> str:
    """A whole docstring, quotes included. `arguments` are name, type and description."""
    parts = [summary.strip() or first_sentence(description)]
    if parts[0] and not parts[0].endswith((".", "!", "?")):
        parts[0] += "."
    if description.strip() and description.strip().rstrip(".") != summary.strip().rstrip("."):
        parts.append(wrap(description))
    if arguments:
        entries = [f"{name} ({kind}): {text}" if text.strip() else f"{name} ({kind})" for name, kind, text in arguments]
        parts.append(_section("Args", entries))
    parts.append(_section("Returns", [returns]))
    parts.append(_section("Raises", [f"{name}: {text}" for name, text in raises]))
    text = safe_for_docstring("\n\n".join(parts))
    if text.endswith('"'):
        text += " "
    return f'"""{text}\n"""'


def build_pointer(summary: str, method: str) -> str:
    """A docstring that says in short what stands in full at `method`."""
    return f'"""{safe_for_docstring(summary.strip().rstrip("."))}: see `{method}`."""'


def _section(title: str, entries: list[str]) -> str:
    lines = [indent(wrap(entry, _WIDTH - 4, hanging="    "), "    ") for entry in entries]
    return "\n".join([f"{title}:", *lines])
