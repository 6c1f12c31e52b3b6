# Made from tests/_async/test_pages.py by scripts/unasync; do not edit.
"""All pages of a list, whatever the server does."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from threading import Barrier
from time import sleep
from typing import Any

import pytest
import yaml

from carto_ext._sync.client import Carto
from carto_ext._sync.pages import all_pages
from carto_ext.errors import InvalidRequestError
from tests.support.crowd import Answer, Asked, Crowd

pytestmark = pytest.mark.anyio

SAMPLES = Path(__file__).parents[1] / "samples"


class Shelf:
    """A group whose list has so many entries; it notes what it was asked for."""

    def __init__(self, entries: Sequence[int], *, repeats: bool = False) -> None:
        self.entries = list(entries)
        self.repeats = repeats
        self.asked: list[dict[str, Any]] = []

    def list(self, *, page: int = 1, per_page: int = 20, q: str = "") -> Sequence[int]:
        """One page."""
        self.asked.append({"page": page, "per_page": per_page, "q": q})
        assert len(self.asked) < 200, "it never ends"
        first = 0 if self.repeats else (page - 1) * per_page
        return self.entries[first : first + per_page]

    iterate = all_pages(list, lambda page: page)


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 20, 35])
def test_every_entry_comes_once_and_in_order(count: int) -> None:
    shelf = Shelf(range(count))
    assert [entry for entry in shelf.iterate(per_page=10)] == list(range(count))
    assert sorted(asked["page"] for asked in shelf.asked) == list(range(1, len(shelf.asked) + 1))
    assert count // 10 < len(shelf.asked) <= 2 * (count // 10) + 1


def test_filters_go_with_every_page() -> None:
    shelf = Shelf(range(5))
    assert [entry for entry in shelf.iterate(per_page=2, page=2, q="x")] == [2, 3, 4]
    assert sorted(shelf.asked, key=lambda asked: asked["page"]) == [
        {"page": page, "per_page": 2, "q": "x"} for page in (2, 3, 4)
    ]


def test_a_server_that_repeats_its_page_is_not_followed_for_ever() -> None:
    shelf = Shelf(range(30), repeats=True)
    assert [entry for entry in shelf.iterate(per_page=10)] == list(range(10))


def test_nothing_is_asked_before_it_is_needed() -> None:
    shelf = Shelf(range(30))
    for entry in shelf.iterate(per_page=10):
        if entry == 3:
            break
    assert len(shelf.asked) == 1


def listing(
    count: int, *, total: object = None, before: Callable[[Asked], object] = lambda asked: None
) -> Callable[[Asked], Answer]:
    """`carto.viz.list` of an account with so many; `total` is a lie, `before` happens first in the request's thread."""
    sample = json.loads((SAMPLES / "viz_list_datasets.json").read_text())["visualizations"][0]

    def answer(asked: Asked) -> Answer:
        answered = before(asked)
        if isinstance(answered, Answer):
            return answered
        size = int(asked.query["per_page"])
        numbers = range(count)[(asked.page - 1) * size : asked.page * size]
        entries = [{**sample, "name": f"viz{number}"} for number in numbers]
        return Answer({"visualizations": entries, "total_entries": count if total is None else total})

    return answer


def names(carto: Carto, **parameters: Any) -> list[str]:
    return [viz.name or "" for viz in carto.viz.iterate(**parameters)]


def numbered(*numbers: int) -> list[str]:
    return [f"viz{number}" for number in range(*numbers)]


def test_pages_come_together_and_in_order_whatever_their_time() -> None:
    random = Random(7)
    with Crowd(listing(245, before=lambda asked: sleep(random.random() / 50))) as server:
        with Carto(server.base_url, api_key="k") as carto:
            assert names(carto, per_page=10) == numbered(245)
            assert names(carto, per_page=10, page=24) == numbered(230, 245)
    assert sorted(asked.page for asked in server.asked) == sorted([*range(1, 26), 24, 25])
    assert server.most <= 10


