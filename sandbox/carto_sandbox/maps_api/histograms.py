"""Histograms of numbers and of dates."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.queries import as_table, ask, quote_identifier, read_columns, to_json

_LEAST_BINS, _MOST_BINS = 6, 48
_MAX_BINS = 10_000
_FLOATS, _DATES = (700, 701), (1082, 1114, 1184)
_STEPS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "millennium")
_SECONDS = dict(
    zip(
        _STEPS,
        (1, 60, 3600, 86400, 604800, 2592000, 7862400, 31536000, 315532800, 3155760000, 31556995200),
        strict=True,
    )
)
_MOST_DATE_BINS = 100


@dataclass(frozen=True)
class Histogram:
    """One to compute. `query` has all rows; `params` are the query string's numbers and words."""

    account: Account
    key: ApiKey
    query: str
    column: str
    options: Mapping[str, Any]
    params: Mapping[str, str]

    async def ask_one(self, text: str) -> dict[str, Any]:
        rows = await ask(self.account, self.key, text)
        return rows[0]

    def read_number(self, name: str) -> float | None:
        text = self.params.get(name)
        if text is None:
            return None
        try:
            number = float(text or 0)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise MapsApiError(f"Invalid number format for parameter '{name}'", 400)
        return number


async def compute_histogram(histogram: Histogram) -> dict[str, Any]:
    columns = await read_columns(histogram.account, histogram.key, histogram.query)
    oid = columns.get(histogram.column, 0)
    if oid in _DATES or histogram.params.get("column_type") == "date":
        return {**await _compute_dates(histogram), "type": "histogram"}
    return {**await _compute_numbers(histogram, is_float=oid in _FLOATS), "type": "histogram"}


async def _compute_numbers(histogram: Histogram, *, is_float: bool) -> dict[str, Any]:
    value = f"{quote_identifier(histogram.column)}::float8"
    table = as_table(histogram.query)
    finite = f"{value} NOT IN ('NaN', 'Infinity', '-Infinity')"
    facts = await histogram.ask_one(
        f"SELECT count(*) FILTER (WHERE {finite}) AS n, count(*) FILTER (WHERE {value} IS NULL) AS nulls,"
        f" count(*) FILTER (WHERE {value} = 'NaN') AS nans,"
        f" count(*) FILTER (WHERE {value} IN ('Infinity', '-Infinity')) AS infinities,"
        f" min({value}) FILTER (WHERE {finite}) AS low, max({value}) FILTER (WHERE {finite}) AS high,"
        f" avg({value}) FILTER (WHERE {finite}) AS mean,"
        f" percentile_cont(0.75) WITHIN GROUP (ORDER BY {value}) FILTER (WHERE {finite})"
        f" - percentile_cont(0.25) WITHIN GROUP (ORDER BY {value}) FILTER (WHERE {finite}) AS iqr"
        f" FROM {table} AS cdbq"
    )
    start, end = histogram.read_number("start"), histogram.read_number("end")
    low = start if start is not None else facts["low"] or 0.0
    high = max(end if end is not None else facts["high"] or 0.0, low)
    bins = _choose_bins(histogram, int(facts["n"]), low, high, facts["iqr"] or 0.0)
    width = (high - low) / bins
    number = f"least(floor(({value} - {low!r}) / {width!r})::int, {bins - 1})" if width else "0"
    rows = await ask(
        histogram.account,
        histogram.key,
        f"SELECT {number} AS bin, min({value}) AS min, max({value}) AS max, avg({value}) AS avg, count(*) AS freq"
        f" FROM {table} AS cdbq WHERE {finite} AND {value} BETWEEN {low!r} AND {high!r} GROUP BY 1 ORDER BY 1",
    )
    counts = {name: int(facts[name]) if is_float or name == "nulls" else 0 for name in ("nulls", "infinities", "nans")}
    return {
        "bin_width": to_json(width),
        "bins_count": bins,
        "bins_start": to_json(low),
        **counts,
        "avg": to_json(facts["mean"]),
        "bins": [to_json(row) for row in rows],
    }


def _choose_bins(histogram: Histogram, count: int, low: float, high: float, spread: float) -> int:
    """As many as asked for in the query string; else by the spread of the middle half of the rows."""
    asked = histogram.read_number("bins")
    if asked is not None and asked >= 1:
        return min(int(asked), _MAX_BINS)
    if count == 0 or spread <= 0 or high <= low:
        return 1
    wanted = round((high - low) * math.cbrt(count) / (2 * spread))
    return max(min(_LEAST_BINS, count), min(wanted, _MOST_BINS))


