"""Walking all pages: each entry once, in order, with no request too many."""

from hypothesis import given
from hypothesis import strategies as st

from carto_ext.pages import all_pages


class Server:
    """Keeps entries; `asked` are the pages that were fetched. With `repeats` it gives its last page for ever."""

    def __init__(self, count: int, *, repeats: bool = False) -> None:
        self.entries = list(range(count))
        self.repeats = repeats
        self.asked: list[int] = []

    def page(self, *, page: int, per_page: int) -> list[int]:
        """Entries of one page."""
        self.asked.append(page)
        last = max(1, -(-len(self.entries) // per_page))
        number = min(page, last) if self.repeats else page
        return self.entries[(number - 1) * per_page : number * per_page]


walk = all_pages(Server.page, lambda items: items)


@given(st.integers(0, 60), st.integers(1, 20), st.integers(1, 8))
def test_every_entry_comes_once_and_no_page_is_asked_twice(count: int, per_page: int, start: int) -> None:
    server = Server(count)
    assert list(walk(server, page=start, per_page=per_page)) == server.entries[(start - 1) * per_page :]
    # A full last page does not tell that it is the last.
    rest = max(0, count - (start - 1) * per_page)
    assert server.asked == list(range(start, start + rest // per_page + 1))


@given(st.integers(1, 60), st.integers(1, 20))
def test_a_server_that_repeats_its_last_page_is_not_followed(count: int, per_page: int) -> None:
    server = Server(count, repeats=True)
    assert list(walk(server, per_page=per_page)) == server.entries
    assert len(server.asked) <= count // per_page + 1


@given(st.integers(0, 500))
def test_pages_are_fetched_only_as_they_are_needed(count: int) -> None:
    server = Server(count)
    entries = walk(server)
    assert server.asked == []
    assert next(entries, None) == (0 if count else None)
    assert server.asked == [1]