def test_ten_pages_are_on_their_way_at_once() -> None:
    """Each of a batch waits for all of it: pages that came one after another would wait for ever."""
    batches = [Barrier(1), Barrier(10), Barrier(9)]
    with Crowd(listing(195, before=lambda asked: batches[(asked.page + 8) // 10].wait(20))) as server:
        with Carto(server.base_url, api_key="k") as carto:
            assert names(carto, per_page=10) == numbered(195)
    assert server.most == 10


def test_a_list_of_members_knows_which_total_is_theirs() -> None:
    page = json.loads((SAMPLES / "org_members_list_v1.json").read_text())
    together = Barrier(2)

    def answer(asked: Asked) -> Answer:
        if asked.page > 1:
            together.wait(20)
        users = [{**page["users"][0], "username": f"m{asked.page}.{row}"} for row in range(2 if asked.page < 3 else 1)]
        return Answer({"users": users, "total_user_entries": 5, "total_entries": len(users)})

    with Crowd(answer) as server:
        with Carto(server.base_url, api_key="k") as carto:
            found = [user.username for user in carto.users.iterate_members("id", per_page=2)]
    assert found == ["m1.0", "m1.1", "m2.0", "m2.1", "m3.0"]
    assert len(server.asked) == 3


@pytest.mark.parametrize("total", [0, 1, 49, 51, 70, 10**15, -5, "fifty"])
@pytest.mark.parametrize("count", [50, 47])
def test_a_wrong_total_loses_no_entry_and_never_loops(count: int, total: object) -> None:
    with Crowd(listing(count, total=total)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            assert names(carto, per_page=5) == numbered(count)
    pages = sorted(asked.page for asked in server.asked)
    assert pages == list(range(1, len(pages) + 1))
    assert len(pages) < count // 5 + 1 + 10


@pytest.mark.parametrize("failing", [1, 2, 4, 9, 10])
def test_an_error_comes_where_its_page_would_be(failing: int) -> None:
    refusal = Answer({"errors": ["no"]}, status=400)
    with Crowd(listing(95, before=lambda asked: refusal if asked.page >= failing else None)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            seen: list[str] = []
            with pytest.raises(InvalidRequestError, match="no"):  # noqa: PT012 - all of the loop may raise it
                for viz in carto.viz.iterate(per_page=10):
                    seen.append(viz.name or "")
            assert seen == numbered((failing - 1) * 10)


def test_an_error_past_the_end_is_nobodys() -> None:
    refusal = Answer({"errors": ["no such page"]}, status=400)
    lie = listing(35, total=100, before=lambda asked: refusal if asked.page > 4 else None)
    with Crowd(lie) as server:
        with Carto(server.base_url, api_key="k") as carto:
            assert names(carto, per_page=10) == numbered(35)


def test_who_stops_early_leaves_nothing_on_its_way() -> None:
    with Crowd(listing(500)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            for viz in carto.viz.iterate(per_page=10):
                if viz.name == "viz35":
                    break
            assert sorted(asked.page for asked in server.asked) == list(range(1, 12))
            pool: Any = carto._http._transport._pool  # type: ignore[attr-defined]
            assert pool.idle
            assert not pool.busy
            assert (carto.viz.list(page=50, per_page=10)).visualizations[9].name == "viz499"


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


def test_every_paged_list_of_the_spec_can_be_iterated() -> None:
    paged = paged_operations()
    assert "viz_list" in paged
    with Carto("https://me.carto.com") as carto:
        for operation, tag in paged.items():
            walked = {vars(method)["__wrapped__"].__name__ for method in iterators(getattr(carto, tag))}
            assert operation.removeprefix(f"{tag}_") in walked, operation


def iterators(group: object) -> list[Any]:
    """A group's methods that walk the pages of another."""
    return [method for name, method in vars(type(group)).items() if name.startswith("iterate")]
