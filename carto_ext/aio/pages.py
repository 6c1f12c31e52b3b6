"""All pages of a list, one after another, lazily."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from functools import wraps
from inspect import getdoc, signature
from typing import Any, Concatenate, ParamSpec, TypeVar

Group = TypeVar("Group")
Page = TypeVar("Page")
Item = TypeVar("Item")
P = ParamSpec("P")

# CARTO has no upper limit and defaults to 20; 100 entries are about 300 KB of JSON.
PER_PAGE = 100

# What help() shows of the new method is what it shows of the list, but for these.
SUMMARY = f"Every entry of every page, lazily. `page` is where to start; {PER_PAGE} per page unless told."
RETURNS_SECTION = re.compile(r"^Returns:\n(?: .*\n)+\n?", re.MULTILINE)


def all_pages(
    list_page: Callable[Concatenate[Group, P], Awaitable[Page]],
    items_of: Callable[[Page], Sequence[Item]],
) -> Callable[Concatenate[Group, P], AsyncIterator[Item]]:
    """The method that walks all pages of the given one, with the same parameters.

    `page` is where to start (1), `per_page` how much one request brings (100). Ends at a page that is short or the
    same as the one before: a server that repeats its last page is not followed for ever.
    """

    @wraps(list_page)
    async def iterate(group: Group, /, *args: Any, **kwargs: Any) -> AsyncIterator[Item]:
        page = kwargs.pop("page", 1)
        per_page = kwargs.pop("per_page", PER_PAGE)
        before: Sequence[Item] = []
        while True:
            items = items_of(await list_page(group, *args, page=page, per_page=per_page, **kwargs))
            if items == before:
                return
            for item in items:
                yield item
            if len(items) < per_page:
                return
            page, before = page + 1, items

    iterate.__name__ = iterate.__qualname__ = "iterate"
    iterate.__doc__ = f"{SUMMARY}\n\n{RETURNS_SECTION.sub('', getdoc(list_page) or '')}"
    shown = signature(list_page).replace(return_annotation=AsyncIterator)
    iterate.__signature__ = shown  # type: ignore[attr-defined]
    return iterate
