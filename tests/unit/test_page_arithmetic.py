"""Walking all pages: each entry once, in order, with no unnecessary request, or few if the total is unknown."""

from hypothesis import given
from hypothesis import strategies as st

from carto_ext._sync.pages import AT_ONCE, all_pages


class Server:
    """Keeps entries; `asked` are the pages that were fetched, `total` is the number that it claims.

    With `repeats` it gives its last page for ever.
    """

    def __init__(self, count: int, *, total: object = None, repeats: bool = False) -> None:
        self.entries = list(range(count))
        self.total = total
        self.repeats = repeats
        self.asked: list[int] = []

    def page(self, *, page: int, per_page: int) -> tuple[list[int], object]:
        """Entries of one page, and the total."""
        self.asked.append(page)
        last = max(1, -(-len(self.entries) // per_page))
        number = min(page, last) if self.repeats else page
        return self.entries[(number - 1) * per_page : number * per_page], self.total


walk = all_pages(Server.page, lambda page: page[0], lambda page: page[1])
LIES = st.none() | st.integers(-10, 1000) | st.sampled_from(["60", 10**30, 7.5, [], True])


def needed(count: int, per_page: int, start: int = 1) -> list[int]:
    """A full last page does not show that it is the last."""
    rest = max(0, count - (start - 1) * per_page)
    return list(range(start, start + rest // per_page + 1))


@given(st.integers(0, 60), st.integers(1, 20), st.integers(1, 8))
def test_every_entry_comes_once_and_no_page_is_asked_twice(count: int, per_page: int, start: int) -> None:
    server = Server(count, total=count)
    assert list(walk(server, page=start, per_page=per_page)) == server.entries[(start - 1) * per_page :]
    assert sorted(server.asked) == needed(count, per_page, start)


@given(st.integers(0, 60), st.integers(1, 20), st.integers(1, 8), LIES)
def test_a_wrong_total_costs_requests_and_no_entry(count: int, per_page: int, start: int, total: object) -> None:
    server = Server(count, total=total)
    assert list(walk(server, page=start, per_page=per_page)) == server.entries[(start - 1) * per_page :]
    asked, least = sorted(server.asked), needed(count, per_page, start)
    assert asked == list(range(start, start + len(asked)))
    assert len(least) <= len(asked) < len(least) + AT_ONCE


@given(st.integers(0, 60), st.integers(1, 20))
def test_without_a_total_few_pages_are_asked_in_vain(count: int, per_page: int) -> None:
    server = Server(count)
    assert list(walk(server, per_page=per_page)) == server.entries
    assert len(server.asked) in {1, 3, 7, 15, 25, 35, 45, 55, 65}
    assert len(server.asked) <= 2 * len(needed(count, per_page))


@given(st.integers(1, 60), st.integers(1, 20), LIES)
def test_a_server_that_repeats_its_last_page_is_not_followed(count: int, per_page: int, total: object) -> None:
    server = Server(count, total=total, repeats=True)
    assert list(walk(server, per_page=per_page)) == server.entries
    assert len(server.asked) < len(needed(count, per_page)) + AT_ONCE


def test_a_per_page_that_no_server_should_take_does_no_harm() -> None:
    stubborn = all_pages(lambda group, *, page, per_page: [1, 2], lambda page: page, len)
    assert list(stubborn(None, per_page=0)) == [1, 2]


@given(st.integers(0, 500))
def test_pages_are_fetched_only_as_they_are_needed(count: int) -> None:
    server = Server(count)
    entries = walk(server)
    assert server.asked == []
    assert next(entries, None) == (0 if count else None)
    assert server.asked == [1]
