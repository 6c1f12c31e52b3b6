"""Buckets of a column for ramps: quantiles, equal intervals, natural breaks, heads and tails, categories."""

import math
from collections.abc import Callable, Sequence

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.ramp_values import Filters, RampError
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.queries import run_query, to_json

_MOST_BREAKS = 500
"""Natural breaks are sought among this many values at most, evenly taken from the sorted ones."""


class ColumnBuckets:
    """Buckets of the query's columns, read with the role of the map's creator."""

    def __init__(self, account: Account, key: ApiKey, query: str) -> None:
        self._account = account
        self._key = key
        self._query = query

    async def read_ramp(self, column: str, buckets: int, method: str) -> Filters:
        if method not in (*_METHODS, "category"):
            known = ",".join((*_METHODS, "category"))
            raise RampError(f'unable to compute ramp, Invalid method "{method}", valid methods: [{known}]')
        try:
            if method == "category":
                return await self._read_categories(column, buckets)
            return await self._read_numbers(column, buckets, method)
        except psycopg.Error as error:
            raise RampError(f"unable to compute ramp, {from_database(error).message}") from None
        except MapsApiError as error:
            raise RampError(f"unable to compute ramp, {error.message}") from None

    async def _read_categories(self, column: str, buckets: int) -> Filters:
        rows = await run_query(
            self._account,
            self._key,
            f"SELECT {column} AS category FROM ({self._query}) AS cdbq GROUP BY {column}"
            f" ORDER BY count(1) DESC, 1 ASC LIMIT {buckets}",
        )
        names = [to_json(row["category"]) for row in rows if row["category"] is not None]
        return Filters(names, len(names), len(names), strategy="exact")

    async def _read_numbers(self, column: str, buckets: int, method: str) -> Filters:
        rows = await run_query(
            self._account,
            self._key,
            f"SELECT {column}::numeric AS value FROM ({self._query}) AS cdbq WHERE {column} IS NOT NULL"
            f" AND {column} NOT IN ('infinity'::float, '-infinity'::float, 'NaN'::float) ORDER BY 1",
        )
        values = [float(row["value"]) for row in rows]
        found = [to_json(value) for value in _METHODS[method](values, buckets)] if values else []
        stats = {"min": to_json(values[0]), "max": to_json(values[-1]), "avg": _average(values)} if values else {}
        strategy = "split" if method == "headtails" else "max"
        return Filters(found, len(found), len(found), strategy=strategy, stats=stats)


def _average(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _find_quantiles(values: Sequence[float], buckets: int) -> list[float]:
    return [values[max(0, math.ceil(len(values) * number / buckets) - 1)] for number in range(1, buckets + 1)]


def _find_equal(values: Sequence[float], buckets: int) -> list[float]:
    low, high = values[0], values[-1]
    return [low + (high - low) * number / buckets for number in range(1, buckets)] + [high]


def _find_heads(values: Sequence[float], buckets: int) -> list[float]:
    """Return the mean, the mean of the values above it, and so on."""
    found: list[float] = []
    rest = list(values)
    while rest and len(found) < buckets:
        found.append(_average(rest))
        rest = [value for value in rest if value > found[-1]]
    return found


def _find_breaks(values: Sequence[float], buckets: int) -> list[float]:
    """The upper ends of classes that spread least round their means (Fisher and Jenks)."""
    step = max(1, math.ceil(len(values) / _MOST_BREAKS))
    chosen = sorted({*values[::step], values[-1]})
    count = min(buckets, len(chosen))
    sums, squares = [0.0], [0.0]
    for value in chosen:
        sums.append(sums[-1] + value)
        squares.append(squares[-1] + value * value)

    def spread(first: int, last: int) -> float:
        total = sums[last] - sums[first]
        return squares[last] - squares[first] - total * total / (last - first)

    size = len(chosen)
    costs = [spread(0, last) if last else 0.0 for last in range(size + 1)]
    starts: list[list[int]] = []
    for classes in range(2, count + 1):
        new, where = [math.inf] * (size + 1), [0] * (size + 1)
        for last in range(classes, size + 1):
            for first in range(classes - 1, last):
                cost = costs[first] + spread(first, last)
                if cost < new[last]:
                    new[last], where[last] = cost, first
        costs = new
        starts.append(where)
    ends = [size]
    for where in reversed(starts):
        ends.append(where[ends[-1]])
    return [chosen[end - 1] for end in reversed(ends)]


_METHODS: dict[str, Callable[[Sequence[float], int], list[float]]] = {
    "quantiles": _find_quantiles,
    "equal": _find_equal,
    "jenks": _find_breaks,
    "headtails": _find_heads,
}
