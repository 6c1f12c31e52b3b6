"""Values as node sees them: its server's checks, and the words in which they fail, show through in CARTO's answers."""

import math
import re
from typing import Any, TypeGuard

from carto_sandbox.maps_api.errors import MapsApiError


class Undefined:
    """JavaScript's undefined, which differs from null."""

    def __bool__(self) -> bool:
        return False


UNDEFINED = Undefined()
_NUMBER = re.compile(r"\s*([-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?))?\s*", re.A)


def read(value: Any, name: str) -> Any:
    """Return `value.name`: UNDEFINED for a missing property. Raises MapsApiError if JavaScript would throw."""
    if value is None or value is UNDEFINED:
        what = "null" if value is None else "undefined"
        raise MapsApiError(f"Cannot read property '{name}' of {what}", 400)
    return value.get(name, UNDEFINED) if isinstance(value, dict) else UNDEFINED


def has(value: Any, name: str) -> bool:
    """Return True if the object itself has the property. Raises MapsApiError for null and undefined."""
    if value is None or value is UNDEFINED:
        raise MapsApiError("Cannot convert undefined or null to object", 400)
    return isinstance(value, dict) and name in value


def is_true(value: Any) -> bool:
    """Truth in JavaScript, where empty lists and objects are true."""
    return isinstance(value, list | dict) or bool(value)


def is_finite(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def to_number(text: str | None) -> float:
    """`+text`: no text is not a number, and an empty one is 0."""
    if text is None:
        return math.nan
    found = _NUMBER.fullmatch(text)
    return math.nan if found is None else float(found[1] or 0)


def parse_int(value: Any) -> float:
    """`parseInt(value)`: the digits that a text begins with, NaN when there are none."""
    found = re.match(r"\s*[-+]?\d+", show(value), re.A)
    return float(found[0]) if found else math.nan


def show(value: Any) -> str:
    """A value as JavaScript writes it into a text."""
    if value is UNDEFINED:
        return "undefined"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict):
        return "[object Object]"
    if isinstance(value, list):
        return ",".join("" if item is None else show(item) for item in value)
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e21 else str(value)


def name_type(value: Any) -> str:
    """`typeof value`."""
    if value is UNDEFINED:
        return "undefined"
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else "string" if isinstance(value, str) else "object"
