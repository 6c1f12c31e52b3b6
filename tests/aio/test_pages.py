"""All pages of a list, whatever the server does."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from carto_ext.aio.client import AsyncCarto
from carto_ext.aio.pages import all_pages

pytestmark = pytest.mark.anyio


class Shelf:
    """A group whose list has so many entries; it notes what it was asked for."""

    def __init__(self, entries: Sequence[int], *, repeats: bool = False) -> None:
        self.entries = list(entries)
        self.repeats = repeats
        self.asked: list[dict[str, Any]] = []

    async def list(self, *, page: int = 1, per_page: int = 20, q: str = "") -> Sequence[int]:
        """One page."""
        self.asked.append({"page": page, "per_page": per_page, "q": q})
        assert len(self.asked) < 200, "it never ends"
        first = 0 if self.repeats else (page - 1) * per_page
        return self.entries[first : first + per_page]

    iterate = all_pages(list, lambda page: page)


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 20, 35])
async def test_every_entry_comes_once_and_in_order(count: int) -> None:
    shelf = Shelf(range(count))
    assert [entry async for entry in shelf.iterate(per_page=10)] == list(range(count))
    assert len(shelf.asked) == count // 10 + 1


async def test_filters_go_with_every_page() -> None:
    shelf = Shelf(range(5))
    assert [entry async for entry in shelf.iterate(per_page=2, page=2, q="x")] == [2, 3, 4]
    assert shelf.asked == [{"page": page, "per_page": 2, "q": "x"} for page in (2, 3)]


async def test_a_server_that_repeats_its_page_is_not_followed_for_ever() -> None:
    shelf = Shelf(range(30), repeats=True)
    assert [entry async for entry in shelf.iterate(per_page=10)] == list(range(10))


async def test_nothing_is_asked_before_it_is_needed() -> None:
    shelf = Shelf(range(30))
    async for entry in shelf.iterate(per_page=10):
        if entry == 3:
            break
    assert len(shelf.asked) == 1


def paged_operations() -> dict[str, str]:
    """Those with `page` and `per_page`, and their tags."""
    spec = yaml.load((Path(__file__).parents[2] / "spec" / "openapi.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    found = {}
    for operation in (path["get"] for path in spec["paths"].values() if "get" in path):
        parameters = [
            spec["components"]["parameters"][parameter["$ref"].rpartition("/")[2]] if "$ref" in parameter else parameter
            for parameter in operation.get("parameters", [])
        ]
        if {"page", "per_page"} <= {parameter["name"] for parameter in parameters}:
            found[operation["operationId"]] = operation["tags"][0]
    return found


async def test_every_paged_list_of_the_spec_can_be_iterated() -> None:
    paged = paged_operations()
    assert "viz_list" in paged
    async with AsyncCarto("https://me.carto.com") as carto:
        for operation, tag in paged.items():
            walked = {vars(method)["__wrapped__"].__name__ for method in iterators(getattr(carto, tag))}
            assert operation.removeprefix(f"{tag}_") in walked, operation


def iterators(group: object) -> list[Any]:
    """A group's methods that walk the pages of another."""
    return [method for name, method in vars(type(group)).items() if name.startswith("iterate")]
