"""PostgreSQL's text values as the JSON that CARTO's node server makes of them."""

import functools
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from json.encoder import encode_basestring as quote

from carto_sandbox.sql_api.arrays import parse_array

Render = Callable[[str], str]
"""From a value's PostgreSQL text to JSON text."""

Special = Callable[[str], str]
"""A format's way to write NaN, Infinity and -Infinity, which JSON does not have."""

# At most 15 digits are the same in a double; most numbers are such, and need no conversion.
_SHORT_NUMBER = re.compile(r"-?(?:[1-9]\d{0,14}|\d{1,7}\.\d{0,7}[1-9])|0")
_INTEGERS = (21, 23, 26)
_FLOATS = (20, 700, 701, 1700)
DATES = (1082, 1114, 1184)
DATE_ARRAYS = (1115, 1182, 1185)
_JSONS = (114, 3802)
_TIMESTAMP = re.compile(r"(\d{4})-(\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(?:\.\d+)?(?:\+00)?)?")
_DATE = re.compile(r"(\d+)-(\d\d)-(\d\d)( BC)?")
_MOMENT = re.compile(r"(\d+)-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d+)?([+-]\d\d(?::\d\d){0,2})?( BC)?")
# No moment of JavaScript is further from 1970 than a hundred million days.
_LAST_YEAR = 275760
_NO_DATE = '"NaN-NaN-NaNTNaN:NaN:NaN-NaNNaN"'
_CYCLE = 400
_INTERVAL = re.compile(
    r"(?:([+-]?\d+)\s+years?)?\s*(?:([+-]?\d+)\s+mons?)?\s*(?:([+-]?\d+)\s+days?)?"
    r"\s*(?:([+-])?(\d*):(\d\d):(\d\d)\.?(\d{1,6})?)?"
)


def choose_render(oid: int, special: Special = quote) -> Render:
    """How values of a type are written; types that node has no parser for are strings."""
    number = functools.partial(format_number, special=special)
    if oid in _INTEGERS or oid in _FLOATS:
        return number
    if oid in DATES:
        return functools.partial(_render_moment, special=special)
    if oid in _PLAIN:
        return _PLAIN[oid]
    if oid == 600:
        return functools.partial(_render_point, number)
    if oid == 718:
        return functools.partial(_render_circle, number)
    element = _choose_element(oid, special, number)
    return quote if element is None else functools.partial(_render_array, element)


def _choose_element(oid: int, special: Special, number: Render) -> Render | None:
    if oid in (1005, 1007, 1028):
        return lambda text: number(text) if re.match(r"\s*[+-]?\d", text) else special("NaN")
    if oid in (1016, 1021, 1022, 1231):
        return lambda text: number(text) if re.match(r"\s*[+-]?(\d|Infinity)", text) else special("NaN")
    if oid in DATE_ARRAYS:
        return functools.partial(_render_moment, special=special)
    return {1000: _render_boolean, 1001: _render_bytea, 199: _render_json, 3807: _render_json}.get(
        oid, functools.partial(_render_point, number) if oid == 1017 else quote if oid in _TEXT_ARRAYS else None
    )


def format_number(text: str, special: Special = quote) -> str:
    """A number as JavaScript prints it after reading it into a double: 9223372036854775807 is 9223372036854776000."""
    if _SHORT_NUMBER.fullmatch(text):
        return text
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        return special("NaN" if number != number else "Infinity" if number > 0 else "-Infinity")
    if number == 0:
        return "0"
    if 1e-6 <= abs(number) < 1e21:
        plain = format(Decimal(repr(number)), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return re.sub(r"e([+-])0+", r"e\1", repr(number)).replace(".0e", "e")


def _render_boolean(text: str) -> str:
    return "true" if text in ("t", "TRUE", "true", "y", "yes", "on", "1") else "false"


def _render_json(text: str) -> str:
    """As JSON.parse and JSON.stringify leave it: numbers are doubles, and of members of one name the last counts."""
    return dump_value(json.loads(text, parse_int=float, parse_float=float))


def dump_value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{quote(name)}:{dump_value(value[name])}" for name in order_keys(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dump_value, value)) + "]"
    if isinstance(value, float):
        return format_number(repr(value), lambda _: "null")
    return json.dumps(value, ensure_ascii=False)