async def _compute_dates(histogram: Histogram) -> dict[str, Any]:
    table, column = as_table(histogram.query), quote_identifier(histogram.column)
    start, end = histogram.read_number("start"), histogram.read_number("end")
    value = f"{column}::timestamptz"
    facts = await histogram.ask_one(
        f"SELECT extract(epoch FROM min({value}))::float8 AS low, extract(epoch FROM max({value}))::float8 AS high,"
        f" count(*) FILTER (WHERE {column} IS NULL) AS nulls FROM {table} AS cdbq"
    )
    low, high = (facts["low"] if start is None else start), (facts["high"] if end is None else end)
    step = _choose_step(histogram, (high or 0.0) - (low or 0.0))
    offset = _read_offset(histogram)
    shift = 0 if step in ("minute", "hour") else math.ceil(offset / 3600) * 3600
    interval = "3 months" if step == "quarter" else f"1 {step}"
    if low is None or high is None or high < low:
        bins: list[dict[str, Any]] = []
        first, count, seconds = None, 0, 0.0
    else:
        if (high - low) / _SECONDS[step] > _MAX_BINS:
            raise MapsApiError(f"More than {_MAX_BINS} bins: choose a longer aggregation or a shorter range", 400)
        bins = await _read_date_bins(histogram, value, step, interval, (low, high, shift))
        first, count, seconds = bins[0]["first"], int(bins[0]["total"]), bins[0]["seconds"]
    shown = [row for row in bins if row["freq"]]
    return {
        "aggregation": step,
        "offset": to_json(offset),
        **({} if first is None else {"timestamp_start": to_json(first)}),
        "bin_width": to_json(seconds),
        "bins_count": count,
        **({"bins_start": to_json(shown[0]["moment"])} if shown else {}),
        "nulls": int(facts["nulls"]),
        "bins": [_present_date_bin(row) for row in shown],
    }


async def _read_date_bins(
    histogram: Histogram, value: str, step: str, interval: str, span: tuple[float, float, int]
) -> list[dict[str, Any]]:
    """Every bin of the span, counted in a clock that is `shift` seconds ahead of UTC."""
    low, high, shift = span

    def truncate(moment: str) -> str:
        return f"date_trunc('{step}', ({moment}) AT TIME ZONE 'UTC' + interval '{shift} seconds')"

    first, last = (truncate(f"to_timestamp({moment!r})") for moment in (low, high))
    epoch = f"extract(epoch FROM b.start - interval '{shift} seconds')::float8"
    return await ask(
        histogram.account,
        histogram.key,
        f"SELECT b.place - 1 AS bin, {epoch} AS moment, count(r.at) AS freq, min({epoch}) OVER () AS first,"
        f" count(*) OVER () AS total, extract(epoch FROM interval '{interval}')::float8 AS seconds"
        f" FROM generate_series({first}, {last}, interval '{interval}') WITH ORDINALITY AS b(start, place)"
        f" LEFT JOIN (SELECT {truncate(value)} AS at FROM {as_table(histogram.query)} AS cdbq"
        f" WHERE {value} BETWEEN to_timestamp({low!r}) AND to_timestamp({high!r})) AS r ON r.at = b.start"
        f" GROUP BY b.start, b.place ORDER BY 1",
    )


def _present_date_bin(row: Mapping[str, Any]) -> dict[str, Any]:
    moment = to_json(row["moment"])
    edges = dict.fromkeys(("min", "max", "avg"), moment)
    return {"bin": int(row["bin"]), **edges, "freq": int(row["freq"]), "timestamp": moment}


def _choose_step(histogram: Histogram, seconds: float) -> str:
    """The one asked for; for `auto` the finest that makes no more than a hundred bins."""
    given = histogram.params.get("aggregation") or histogram.options.get("aggregation") or "auto"
    if given == "auto":
        return next((step for step in _STEPS if seconds / _SECONDS[step] <= _MOST_DATE_BINS), _STEPS[-1])
    if given not in _STEPS:
        raise MapsApiError(f"Invalid aggregation value. Valid ones: {', '.join(('auto', *_STEPS))}", 400)
    return str(given)


def _read_offset(histogram: Histogram) -> float:
    given = histogram.read_number("offset")
    own = histogram.options.get("offset")
    offset = given if given is not None else float(own) if isinstance(own, int | float) else 0.0
    # No clock on earth is further off than this.
    return max(-86400.0, min(86400.0, offset))
