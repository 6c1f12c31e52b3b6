"""The node server's own packed format: columns of numbers or of UTF-16 texts, each behind a header of eight bytes."""

import json
import math
import re
import struct
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from carto_sandbox.http.errors import SqlApiError
from carto_sandbox.sql_api.formats.columns import GEOMETRY
from carto_sandbox.sql_api.values import DATE_ARRAYS, DATES

_HEADER = struct.Struct(">II")
_UINT16, _FLOAT32, _TEXTS, _BUFFERS = 5, 8, 10, 11
_NAMED = {"int8": 1, "uint8": 2, "int16": 4, "uint16": 5, "int32": 6, "uint32": 7, "float32": 8}
_KIND_IN_NAME = re.compile(r".*__(uintclamp|uint|int|float)(8|16|32)", re.I)
# Signed numbers of 32 bits are written by the function for unsigned ones.
_LAYOUTS = {1: "<b", 2: "<B", 4: "<h", 5: "<H", 6: "<I", 7: "<I", 8: "<f"}


class _NodeError(ValueError):
    """The error that JavaScript would have thrown."""


class Date(float):
    """A moment, which node holds as an object, and writes as its milliseconds."""


def read_value(text: str, oid: int) -> Any:
    """A JavaScript value from the JSON text of one; dates are told by their type."""
    value = json.loads(text)
    if oid in DATES and isinstance(value, str) and value.endswith("Z"):
        return Date(0)
    if oid in DATE_ARRAYS and isinstance(value, list):
        return [_read_date(entry) for entry in value]
    return value


def _read_date(text: Any) -> Any:
    try:
        return Date(datetime.fromisoformat(text).timestamp() * 1000)
    except (ValueError, TypeError):
        return text


def pack_rows(rows: list[dict[str, Any]]) -> bytes:
    """Raises SqlApiError with node's words for values that it has no place for."""
    names = list(rows[0])
    if GEOMETRY in names:
        raise SqlApiError(400, "geometry types are not supported")
    try:
        packed = [_pack(_TEXTS, names)]
        for name in names:
            kind = _choose_kind(name, rows[0][name])
            column = [row[name] for row in rows]
            if kind > _BUFFERS:
                packed.append(_pack_buffers([_pack(kind - _BUFFERS, value) for value in column]))
            else:
                packed.append(_pack(kind, column))
        return _pack_buffers(packed)
    except _NodeError as error:
        raise SqlApiError(400, str(error)) from None


def _choose_kind(name: str, value: Any) -> int:
    if isinstance(value, str):
        return _TEXTS
    found = _KIND_IN_NAME.match(name)
    kind = _NAMED.get((found[1] + found[2]).lower(), _FLOAT32) if found else _FLOAT32
    is_object = value is None or isinstance(value, dict | list | Date)
    return kind + _BUFFERS if is_object else kind


def _pack(kind: int, values: Any) -> bytes:
    if values is None:
        raise _NodeError("Cannot read property 'length' of null")
    if isinstance(values, dict) and values.get("type") == "Buffer":
        values = values["data"]
    if kind == _TEXTS:
        return _pack_buffers([_pack_text(value) for value in values], kind=_TEXTS)
    if isinstance(values, dict | int | float):
        raise _NodeError('The value "NaN" is invalid for option "size"')
    numbers = b"".join(_pack_number(kind, value) for value in values)
    return _HEADER.pack(kind, len(numbers)) + numbers


def _pack_text(value: Any) -> bytes:
    if value is None:
        raise _NodeError("Cannot read property 'length' of null")
    units = str(value).encode("utf-16-le", "surrogatepass")
    return _HEADER.pack(_UINT16, len(units)) + units


def _pack_buffers(parts: Sequence[bytes], kind: int = _BUFFERS) -> bytes:
    """Each begins at a multiple of four bytes."""
    body = b""
    for part in parts:
        body += b"\0" * (-len(body) % 4) + part
    return _HEADER.pack(kind, len(body)) + body


def _pack_number(kind: int, value: Any) -> bytes:
    number = _to_number(value)
    if kind == _FLOAT32:
        try:
            return struct.pack("<f", number)
        except OverflowError:
            return struct.pack("<f", math.copysign(math.inf, number))
    layout = _LAYOUTS[kind]
    size = struct.calcsize(layout) * 8
    low, high = (-(2 ** (size - 1)), 2 ** (size - 1) - 1) if layout[1].islower() else (0, 2**size - 1)
    if number < low or number > high:
        shown = json.dumps(value if value is not None else 0)
        raise _NodeError(f'The value of "value" is out of range. It must be >= {low} and <= {high}. Received {shown}')
    return struct.pack(layout, 0 if math.isnan(number) else int(number))


def _to_number(value: Any) -> float:
    """As JavaScript makes a number of anything."""
    if value is None or value == "":
        return 0.0
    if isinstance(value, dict):
        return math.nan
    if isinstance(value, list):
        return (
            _to_number(",".join("" if entry is None else str(entry) for entry in value)) if len(value) < 2 else math.nan
        )
    try:
        return float(value)
    except ValueError:
        return math.nan
