"""Common code of dataviews: their queries, the numbers in a request, and SQL for special numbers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import to_number
from carto_sandbox.maps_api.queries import ask, read_columns

FLOATS, DATES = (700, 701, 1700), (1082, 1114, 1184)
_NUMBERS = ("start", "end", "bins", "offset", "categories")


@dataclass(frozen=True)
class View:
    """One to compute. `query` has the rows wanted, `all_rows` the same without any filter."""

    account: Account
    key: ApiKey
    type: str
    options: Mapping[str, Any]
    params: Mapping[str, str]
    query: str
    all_rows: str
    numbers: Mapping[str, float] = field(default_factory=dict)

    @property
    def has_own_filter(self) -> bool:
        own = to_number(self.params.get("own_filter"))
        return bool(own) and not math.isnan(own)

    async def ask(self, text: str) -> list[dict[str, Any]]:
        return await ask(self.account, self.key, text)

    async def find_type(self, column: Any) -> int:
        """Return the oid of a column's type, 0 for an unknown column."""
        try:
            found = await read_columns(
                self.account, self.key, f"SELECT {column} AS value FROM ({self.all_rows}) _cdb_type"
            )
        except MapsApiError:
            return 0
        return found.get("value", 0)


def read_numbers(params: Mapping[str, str]) -> dict[str, float]:
    """Those of the query string; MapsApiError for one that is none, whatever dataview it is for."""
    found = {name: to_number(params[name]) for name in _NUMBERS if name in params}
    for name, number in found.items():
        if not math.isfinite(number):
            raise MapsApiError(f"Invalid number format for parameter '{name}'", 400)
    return found


def read_range(view: View) -> tuple[float, float]:
    """Start and end of the query string, the smaller first; 0 for each that is not there."""
    numbers = view.numbers
    start, end = numbers.get("start", 0.0), numbers.get("end", 0.0)
    return (min(start, end), max(start, end)) if "start" in numbers and "end" in numbers else (start, end)


def without_odd(column: str, *, is_float: bool) -> str:
    """Return the column with null instead of infinities and NaN."""
    if not is_float:
        return column
    return f"nullif(nullif(nullif({column}, 'infinity'::float), '-infinity'::float), 'NaN'::float)"


def count_nulls(column: str) -> str:
    return f"sum(CASE WHEN ({column} IS NULL) THEN 1 ELSE 0 END)"


def count_infinities(column: str, *, is_float: bool) -> str:
    if not is_float:
        return "0"
    return f"sum(CASE WHEN ({column} = 'infinity'::float OR {column} = '-infinity'::float) THEN 1 ELSE 0 END)"


def count_nans(column: str, *, is_float: bool) -> str:
    return f"sum(CASE WHEN ({column} = 'NaN'::float) THEN 1 ELSE 0 END)" if is_float else "0"
