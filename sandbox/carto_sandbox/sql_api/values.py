"""PostgreSQL's text values as the JSON that CARTO's node server makes of them, and its names for the types."""

import functools
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from json.encoder import encode_basestring as quote
from typing import Any

Render = Callable[[str], str]
"""From a value's PostgreSQL text to JSON text."""

_GEOMETRIES = ("geometry", "geography", "raster")
_WKB_TYPES = (
    "Unknown",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
)
# The first word found in a type's name decides, in this order: so an interval and a point are numbers.
_KINDS = (
    (re.compile("bool"), "boolean"),
    (re.compile("int|float|numeric"), "number"),
    (re.compile("text|char|unknown"), "string"),
    (re.compile("date|time"), "date"),
)
_TIMESTAMP = re.compile(r"(\d{4,}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(?:\.\d+)?)?(?:\+00(?::00)?)?")
# At most 15 digits are the same in a double; most numbers are such, and need no conversion.
_SHORT_NUMBER = re.compile(r"-?(?:\d{1,15}|\d{1,7}\.\d{0,7}[1-9])")
_INTERVAL_PART = re.compile(r"(-?\+?\d+) (year|mon|day)s?")
_INTERVAL_TIME = re.compile(r"([+-])?(\d+):(\d\d):(\d\d)(?:\.(\d+))?$")
_ARRAY_TOKEN = re.compile(r'[{}]|,|"((?:[^"\\]|\\.)*)"|([^{},"]+)', re.S)


def describe_field(type_name: str, modifier: int) -> dict[str, Any]:
    """An entry of `fields`. `modifier` is the column's typmod: kind, dimensions and srid of a PostGIS type."""
    if type_name in _GEOMETRIES:
        flags = max(modifier, 0)
        return {
            "type": "geometry",
            "wkbtype": _WKB_TYPES[(flags & 0xFC) >> 2] if (flags & 0xFC) >> 2 < len(_WKB_TYPES) else "Unknown",
            "dims": 2 + bool(flags & 2) + (flags & 1),
            "srid": (flags & 0x0FFFFF00) >> 8,
        }
    if type_name == "json":
        return {"type": "JSON", "pgtype": "JSON"}
    kind = next((kind for pattern, kind in _KINDS if pattern.search(type_name)), type_name)
    return {"type": f"{kind}[]" if type_name.startswith("_") else kind, "pgtype": type_name}


def choose_render(type_name: str) -> Render:
    """How values of a type are written; types that node has no parser for are strings."""
    if type_name.startswith("_") and type_name[1:] in _RENDERS:
        return functools.partial(_render_array, _RENDERS[type_name[1:]])
    if type_name in ("_text", "_varchar", "_bpchar", "_uuid", "_inet"):
        return functools.partial(_render_array, quote)
    return _RENDERS.get(type_name, quote)


def format_number(text: str) -> str:
    """A number as JavaScript prints it after reading it into a double: 9223372036854775807 is 9223372036854776000."""
    if _SHORT_NUMBER.fullmatch(text):
        return text
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        return quote("NaN" if number != number else "Infinity" if number > 0 else "-Infinity")
    if number == 0:
        return "0"
    if 1e-6 <= abs(number) < 1e21:
        plain = format(Decimal(repr(number)), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return re.sub(r"e([+-])0+", r"e\1", repr(number)).replace(".0e", "e")


def _render_boolean(text: str) -> str:
    return "true" if text == "t" else "false"


def _render_json(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def _render_timestamp(text: str) -> str:
    match = _TIMESTAMP.fullmatch(text)
    if match:
        return f'"{match[1]}T{match[2] or "00:00:00"}Z"'
    if text.endswith("infinity"):
        return quote("-Infinity" if text.startswith("-") else "Infinity")
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return quote(text)
    return f'"{moment:%Y-%m-%dT%H:%M:%S}Z"'


def _render_bytea(text: str) -> str:
    data = ",".join(map(str, bytes.fromhex(text.removeprefix("\\x"))))
    return f'{{"type":"Buffer","data":[{data}]}}'


def _render_point(text: str) -> str:
    x, y = text.strip("()").split(",")
    return f'{{"x":{format_number(x)},"y":{format_number(y)}}}'


def _render_interval(text: str) -> str:
    names = {"year": "years", "mon": "months", "day": "days"}
    parts = {names[unit]: int(number) for number, unit in _INTERVAL_PART.findall(text)}
    time = _INTERVAL_TIME.search(text)
    if time:
        sign = -1 if time[1] == "-" else 1
        for name, digits in zip(("hours", "minutes", "seconds"), time.groups()[1:4], strict=True):
            parts[name] = sign * int(digits)
        milliseconds = Decimal(f"0.{time[5] or 0}") * 1000 * sign
        parts_with_fraction = {**parts, "milliseconds": float(milliseconds)}
    else:
        parts_with_fraction = dict(parts)
    shown = {name: number for name, number in parts_with_fraction.items() if number}
    return "{" + ",".join(f'"{name}":{format_number(repr(number))}' for name, number in shown.items()) + "}"


def _render_array(render: Render, text: str) -> str:
    # An array with its own bounds begins with them: [0:1]={1,2}
    text = text[text.index("{") :]
    pieces = []
    for token in _ARRAY_TOKEN.finditer(text):
        whole, quoted, bare = token.group(0), token.group(1), token.group(2)
        if quoted is not None:
            pieces.append(render(re.sub(r"\\(.)", r"\1", quoted, flags=re.S)))
        elif bare is not None:
            pieces.append("null" if bare == "NULL" else render(bare))
        else:
            pieces.append({"{": "[", "}": "]"}.get(whole, whole))
    return "".join(pieces)


_RENDERS: dict[str, Render] = {
    **dict.fromkeys(("int2", "int4", "int8", "oid", "float4", "float8", "numeric"), format_number),
    **dict.fromkeys(("date", "timestamp", "timestamptz"), _render_timestamp),
    **dict.fromkeys(("json", "jsonb"), _render_json),
    "bool": _render_boolean,
    "bytea": _render_bytea,
    "point": _render_point,
    "interval": _render_interval,
}
