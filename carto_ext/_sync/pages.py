# Made from carto_ext/_async/pages.py by scripts/unasync; do not edit.
"""All pages of a list, in their order, lazily, several fetched at once."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from inspect import getdoc, signature
from itertools import chain, repeat
from typing import Any, Concatenate, ParamSpec, TypeVar

from carto_ext._sync.concurrency import gather

Group = TypeVar("Group")
Page = TypeVar("Page")
Item = TypeVar("Item")
P = ParamSpec("P")

# CARTO has no upper limit and defaults to 20; 100 entries are about 300 KB of JSON.
PER_PAGE = 100
# Pages fetched at once, so about 3 MB of JSON that nobody has asked for yet. 2,000 entries come in three round trips,
# which at 20 ms each take a third of the time of 20; more at once would take the server from others.
AT_ONCE = 10

# Where nobody tells how many pages there are: what is asked for past the end was asked in vain.
GROWING_WIDTHS = (2, 4, 8)

# What help() shows of the new method is what it shows of the list, but for these.
SUMMARY = f"Every entry of every page, lazily, in order. `page` is where to start; {PER_PAGE} per page unless told."
RETURNS_SECTION = re.compile(r"^Returns:\n(?: .*\n)+\n?", re.MULTILINE)


def all_pages(
    list_page: Callable[Concatenate[Group, P], Page],
    items_of: Callable[[Page], Sequence[Item]],
    total_of: Callable[[Page], object] = lambda page: None,
) -> Callable[Concatenate[Group, P], Iterator[Item]]:
    """The method that walks all pages of the given one, with the same parameters.

    `page` is where to start (1), `per_page` how much one request brings (100). The first page comes alone; when its
    entries are used up, the next ones come together, up to 10, and so on. Nothing is fetched while entries are used, so
    that whoever stops leaves nothing running. An error comes after the entries of the pages before.

    Ends at a page that is short or the same as the one before: a server that repeats its last page is not followed for
    ever. `total_of` gives the entries on all pages, if a page tells; that only says how many pages to fetch at once.
    """

    @wraps(list_page)
    def iterate(group: Group, /, *args: Any, **kwargs: Any) -> Iterator[Item]:
        page = kwargs.pop("page", 1)
        per_page = kwargs.pop("per_page", PER_PAGE)

        def fetch(number: Any) -> Page:
            return list_page(group, *args, page=number, per_page=per_page, **kwargs)

        before: Sequence[Item] = []
        widths = chain(GROWING_WIDTHS, repeat(AT_ONCE))
        pages: list[Page | Exception] = [fetch(page)]
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
            pages = gather(fetch, range(page, page + width), width, Exception)

    iterate.__doc__ = f"{SUMMARY}\n\n{RETURNS_SECTION.sub('', getdoc(list_page) or '')}"
    shown = signature(list_page).replace(return_annotation=Iterator)
    iterate.__signature__ = shown  # type: ignore[attr-defined]
    return iterate


def with_note(operation: Callable[..., Any], note: str) -> str:
    """The docstring of an operation with a paragraph more, for the method that takes its place."""
    summary, _, rest = (getdoc(operation) or "").partition("\n\n")
    return f"{summary}\n\n{note}\n\n{rest}"


def named(cls: type[Group]) -> type[Group]:
    """Call the methods that were made of others by their own names in this class, as help() and tracebacks do."""
    for name, method in vars(cls).items():
        if hasattr(method, "__wrapped__"):
            method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
            method.__module__ = cls.__module__
    return cls


def _pages_left(total: object, per_page: int, page: int) -> int:
    """How many to fetch at once, from this page on; 0 if the total is not known, or shown to be wrong.

    A full last page does not tell that it is the last, so that the one after it counts.
    """
    last = total // max(per_page, 1) + 1 if isinstance(total, int) else 0
    return min(max(last - page + 1, 0), AT_ONCE)
