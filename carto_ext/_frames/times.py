"""Dates and times that Arrow's parser does not know: BC, after 9999, with seconds in their zone."""

import io
import re
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from carto_ext.frames import FrameError, OddTimes

_DAY_US = 86_400_000_000
# Forms that Arrow reads as PostgreSQL means them: years of four digits, and zones of hours and minutes.
_USUAL = {
    "date": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "time": r"^[01][0-9]:[0-9:.]+$|^2[0-3]:[0-9:.]+$",
    "timestamp": r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+(?:[+-][0-9]{2}(?::[0-9]{2})?)?$",
}
_ODD = re.compile(
    r"([0-9]+)-([0-9]{2})-([0-9]{2})"
    r"(?: ([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,6}))?)?"
    r"(?:([+-])([0-9]{2})(?::([0-9]{2}))?(?::([0-9]{2}))?)?"
    r"( BC)?"
)


def is_time(kind: pa.DataType) -> bool:
    """Return True for a type that `parse` can read."""
    return bool(pa.types.is_date(kind) or pa.types.is_time(kind) or pa.types.is_timestamp(kind))


def parse(texts: pa.StringArray, kind: pa.DataType, column: str, rule: OddTimes, *, for_python: bool) -> pa.Array:
    """Parse PostgreSQL's text as date32, time64[us] or timestamp[us]. Raises FrameError if the rule says so.

    `for_python` leaves out the dates that datetime.date has not: pandas cannot show them.
    """
    family = "date" if pa.types.is_date(kind) else "time" if pa.types.is_time(kind) else "timestamp"
    usual = pc.match_substring_regex(texts, _USUAL[family])
    numbers = pa.int32() if family == "date" else pa.int64()
    if not len(texts):
        return pa.array([], kind)
    known = _read_usual(pc.if_else(usual, texts, None), kind).view(numbers)
    odd = pc.filter(texts, pc.fill_null(pc.invert(usual), False))
    days = _days_for_python if for_python else _days
    read: Callable[[str], int | None] = {"date": days, "time": lambda _: None, "timestamp": _microseconds}[family]
    values = [_checked(read(text), numbers, text, column, rule) for text in odd.to_pylist()]
    return pc.replace_with_mask(known, pc.fill_null(pc.invert(usual), False), pa.array(values, numbers)).view(kind)


def _read_usual(texts: pa.StringArray, kind: pa.DataType) -> pa.Array:
    """Parse with the CSV parser, which knows more forms than a cast."""
    data = "\n".join([text or "" for text in texts.to_pylist()]).encode() + b"\n"
    table = pcsv.read_csv(
        io.BytesIO(data),
        read_options=pcsv.ReadOptions(column_names=["time"], block_size=len(data) + 1),
        parse_options=pcsv.ParseOptions(ignore_empty_lines=False),
        convert_options=pcsv.ConvertOptions(column_types={"time": kind}, null_values=[""]),
    )
    return table.column(0).combine_chunks()


def _checked(value: int | None, numbers: pa.DataType, text: str, column: str, rule: OddTimes) -> int | None:
    bits = numbers.bit_width - 1
    if value is not None and -(2**bits) < value < 2**bits:
        return value
    if rule == "null":
        return None
    raise FrameError(
        f"column {column!r} contains {text}, which no frame can hold: leave it out, or read it as NULL "
        '(odd_times="null") or as text (odd_times="text")'
    )


def _days(text: str) -> int | None:
    found = _ODD.fullmatch(text)
    return None if found is None else _civil_days(found)


def _days_for_python(text: str) -> int | None:
    """Find values in the usual form: the years 1 to 9999."""
    return None


def _microseconds(text: str) -> int | None:
    found = _ODD.fullmatch(text)
    if found is None:
        return None
    hour, minute, second, fraction, sign, zone_hour, zone_minute, zone_second = found.groups()[3:11]
    seconds = int(hour or 0) * 3600 + int(minute or 0) * 60 + int(second or 0)
    zone = int(zone_hour or 0) * 3600 + int(zone_minute or 0) * 60 + int(zone_second or 0)
    seconds -= -zone if sign == "-" else zone
    return _civil_days(found) * _DAY_US + seconds * 1_000_000 + int((fraction or "0").ljust(6, "0"))


def _civil_days(found: re.Match[str]) -> int:
    """Return days since 1970 in the proleptic Gregorian calendar, as PostgreSQL and Arrow count them."""
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if found[12]:
        year = 1 - year
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


def _civil(days: int) -> tuple[int, int, int]:
    days += 719468
    era, day_of_era = divmod(days, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def write_date(days: int) -> str:
    """Write any year in PostgreSQL's form."""
    year, month, day = _civil(days)
    return f"{year if year > 0 else 1 - year:04}-{month:02}-{day:02}" + (" BC" if year <= 0 else "")


def write_timestamp(microseconds: int, zone: str) -> str:
    days, rest = divmod(microseconds, _DAY_US)
    date, _, era = write_date(days).partition(" ")
    return f"{date} {write_time(rest)}{zone}{f' {era}' if era else ''}"


def write_time(microseconds: int) -> str:
    seconds, fraction = divmod(microseconds, 1_000_000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{fraction:06}"


def write_odd(values: pa.Array, write: Callable[[Any], str]) -> pa.StringArray:
    """Write value by value, because Arrow's form of them is not valid for PostgreSQL."""
    return pa.array([None if value is None else write(value) for value in values.to_pylist()], pa.string())