def order_keys(names: dict[str, object]) -> list[str]:
    """As a JavaScript object keeps them: whole numbers first, in their order; the name __proto__ is lost."""
    numbers = [name for name in names if re.fullmatch(r"0|[1-9]\d{0,9}", name) and int(name) < 2**32 - 1]
    if not numbers and "__proto__" not in names:
        return list(names)
    return [*sorted(numbers, key=int), *(name for name in names if name not in numbers and name != "__proto__")]


def _render_moment(text: str, special: Special = quote) -> str:
    match = _TIMESTAMP.fullmatch(text)
    if match and match[1] >= "1000":
        return f'"{match[1]}-{match[2]}T{match[3] or "00:00:00"}Z"'
    if text.endswith("infinity"):
        return special("-Infinity" if text.startswith("-") else "Infinity")
    found = _DATE.fullmatch(text) or _MOMENT.fullmatch(text)
    if found is None:
        return "null"
    year = -(int(found[1]) - 1) if text.endswith(" BC") else int(found[1])
    return _write_moment(year, found)


def _write_moment(year: int, found: re.Match[str]) -> str:
    """Python's calendar ends with the year 9999 and repeats every 400 years; offsets are taken off."""
    cycles = (year - 2000) // _CYCLE
    hour, minute, second, offset = found.groups()[3:7] if found.re is _MOMENT else ("0", "0", "0", None)
    moment = datetime(
        year - cycles * _CYCLE, int(found[2]), int(found[3]), int(hour), int(minute), int(second), tzinfo=UTC
    )
    if offset:
        hours, minutes, seconds = map(int, (offset[1:] + ":0:0").split(":")[:3])
        away = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        moment = moment + away if offset[0] == "-" else moment - away
    shown = moment.year + cycles * _CYCLE
    if not -271821 <= shown < _LAST_YEAR:
        return _NO_DATE
    return f'"{shown}-{moment:%m-%dT%H:%M:%S}Z"'


def _render_bytea(text: str) -> str:
    data = ",".join(map(str, bytes.fromhex(text.removeprefix("\\x"))))
    return f'{{"type":"Buffer","data":[{data}]}}'


def _render_point(number: Render, text: str) -> str:
    x, y = text.strip("()").split(",")
    return f'{{"x":{number(x)},"y":{number(y)}}}'


def _render_circle(number: Render, text: str) -> str:
    x, y, radius = re.split(r"[,()<>]+", text.strip("<>()"))
    return f'{{"x":{number(x)},"y":{number(y)},"radius":{number(radius)}}}'


def _render_interval(text: str) -> str:
    match = _INTERVAL.match(text)
    assert match is not None
    sign = -1 if match[4] == "-" else 1
    parts: dict[str, float] = {name: int(match[at] or 0) for at, name in ((1, "years"), (2, "months"), (3, "days"))}
    parts |= {name: sign * int(match[at] or 0) for at, name in ((5, "hours"), (6, "minutes"), (7, "seconds"))}
    parts["milliseconds"] = sign * int((match[8] or "").ljust(6, "0")) / 1000
    return "{" + ",".join(f'"{name}":{format_number(repr(part))}' for name, part in parts.items() if part) + "}"


def _render_array(render: Render, text: str) -> str:
    return _write_array(render, parse_array(text))


def _write_array(render: Render, entries: list[object]) -> str:
    written = (
        _write_array(render, entry) if isinstance(entry, list) else "null" if entry is None else render(str(entry))
        for entry in entries
    )
    return "[" + ",".join(written) + "]"


_PLAIN: dict[int, Render] = {
    16: _render_boolean,
    17: _render_bytea,
    1186: _render_interval,
    **dict.fromkeys(_JSONS, _render_json),
}
# cidr, bpchar, varchar, regproc, text, macaddr, inet, numrange, uuid, money, time, timetz
_TEXT_ARRAYS = (651, 1014, 1015, 1008, 1009, 1040, 1041, 3907, 2951, 791, 1183, 1270)
