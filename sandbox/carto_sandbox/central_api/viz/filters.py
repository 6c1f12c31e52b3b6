"""The filters, orders and pages of the list of visualizations; ValueError carries CARTO's text for a wrong one."""

from collections.abc import Callable, Mapping
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import DERIVED, PRIVATE, PUBLIC, TABLE, Visualization
from carto_sandbox.accounts.tables import Extent
from carto_sandbox.central_api.central import DIRECTIONS, list_symbols, read_choice

ORDERS = (
    "name", "updated_at", "size", "mapviews", "favorited", "estimated_row_count", "privacy",
    "dependent_visualizations",
)  # fmt: skip
# Orders that CARTO computes elsewhere, and so cannot mix with others.
_LONE_ORDERS = frozenset({"size", "mapviews", "estimated_row_count"})
SortKeys = Mapping[str, Callable[[Visualization], Any]]


def select(
    items: list[Visualization], params: Mapping[str, str], account: Account, *, anonymous: bool
) -> list[Visualization]:
    """An account's visualizations that pass all filters."""
    types = read_types(params)
    if any(params.get(name) == "true" for name in ("subscribed", "sample")):
        return []
    items = [item for item in items if item.type in types]
    shared = _read_shared(params)
    if shared != _BOTH:
        items = [item for item in items if (item.owner is account) is (shared == _MINE)]
    if anonymous:
        items = [item for item in items if item.privacy == PUBLIC]
    elif params.get("privacy"):
        items = [item for item in items if item.privacy.lower() == params["privacy"]]
    if params.get("locked") in ("true", "false"):
        items = [item for item in items if item.get("locked", False) is (params["locked"] == "true")]
    if params.get("exclude_raster") == "true":
        items = [item for item in items if item.get("kind", "geom") != "raster"]
    if params.get("only_liked") == "true":
        items = [item for item in items if account in item.liked_by and not anonymous]
    if params.get("only_published") == "true":
        items = [item for item in items if item.privacy != PRIVATE]
    if params.get("only_with_display_name") == "true":
        items = [item for item in items if item.get("display_name")]
    if params.get("tags"):
        terms = " ".join(term.strip() for term in params["tags"].lower().split(","))
        items = [item for item in items if terms in " ".join(item.get("tags", [])).lower()]
    if params.get("q"):
        items = [item for item in items if _rank(item, params["q"]) < _NO_MATCH]
    return items


def read_types(params: Mapping[str, str]) -> list[str]:
    """`types` wins over `type`; with neither it is maps."""
    return [name for name in params.get("types", "").split(",") if name] or [params.get("type") or DERIVED]


def sort(items: list[Visualization], params: Mapping[str, str], keys: SortKeys) -> list[Visualization]:
    orders = params.get("order", "updated_at").split(",")
    directions = params.get("order_direction", "desc").split(",")
    for order in orders:
        read_choice(order, "order", ORDERS)
    if len(orders) > 1 and _LONE_ORDERS.intersection(orders):
        mixing = [order for order in ORDERS if order not in _LONE_ORDERS]
        raise ValueError(f"Wrong 'order' parameter combination. Valid values to combine: {list_symbols(mixing)}")
    for direction in directions:
        read_choice(direction, "order_direction", DIRECTIONS)
    directions += directions[:1] * (len(orders) - len(directions))
    # Sorting is stable, so the last order is applied first.
    for order, direction in reversed(list(zip(orders, directions, strict=False))):
        items = sorted(items, key=keys[order], reverse=direction == "desc")
    return sorted(items, key=lambda item: _rank(item, params["q"])) if params.get("q") else items


_NO_MATCH = 3
_BOTH, _MINE, _SHARED = "yes", "no", "only"


def _rank(item: Visualization, term: str) -> int:
    """0 for a match in the name, 1 in a tag, 2 in the description."""
    texts = (item.name, " ".join(item.get("tags", [])), item.get("description") or "")
    return next((rank for rank, text in enumerate(texts) if term.lower() in text.lower()), _NO_MATCH)


def _read_shared(params: Mapping[str, str]) -> str:
    """`shared` wins over the older two; anything else is both."""
    named = {"only_shared": _SHARED, "exclude_shared": _MINE}
    shared = params.get("shared") or next((word for name, word in named.items() if params.get(name) == "true"), _BOTH)
    return shared if shared in (_SHARED, _MINE) else _BOTH


def read_bbox(params: Mapping[str, str]) -> Extent | None:
    """West, south, east and north that datasets are asked to touch."""
    if not params.get("bbox"):
        return None
    if read_types(params) != [TABLE]:
        raise ValueError("Filter by bbox is only supported for type table")
    try:
        numbers = [float(number) for number in params["bbox"].split(",")]
    except ValueError:
        raise ValueError("all bounding box parameters must be floats") from None
    if len(numbers) != 4:
        raise ValueError("bounding box must have 4 coordinates: minx, miny, maxx, maxy")
    west, south, east, north = numbers
    return west, south, east, north
