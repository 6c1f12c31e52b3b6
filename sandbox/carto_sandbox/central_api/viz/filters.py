"""The filters, orders and pages of the list of visualizations; ValueError carries CARTO's text for a wrong one."""

from collections.abc import Callable, Mapping
from typing import Any

from carto_sandbox.accounts.catalog import DERIVED, PRIVATE, PUBLIC, TABLE, Visualization

ORDERS = (
    "name", "updated_at", "size", "mapviews", "favorited", "estimated_row_count", "privacy",
    "dependent_visualizations",
)  # fmt: skip
# Orders that CARTO computes elsewhere, and so cannot mix with others.
_LONE_ORDERS = frozenset({"size", "mapviews", "estimated_row_count"})
_DIRECTIONS = ("asc", "desc")

SortKeys = Mapping[str, Callable[[Visualization], Any]]


def select(items: list[Visualization], params: Mapping[str, str], *, anonymous: bool) -> list[Visualization]:
    """What passes all filters. Nothing is shared from one database to another, so what is shared is never found."""
    types = read_types(params)
    _check_bbox(params, types)
    if _wants_nothing(params):
        return []
    items = [item for item in items if item.type in types]
    if anonymous:
        items = [item for item in items if item.privacy == PUBLIC]
    elif params.get("privacy"):
        items = [item for item in items if item.privacy.lower() == params["privacy"]]
    if params.get("locked") in ("true", "false"):
        items = [item for item in items if item.get("locked", False) is (params["locked"] == "true")]
    if params.get("exclude_raster") == "true":
        items = [item for item in items if item.get("kind", "geom") != "raster"]
    if params.get("only_liked") == "true":
        items = [item for item in items if item.is_liked and not anonymous]
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
    if any(order not in ORDERS for order in orders) or (len(orders) > 1 and _LONE_ORDERS.intersection(orders)):
        raise ValueError(f"Wrong 'order' parameter value. Valid values are one of {', '.join(ORDERS)}")
    if any(direction not in _DIRECTIONS for direction in directions):
        raise ValueError(f"Wrong 'order_direction' parameter value. Valid values are one of {', '.join(_DIRECTIONS)}")
    directions += directions[:1] * (len(orders) - len(directions))
    # Sorting is stable, so the last order is applied first.
    for order, direction in reversed(list(zip(orders, directions, strict=False))):
        items = sorted(items, key=keys[order], reverse=direction == "desc")
    return sorted(items, key=lambda item: _rank(item, params["q"])) if params.get("q") else items


_NO_MATCH = 3


def _rank(item: Visualization, term: str) -> int:
    """0 for a match in the name, 1 in a tag, 2 in the description."""
    texts = (item.name, " ".join(item.get("tags", [])), item.get("description") or "")
    return next((rank for rank, text in enumerate(texts) if term.lower() in text.lower()), _NO_MATCH)


def _wants_nothing(params: Mapping[str, str]) -> bool:
    shared = params.get("shared") or ("only" if params.get("only_shared") == "true" else "")
    return shared == "only" or any(params.get(name) == "true" for name in ("subscribed", "sample"))


def _check_bbox(params: Mapping[str, str], types: list[str]) -> None:
    """The filter itself is left out: it needs an index of all geometries, which only CARTO's own servers keep."""
    if not params.get("bbox"):
        return
    try:
        numbers = [float(number) for number in params["bbox"].split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != 4 or types != [TABLE]:
        raise ValueError("Wrong 'bbox' parameter value.")
