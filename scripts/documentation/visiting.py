"""Open every page of the built site from the file system, as a reader would who has no network."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from documentation.browser import Tab, opened_tab
from documentation.building import SITE

WIDTHS = (400, 1280)
NARROW, WIDE = WIDTHS
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEARCHED = "copy_from"
SEARCH_SECONDS = 10
RESULTS = """(() => {
  const host = [...document.querySelectorAll("*")].find((element) => element.shadowRoot);
  return host ? host.shadowRoot.querySelectorAll("ol li a, ul li a").length : 0;
})()"""


def visit_pages(pages: Sequence[Path], pictures: Path | None) -> list[str]:
    """What went wrong on any page: errors and warnings of the console, failed requests, pages wider than a phone."""
    faults = []
    with opened_tab() as tab:
        for page in pages:
            name = str(page.relative_to(SITE))
            tab.resize(NARROW)
            faults += [f"{name}: {fault}" for fault in tab.open(page.as_uri())]
            if (excess := tab.evaluate(TOO_WIDE)) > 0:
                faults.append(f"{name}: {excess} pixels wider than a screen of {NARROW}")
            if pictures:
                photograph(tab, pictures / name.replace("/", "-").removesuffix(".html"))
        tab.resize(WIDE)
        faults += search(tab)
    return faults


def photograph(tab: Tab, stem: Path) -> None:
    for width in WIDTHS:
        for dark in (False, True):
            tab.resize(width, dark=dark)
            time.sleep(0.2)  # colours fade
            tab.photograph(stem.with_name(f"{stem.name}-{width}-{'dark' if dark else 'light'}.png"))


def search(tab: Tab) -> list[str]:
    """Look for a name as a reader would."""
    faults = tab.open((SITE / "index.html").as_uri())
    tab.evaluate("document.querySelector('.md-search__button').click()")
    end = time.monotonic() + SEARCH_SECONDS
    while time.monotonic() < end:
        tab.call("Input.insertText", text=SEARCHED)
        time.sleep(0.5)
        if tab.evaluate(RESULTS):
            return faults
    return [*faults, f"search: nothing is found for {SEARCHED}"]
