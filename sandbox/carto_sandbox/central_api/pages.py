"""The envelope of paged lists with links: API keys, datasets and tags."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode


def make_page(
    base: str, query: Mapping[str, str], result: list[Any], page: int, per_page: int, total: int
) -> dict[str, Any]:
    links = make_links(base, query, page, per_page, total)
    return {"total": total, "count": len(result), "result": result, "_links": links}


def make_links(base: str, query: Mapping[str, str], page: int, per_page: int, total: int) -> dict[str, dict[str, str]]:
    """CARTO repeats every query parameter in them, the key too."""
    last = -(-total // per_page)
    pages = {"first": 1, "last": last}
    if page > 1:
        pages["prev"] = page - 1
    if page < last:
        pages["next"] = page + 1
    links = {}
    for name, number in pages.items():
        params = {**query, "format": "json", "page": str(number), "per_page": str(per_page)}
        links[name] = {"href": f"{base}?{urlencode(sorted(params.items()))}"}
    return links
