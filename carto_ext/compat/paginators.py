"""Paging through lists."""

from collections.abc import Iterator
from typing import Any


class CartoPaginator:
    """Yields the URLs and parameters to request; `process_response` gets each answer and decides whether to continue.

    Pages are asked for until all that the server counts has come, or a page is empty.
    """

    def __init__(self, json_collection_attribute: str | None, base_url: str, params: Any = None) -> None:
        self.json_collection_attribute, self.base_url, self.params = json_collection_attribute, base_url, params or {}

    def get_urls(self, initial_url: str) -> Iterator[tuple[str, dict[str, Any]]]:
        self.url: str | None = initial_url
        self.total_count, self.page = 0, 1
        while self.url is not None:
            # Lists without pages are asked without one.
            yield self.url, self.params | ({"page": self.page} if self.page > 1 else {})
            self.page += 1

    def process_response(self, response: Any) -> Any:
        said = response.json() if response.status_code < 400 else {}
        entries = said.get(self.json_collection_attribute, []) if isinstance(said, dict) else []
        totals = [said[name] for name in ("total_entries", "total_user_entries", "total") if entries and name in said]
        self.total_count += len(entries)
        if not totals or self.total_count >= int(totals[0]):
            self.url = None
        return response


Paginator = DummyPaginator = CartoPaginator  # names in pyrestcli
