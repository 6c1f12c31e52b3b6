"""Open every page of the built site from the file system, as a reader would who has no network."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from toolchains.chromium import Browser, Page, find_chromium
from toolchains.tools import Missing

from documentation.building import SITE

WIDTHS = (400, 1280)
NARROW, WIDE = WIDTHS
HEIGHT = 1000
# Every name resolves to nothing: a page that wants something of the network is found out.
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND"
# Two frames after the page is complete its scripts have had their turn.
SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))))"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEARCHED = "copy_from"
SEARCH_SECONDS = 10
RESULTS = """(() => {
  const host = [...document.querySelectorAll("*")].find((element) => element.shadowRoot);
  return host ? host.shadowRoot.querySelectorAll("ol li a, ul li a").length : 0;
})()"""


@contextmanager
def offline_page() -> Iterator[Page]:
    program = find_chromium()
    if program is None:
        raise Missing("Chromium is not installed (Debian: apt install chromium)")
    with Browser(program, OFFLINE) as browser, browser.page(NARROW, HEIGHT) as page:
        yield page


def visit_pages(pages: Sequence[Path], pictures: Path | None) -> list[str]:
    """Faults of all pages: errors of the console, failed requests, pages wider than a phone."""
    faults = []
    with offline_page() as page:
        for path in pages:
            name = str(path.relative_to(SITE))
            page.resize(NARROW, HEIGHT)
            faults += [f"{name}: {fault}" for fault in look_at(page, path)]
            if (excess := page.run(TOO_WIDE)) > 0:
                faults.append(f"{name}: {excess} pixels wider than a screen of {NARROW}")
            if pictures:
                photograph(page, pictures / name.replace("/", "-").removesuffix(".html"))
        page.resize(WIDE, HEIGHT)
        faults += search(page)
    return faults


def look_at(page: Page, path: Path) -> list[str]:
    """Open a file; gives what it complains about."""
    page.errors.clear()
    page.failures.clear()
    page.open(path.as_uri())
    page.run(SETTLED)
    return [*page.errors, *page.failures]


def photograph(page: Page, stem: Path) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        for shade in ("light", "dark"):
            page.resize(width, HEIGHT, dark=shade == "dark")
            time.sleep(0.2)  # colours fade
            stem.with_name(f"{stem.name}-{width}-{shade}.png").write_bytes(page.screenshot())


def search(page: Page) -> list[str]:
    """Look for a name as a reader would."""
    faults = look_at(page, SITE / "index.html")
    page.run("document.querySelector('.md-search__button').click()")
    end = time.monotonic() + SEARCH_SECONDS
    while time.monotonic() < end:
        page.call("Input.insertText", text=SEARCHED)
        time.sleep(0.5)
        if page.run(RESULTS):
            return faults
    return [*faults, f"search: nothing is found for {SEARCHED}"]
