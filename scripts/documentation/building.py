"""The built site: every page in one folder, at its place in the project, Zensical over them, and all links followed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from toolchains.reference import build_reference
from toolchains.tools import CACHE, ROOT, Failed, find_wheel

from documentation.reference import write_reference
from documentation.sources import CONFIGURATION, linked_files, written_pages

FOLDER = CACHE / "docs"
SITE = FOLDER / "site"
ATTRIBUTES = ("href", "src")


def gather_sources() -> None:
    """Make the folder of the sources anew; `Missing` where npm cannot bring what the HTTP reference is made with."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    pages = FOLDER / "pages"
    pictures = (path for kind in ("png", "svg", "js") for path in (ROOT / "docs").glob(f"*.{kind}"))
    for source in [*written_pages(), *pictures, *linked_files()]:
        target = pages / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    write_reference(pages / "reference")
    build_reference(pages / "reference" / "http.html")
    shutil.copyfile(CONFIGURATION, FOLDER / CONFIGURATION.name)


def build_site() -> None:
    """Run Zensical; any warning of it is an error."""
    find_wheel("zensical", "docs")
    gather_sources()
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    if done.returncode or not (SITE / "index.html").exists():
        raise Failed(f"zensical ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    # Its links begin at the root of a server, which a folder has not.
    (SITE / "404.html").unlink()


@dataclass
class Page(HTMLParser):
    """The links and anchors of one HTML file; `loaded` is all that a browser fetches without a click."""

    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.anchors.update(value for name in ("id", "name") if (value := given.get(name)))
        found = [value for name in ATTRIBUTES if (value := given.get(name))]
        self.links += found
        self.loaded += found if tag != "a" else []


def check_site(site: Path) -> tuple[int, list[str]]:
    """How many links and anchors were followed, and those that lead nowhere or load something from elsewhere."""
    pages = {}
    for file in site.rglob("*.html"):
        pages[file.resolve()] = page = Page()
        page.feed(file.read_text(encoding="utf-8"))
    followed, faults = 0, []
    for file, page in pages.items():
        elsewhere = (link for link in page.loaded if urlsplit(link).netloc)
        faults += [f"{file.relative_to(site)}: loads {link}" for link in elsewhere]
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                faults.append(f"{file.relative_to(site)}: {link} is not there")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                faults.append(f"{file.relative_to(site)}: {link} has no such anchor")
    return followed, faults
