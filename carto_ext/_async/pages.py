"""Iteration over all pages of a list: lazy, in order, several pages fetched at a time."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from functools import wraps
from inspect import getdoc, signature
from itertools import chain, repeat
from typing import Any, Concatenate, ParamSpec, TypeVar

from carto_ext._async.concurrency import gather

Group = TypeVar("Group")
Page = TypeVar("Page")
Item = TypeVar("Item")
P = ParamSpec("P")

# CARTO has no upper limit and defaults to 20; 100 entries are about 300 KB of JSON.
PER_PAGE = 100
# Pages fetched at a time, about 3 MB of JSON ahead of the caller. 2,000 entries then take three round trips instead of
# 20: a third of the time at 20 ms each. More at a time would slow the server down for other clients.
AT_ONCE = 10

# Used while the number of pages is unknown: requests for pages past the end are wasted.
GROWING_WIDTHS = (2, 4, 8)

# help() shows the docstring of the list operation, except for these parts.
SUMMARY = f"Iterate over the entries of all pages, lazily and in order, from `page` on; {PER_PAGE} per page by default."
RETURNS = "Returns:\n    An iterator over the entries.\n\n"
RETURNS_SECTION = re.compile(r"^Returns:\n(?: .*\n)+\n?", re.MULTILINE)


def all_pages(
    list_page: Callable[Concatenate[Group, P], Awaitable[Page]],
    items_of: Callable[[Page], Sequence[Item]],
    total_of: Callable[[Page], object] = lambda page: None,
) -> Callable[Concatenate[Group, P], AsyncIterator[Item]]:
    """Make the method that walks all pages of a list operation, with the same parameters.

    `page` is the first page (1) and `per_page` the number of entries per request (100). The first page is fetched
    alone; when its entries are used up, the next pages are fetched together, up to 10, and so on. No request runs
    while entries are used, so a caller who stops early leaves none behind. An error is raised after the entries of the
    pages before it.

    Iteration ends at a page that is short, or equal to the page before: otherwise a server that repeats its last page
    would never end it. `total_of` returns the number of entries on all pages if a page states it, which only decides
    how many pages to fetch at a time.
    """

    @wraps(list_page)
    async def iterate(group: Group, /, *args: Any, **kwargs: Any) -> AsyncIterator[Item]:
        page = kwargs.pop("page", 1)
        per_page = kwargs.pop("per_page", PER_PAGE)

        async def fetch(number: Any) -> Page:
            return await list_page(group, *args, page=number, per_page=per_page, **kwargs)

        before: Sequence[Item] = []
        widths = chain(GROWING_WIDTHS, repeat(AT_ONCE))
        pages: list[Page | Exception] = [await fetch(page)]
        while True:
            for answer in pages:
                if isinstance(answer, Exception):
                    raise answer
                items = items_of(answer)
                if items == before:
                    return
                for item in items:
                    yield item
                if len(items) < per_page:
                    return
                before, total = items, total_of(answer)
            page += len(pages)
            width = _pages_left(total, per_page, page) or next(widths)
            pages = await gather(fetch, range(page, page + width), width, Exception)

    iterate.__doc__ = f"{SUMMARY}\n\n{RETURNS_SECTION.sub(RETURNS, getdoc(list_page) or '')}"
    shown = signature(list_page).replace(return_annotation=AsyncIterator)
    iterate.__signature__ = shown  # type: ignore[attr-defined]
    return iterate


def with_note(operation: Callable[..., Any], note: str) -> str:
    """Return an operation's docstring with one more paragraph, for the method that replaces it."""
    summary, _, rest = (getdoc(operation) or "").partition("\n\n")
    return f"{summary}\n\n{note}\n\n{rest}"


def named(cls: type[Group]) -> type[Group]:
    """Give methods that wrap others their own names in this class, for help() and tracebacks."""
    for name, method in vars(cls).items():
        if hasattr(method, "__wrapped__"):
            method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
            method.__module__ = cls.__module__
    return cls


def _pages_left(total: object, per_page: int, page: int) -> int:
    """Return how many pages to fetch together from this one on; 0 if the total is unknown or was wrong.

    A full page does not show that it is the last one, so the page after it counts.
    """
    last = total // max(per_page, 1) + 1 if isinstance(total, int) else 0
    return min(max(last - page + 1, 0), AT_ONCE)
