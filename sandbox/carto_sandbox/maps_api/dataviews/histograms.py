"""Histograms: of dates where they are to be aggregated, of numbers otherwise."""

from typing import Any

from carto_sandbox.maps_api.dataviews.date_histograms import compute_dates
from carto_sandbox.maps_api.dataviews.views import (
    DATES,
    FLOATS,
    View,
    count_infinities,
    count_nans,
    count_nulls,
    read_range,
    without_odd,
)
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import show
from carto_sandbox.maps_api.queries import to_json

_LEAST_BINS, _MOST_BINS = 6, 48


def read_column(view: View) -> str:
    column = view.options.get("column")
    if not isinstance(column, str):
        raise MapsApiError("Histogram expects `column` in widget options", 400)
    return column


async def compute_histogram(view: View) -> dict[str, Any]:
    column = read_column(view)
    if "aggregation" in view.options or "aggregation" in view.params:
        return {**await compute_dates(view, column), "type": "histogram"}
    return {**await _compute_numbers(view, column), "type": "histogram"}


async def _compute_numbers(view: View, column: str) -> dict[str, Any]:
    oid, query = await view.find_type(column), view.query
    if oid in DATES:
        query = f"SELECT *, date_part('epoch', {column}) AS _cdb_date FROM ({query}) _cdb_original"
        column = "_cdb_date"
    rows = await view.ask(_write_histogram(view, query, column, is_float=oid in FLOATS))
    first = rows[0] if rows else {}
    count = sum(row["freq"] for row in rows)
    total = sum(float(row["avg"] or 0) * row["freq"] for row in rows)
    start = read_range(view)[0] if "start" in view.numbers else first.get("min")
    summary = {"bin_width": first.get("bin_width"), "bins_count": first.get("bins_number"), "bins_start": start}
    found = {name: to_json(value) for name, value in summary.items()} if rows else {}
    if not rows and "start" in view.numbers:
        found["bins_start"] = to_json(start)
    return {
        **found,
        **{name: sum(int(row[name]) for row in rows) for name in ("nulls", "infinities", "nans")},
        "avg": to_json(total / count if count else total),
        "bins": [to_json({name: row[name] for name in ("bin", "min", "max", "avg", "freq")}) for row in rows],
    }


def _write_histogram(view: View, query: str, column: str, *, is_float: bool) -> str:
    """As many bins as asked for; else by the spread of the middle half of the rows."""
    start, end = read_range(view)
    has_range, asked = start < end, view.numbers.get("bins", 0)
    value = without_odd(column, is_float=is_float)
    low, high = (show(start), show(end)) if has_range else ("_cdb_basics.low", "_cdb_basics.high")
    bins = show(asked) if asked > 0 else "_cdb_basics.bins"
    needs_basics = not has_range or asked <= 0
    where = ""
    if has_range:
        where = f" WHERE _cdb_query.{column} >= {low} AND _cdb_query.{column} <= {high}"
    tables = ", _cdb_basics" if needs_basics else ""
    groups = [*([] if has_range else [high, low]), *([bins] if asked <= 0 else [])]
    last = f"GREATEST(1, LEAST({bins}, WIDTH_BUCKET({value}, {low}, {high}, {bins}))) - 1"
    basics = f"WITH {_write_basics(query, column, value, spread=asked <= 0)} " if needs_basics else ""
    return (
        f"{basics}SELECT ({high} - {low}) / {bins}::float AS bin_width, {bins} AS bins_number,"
        f" {count_nulls(column)} AS nulls, {count_infinities(column, is_float=is_float)} AS infinities,"
        f" {count_nans(column, is_float=is_float)} AS nans, min({value}) AS min, max({value}) AS max,"
        f" avg({value}) AS avg,"
        f" sum(CASE WHEN ({value} is not NULL) THEN 1 ELSE 0 END) AS freq,"
        f" CASE WHEN {low} = {high} THEN 0 ELSE {last} END AS bin"
        f" FROM (SELECT * FROM ({query}) _cdb_query{tables}{where}) _cdb_rows{tables}"
        f" GROUP BY {', '.join(['10', *groups])} ORDER BY 10"
    )


def _write_basics(query: str, column: str, value: str, *, spread: bool) -> str:
    ordered = f"within group (order by {column})"
    middle = f"percentile_disc(0.75) {ordered} - percentile_disc(0.25) {ordered}" if spread else "0"
    wanted = "((high - low) / (2 * iqr * power(total, 1/3)))::int"
    return (
        f"_cdb_basics AS (SELECT *, CASE WHEN total = 0 OR iqr = 0 THEN 1 ELSE"
        f" GREATEST(LEAST({_LEAST_BINS}, total::int), LEAST({_MOST_BINS}, {wanted})) END AS bins"
        f" FROM (SELECT max({column}) AS high, min({column}) AS low, count(1) AS total, {middle} AS iqr"
        f" FROM (SELECT * FROM ({query}) _cdb_filtered WHERE {value} IS NOT NULL) _cdb_source) _cdb_spread)"
    )
