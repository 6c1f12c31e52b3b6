"""Dimensions of an aggregation: a column, or the time in one by units of a calendar."""

import re
from typing import Any

from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import UNDEFINED, is_true, read, show, to_number

_YEARS = "(date_part('year', $t) - date_part('year', $epoch))"
_SECONDS = "(date_part('epoch', $t) - date_part('epoch', $epoch))"
# By their units: the number of whole units since the epoch, and whether the first is 0.
_SERIAL = {
    "second": (f"FLOOR({_SECONDS})", True),
    "minute": (f"FLOOR({_SECONDS}/60)", True),
    "hour": (f"FLOOR({_SECONDS}/3600)", True),
    "day": (f"1 + FLOOR({_SECONDS}/86400)", False),
    "week": (f"1 + FLOOR({_SECONDS}/(7*86400))", False),
    "month": (f"1 + date_part('month', $t) - date_part('month', $epoch) + 12*{_YEARS}", False),
    "quarter": (f"1 + date_part('quarter', $t) - date_part('quarter', $epoch) + 4*{_YEARS}", False),
    "semester": (f"1 + FLOOR((date_part('month', $t) - date_part('month', $epoch))/6) + 2*{_YEARS}", False),
    "trimester": (f"1 + FLOOR((date_part('month', $t) - date_part('month', $epoch))/4) + 3*{_YEARS}", False),
    "year": (f"1 + {_YEARS}", False),
    "decade": (f"FLOOR(({_YEARS} + 1)/10)", True),
    "century": (f"1 + FLOOR({_YEARS}/100)", False),
    "millennium": (f"1 + FLOOR({_YEARS}/1000)", False),
}
_ISO = {
    "second": "to_char($t, 'YYYY-MM-DD\"T\"HH24:MI:SS')",
    "minute": "to_char($t, 'YYYY-MM-DD\"T\"HH24:MI')",
    "hour": "to_char($t, 'YYYY-MM-DD\"T\"HH24')",
    "day": "to_char($t, 'YYYY-MM-DD')",
    "month": "to_char($t, 'YYYY-MM')",
    "year": "to_char($t, 'YYYY')",
    "week": "to_char($t, 'IYYY-\"W\"IW')",
    "quarter": "to_char($t, 'YYYY-\"Q\"Q')",
    "semester": "to_char($t, 'YYYY\"S\"') || to_char(CEIL(date_part('month', $t)/6), '9')",
    "trimester": "to_char($t, 'YYYY\"t\"') || to_char(CEIL(date_part('month', $t)/4), '9')",
    "decade": "to_char(date_part('decade', $t), '\"D\"999')",
    "century": "to_char($t, '\"C\"CC')",
    "millennium": "to_char(date_part('millennium', $t), '\"M\"999')",
}
_CYCLIC = {
    "dayOfWeek": "date_part('isodow', $t)",
    "dayOfMonth": "date_part('day', $t)",
    "dayOfYear": "date_part('doy', $t)",
    "hourOfDay": "date_part('hour', $t)",
    "monthOfYear": "date_part('month', $t)",
    "quarterOfYear": "date_part('quarter', $t)",
    "semesterOfYear": "FLOOR((date_part('month', $t)-1)/6.0) + 1",
    "trimesterOfYear": "FLOOR((date_part('month', $t)-1)/4.0) + 1",
    "weekOfYear": "date_part('week', $t)",
    "minuteOfHour": "date_part('minute', $t)",
}
_EPOCH = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T\s]?(\d\d)(?:(\d\d)(?::(\d\d))?)?)?)?)?", re.A)


def write_dimension(given: Any) -> str:
    """A column's name, or an object with `column`, and with `group` for its time."""
    definition = {"column": given} if isinstance(given, str) else given
    group = read(definition, "group")
    column = show(read(definition, "column"))
    return write_time(f'to_timestamp("{column}")', definition) if is_true(group) else f'"{column}"'


def describe_time(definition: Any) -> dict[str, Any] | None:
    """The parameters in force of a dimension that is a time, None for others."""
    group = definition.get("group") if isinstance(definition, dict) else None
    if not isinstance(group, dict) or not group:
        return None
    params = {
        "time": f'to_timestamp("{definition.get("column")}")',
        "timezone": group.get("timezone") or "utc",
        "units": group.get("units"),
        "count": group.get("count") or 1,
    }
    if "starting" in group or _is_serial(definition):
        params["starting"] = _complete_epoch(group.get("starting"))
    return {**params, **({"format": definition["format"]} if "format" in definition else {})}


def _is_serial(definition: dict[str, Any]) -> bool:
    return definition["group"].get("units") not in _CYCLIC and definition.get("format") != "iso"


def write_time(time: str, definition: dict[str, Any]) -> str:
    group = definition["group"]
    units, count = group.get("units", UNDEFINED), group.get("count") or 1
    zone = show(group.get("timezone") or "utc")
    offset = f"INTERVAL '{zone} seconds'" if to_number(zone) == to_number(zone) else f"'{zone}'"
    moment = f"timezone({offset}, {time})"
    if units in _CYCLIC:
        _refuse([f"Count {show(count)} not supported for cyclic {units}"] if count > 1 else [])
        return _CYCLIC[units].replace("$t", moment)
    if definition.get("format") == "iso":
        errors = [] if units in _ISO else [f'Invalid units "{show(units)}"']
        _refuse([*errors, *(["Parameter 'starting' not supported for ISO format"] if group.get("starting") else [])])
        if count > 1:
            raise MapsApiError("Multiple time units not supported for ISO format", 400)
        return _ISO[units].replace("$t", moment)
    _refuse([] if units in _SERIAL else [f'Invalid grouping units "{show(units)}"'])
    serial, zero_based = _SERIAL[units]
    epoch = f"TIMESTAMP '{_complete_epoch(group.get('starting'))}'"
    expression = serial.replace("$t", moment).replace("$epoch", epoch)
    if count == 1:
        return f"({expression})::int"
    return f"{'FLOOR' if zero_based else 'CEIL'}(({expression})/({show(count)}::double precision))::int"


def _refuse(errors: list[str]) -> None:
    if errors:
        lines = "\n".join(errors)
        raise MapsApiError(f"Invalid time dimension:\n{lines}", 400)


def _complete_epoch(text: Any) -> str:
    found = _EPOCH.fullmatch(text) if isinstance(text, str) else None
    year, month, day, hour, minute, second = found.groups() if found else (None,) * 6
    date = f"{year or '0001'}-{month or '01'}-{day or '01'}"
    return f"{date}T{hour or '00'}:{minute or '00'}:{second or '00'}"
