"""The Markdown that people read and the site is made of: pages, their order, and the links between them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from toolchains.tools import ROOT

CONFIGURATION = ROOT / "docs" / "zensical.toml"
README_LINES = 200
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.*?)$", re.MULTILINE)


def written_pages() -> list[Path]:
    """The Markdown files of the site, which are those of the project that people read."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "spec" / "README.md"]


def navigation() -> list[str]:
    """The places that the navigation names, in its order."""
    with CONFIGURATION.open("rb") as file:
        return list(_places(tomllib.load(file)["project"]["nav"]))


def _places(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        yield from _places(list(entry.values()))
    else:
        for part in entry:
            yield from _places(part)


@dataclass(frozen=True)
class Link:
    """A link to another place of the project; `anchor` is empty where it has none."""

    line: int
    target: str
    anchor: str


def links_of(page: Path) -> list[Link]:
    """The links of a Markdown page that stay in the project."""
    text = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.read_text(encoding="utf-8"))
    found = []
    for match in _LINK.finditer(text):
        parts = urlsplit(match[1])
        if not parts.scheme:
            found.append(Link(text[: match.start()].count("\n") + 1, unquote(parts.path) or page.name, parts.fragment))
    return found


def anchors_of(page: Path) -> set[str]:
    """Those of the headings, as Markdown makes them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = (re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading) for heading in _HEADING.findall(text))
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}


def check_sources() -> list[str]:
    """Faults of the sources: broken links, pages out of the navigation, a README that has grown."""
    faults = []
    for page in written_pages():
        for link in links_of(page):
            target = page.parent / link.target
            if not target.is_file():
                faults.append(f"{page.relative_to(ROOT)}:{link.line}: {link.target} is not there")
            elif link.anchor and target.suffix == ".md" and link.anchor not in anchors_of(target):
                faults.append(f"{page.relative_to(ROOT)}:{link.line}: {link.target} has no #{link.anchor}")
    places, written = navigation(), {str(page.relative_to(ROOT)) for page in written_pages()}
    faults += [
        f"docs/zensical.toml: {place} is not there"
        for place in places
        if not place.startswith("reference/") and place not in written
    ]
    faults += [f"docs/zensical.toml: the navigation lacks {place}" for place in sorted(written - set(places))]
    lines = (ROOT / "README.md").read_text(encoding="utf-8").count("\n")
    if lines > README_LINES:
        faults.append(f"README.md has {lines} lines, and at most {README_LINES}: move details to docs/")
    return faults


def linked_files() -> set[Path]:
    """Files of the project that pages link to, other than pages, such as the API description."""
    linked = {page.parent.joinpath(link.target).resolve() for page in written_pages() for link in links_of(page)}
    return {path for path in linked if path.is_file() and path.suffix != ".md"}
