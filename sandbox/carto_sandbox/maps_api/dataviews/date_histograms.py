"""Histograms of dates: bins are units of the calendar, in a clock some hours ahead of or behind UTC."""

import math
from typing import Any

from carto_sandbox.maps_api.dataviews.views import View, count_nulls, read_range
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_finite, show
from carto_sandbox.maps_api.queries import to_json

_UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "millennium")
# Days that a unit of each kind has, from the longest to those that are counted by parts of a day.
_DAYS = {"millennium": 365243, "century": 36525, "decade": 3652, "year": 365, "quarter": 91, "month": 30, "week": 7}
_MOST_BINS = 100
_MOST_COUNTED = 5_000_000
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_IGNORES_OFFSET = ("hour", "minute")


async def compute_dates(view: View, column: str) -> dict[str, Any]:
    unit = view.params.get("aggregation") or show(view.options.get("aggregation"))
    if unit not in ("auto", *_UNITS):
        raise MapsApiError(f"Invalid aggregation value. Valid ones: {', '.join(('auto', *_UNITS))}", 400)
    if unit == "auto":
        unit = await _choose_unit(view, column)
    own = view.options.get("offset")
    offset = view.numbers.get("offset", own if is_finite(own) else 0.0)
    await _refuse_too_many(view, column, unit)
    rows = await view.ask(_write_query(view, column, unit, offset))
    nulls = sum(int(row["nulls"]) for row in rows)
    # Rows without a date are in no bin.
    rows = [row for row in rows if row["bin"] is not None]
    first = rows[0] if rows else {}
    names = {"timestamp_start": "timestamp_start", "bins_start": "timestamp"}
    found = {name: to_json(first.get(source)) for name, source in names.items()} if rows else {}
    found["nulls"] = nulls
    summary = {
        "aggregation": unit,
        "offset": to_json(offset),
        **({"timestamp_start": found["timestamp_start"]} if rows else {}),
        "bin_width": to_json(first.get("bin_width") or 0),
        "bins_count": first.get("bins_number") or 0,
        **{name: found[name] for name in ("bins_start", "nulls") if rows},
    }
    return {**summary, "bins": [_present(row) for row in rows]}


def _present(row: dict[str, Any]) -> dict[str, Any]:
    moment = to_json(row["timestamp"])
    edges = dict.fromkeys(("min", "max", "avg"), moment)
    return {"bin": row["bin"], **edges, "freq": row["freq"], "timestamp": moment}


async def _refuse_too_many(view: View, column: str, unit: str) -> None:
    """CARTO would count them one by one; a sandbox has less memory."""
    if unit not in _SECONDS:
        return
    start, end = read_range(view)
    rows = await view.ask(
        f"SELECT date_part('epoch', min({column}::timestamptz)) AS first,"
        f" date_part('epoch', max({column}::timestamptz)) AS last FROM ({view.query}) _cdb_source"
    )
    first, last = start or rows[0]["first"], end or rows[0]["last"]
    if first is not None and last is not None and (last - first) / _SECONDS[unit] > _MOST_COUNTED:
        text = f"More than {_MOST_COUNTED} bins: choose a longer aggregation or a shorter range"
        raise MapsApiError(text, 400)


async def _choose_unit(view: View, column: str) -> str:
    """The one with most bins, but no more than a hundred; days where that cannot be found out."""
    parts = ("day", "hour", "minute", "second")
    listed = ", ".join(f"DATE_PART('{part}', last - first) AS {part}" for part in parts)
    try:
        rows = await view.ask(
            f"SELECT {listed} FROM (SELECT MAX({column}::timestamp) AS last, MIN({column}::timestamp) AS first"
            f" FROM ({view.query}) _cdb_source) _cdb_dates"
        )
    except MapsApiError:
        return "day"
    row = rows[0]
    if row["day"] is None:
        return "day"
    days = float(row["day"])
    counts = {unit: float(math.floor(days / length + 0.5)) for unit, length in _DAYS.items()}
    counts["day"] = days
    counts["hour"] = days * 24 + row["hour"]
    counts["minute"] = counts["hour"] * 60 + row["minute"]
    counts["second"] = counts["minute"] * 60 + row["second"]
    chosen, most = "day", -1.0
    for unit, count in counts.items():
        if most < count <= _MOST_BINS:
            chosen, most = unit, count
    return chosen


def _write_query(view: View, column: str, unit: str, offset: float) -> str:
    """`offset` in seconds is rounded up to hours, for it becomes a time zone."""
    start, end = read_range(view)
    hours = 0 if unit in _IGNORES_OFFSET else math.ceil(offset / 3600)
    interval = "3 months" if unit == "quarter" else f"1 {unit}"
    bounds = [f"{column} >= to_timestamp({show(start)})"] if start else []
    bounds += [f"{column} <= to_timestamp({show(end)})"] if end else []
    where = f" WHERE {' and '.join(bounds)}" if bounds else ""
    first, last = (
        f"date_trunc('{unit}', timezone(zone.name, to_timestamp({show(edge)})))" if edge else f"{fn}(buckets.timestamp)"
        for edge, fn in ((start, "min"), (end, "max"))
    )
    extra = "" if start and end else ", buckets GROUP BY zone.name"
    return (
        f"WITH zone AS (SELECT name FROM pg_timezone_names WHERE utc_offset = interval '{hours} hours'"
        " ORDER BY CASE WHEN name LIKE 'Etc/GMT%' THEN 0 ELSE 1 END LIMIT 1),"
        f" buckets AS (SELECT date_trunc('{unit}', timezone(zone.name, {column}::timestamptz)) AS timestamp,"
        f" count(*) AS freq, {count_nulls(column)} AS nulls FROM ({view.query}) _cdb_source, zone{where}"
        " GROUP BY 1, zone.name),"
        f" all_buckets AS (SELECT ARRAY(SELECT generate_series({first}, {last}, interval '{interval}')"
        f" FROM zone{extra}) AS bins)"
        " SELECT array_position(all_buckets.bins, buckets.timestamp) - 1 AS bin,"
        " date_part('epoch', timezone(zone.name, buckets.timestamp)) AS timestamp, buckets.freq AS freq,"
        " date_part('epoch', timezone(zone.name, (all_buckets.bins)[1])) AS timestamp_start,"
        " array_length(all_buckets.bins, 1) AS bins_number, buckets.nulls AS nulls,"
        f" date_part('epoch', interval '{interval}') AS bin_width FROM buckets, all_buckets, zone"
        " GROUP BY zone.name, all_buckets.bins, buckets.timestamp, buckets.nulls, buckets.freq ORDER BY bin ASC"
    )
