"""Encoding of record batches as CSV for COPY."""

import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from carto_ext._frames import times, wkb
from carto_ext._frames.to_postgres import innermost, is_bytes, is_list, is_text, plain

_is = pa.types
# Years 1 to 9999: Arrow writes them in a form that PostgreSQL reads.
_FIRST_DAY, _LAST_DAY = -719_162, 2_932_896
_DAY_SECONDS = 86_400
_UNITS = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}


def to_csv(arrays: Sequence[pa.Array]) -> bytes:
    """Write rows without a header. NULL is an empty field, an empty text is quoted."""
    batch = pa.RecordBatch.from_arrays(
        [writable(values) for values in arrays], names=[str(n) for n in range(len(arrays))]
    )
    sink = pa.BufferOutputStream()
    pcsv.write_csv(batch, sink, pcsv.WriteOptions(include_header=False, quoting_style="needed"))
    written: bytes = sink.getvalue().to_pybytes()
    return written


def writable(values: pa.Array) -> pa.Array:
    """Convert values to types whose CSV form in Arrow is valid for PostgreSQL."""
    values = stored(values)
    kind = values.type
    if _is.is_timestamp(kind) or _is.is_date(kind) or _is.is_time(kind):
        return _times(values)
    if _is.is_null(kind) or _is.is_string_view(kind):
        return values.cast(pa.large_string())
    if _is.is_float16(kind):
        return values.cast(pa.float32())
    if is_bytes(kind):
        return _between("\\x", wkb.hexed(values.cast(pa.large_binary())), "")
    if _is.is_duration(kind) or _is.is_interval(kind):
        return _intervals(values)
    if is_list(kind):
        return _json(values) if _is.is_nested(innermost(kind)[0]) else _literals(values)
    return _json(values) if _is.is_nested(kind) else values


def stored(values: pa.Array) -> pa.Array:
    """Remove dictionary, run-end and extension types."""
    while True:
        if isinstance(values, pa.ExtensionArray):
            values = _uuids(values) if values.type.extension_name == "arrow.uuid" else values.storage
        elif _is.is_dictionary(values.type):
            values = values.dictionary_decode()
        elif _is.is_run_end_encoded(values.type):
            values = pc.run_end_decode(values)
        else:
            return values


def _uuids(values: pa.ExtensionArray) -> pa.Array:
    return pa.array([None if value is None else str(value) for value in values.to_pylist()], pa.string())


def _times(values: pa.Array) -> pa.Array:
    kind = values.type
    if _is.is_timestamp(kind):
        values = values if kind.tz is None else values.cast(pa.timestamp(kind.unit, "UTC"))
        unit = _UNITS[kind.unit]
        if _within(
            values.view(pa.int64()), _FIRST_DAY * _DAY_SECONDS * unit, (_LAST_DAY + 1) * _DAY_SECONDS * unit - 1
        ):
            return values
        zone = "+00" if kind.tz else ""
        numbers = values.view(pa.int64())
        return times.write_odd(numbers, lambda value: times.write_timestamp(value * 1_000_000 // unit, zone))
    if _is.is_date(kind):
        days = values.cast(pa.date32()).view(pa.int32())
        return (
            values.cast(pa.date32())
            if _within(days, _FIRST_DAY, _LAST_DAY)
            else times.write_odd(days, times.write_date)
        )
    unit = _UNITS[kind.unit]
    numbers = values.view(pa.int32() if _is.is_time32(kind) else pa.int64())
    if _within(numbers, 0, _DAY_SECONDS * unit - 1):
        return values
    return times.write_odd(numbers, lambda value: times.write_time(value * 1_000_000 // unit))


def _within(numbers: pa.Array, least: int, most: int) -> bool:
    found = pc.min_max(numbers).as_py()
    return found["min"] is None or (found["min"] >= least and found["max"] <= most)


def _intervals(values: pa.Array) -> pa.Array:
    if _is.is_duration(values.type):
        counted = pc.cast(values, pa.duration("us"), safe=False).cast(pa.int64()).cast(pa.string())
        return _between("", counted, " microseconds")
    return times.write_odd(
        values, lambda value: f"{value.months} months {value.days} days {value.nanoseconds // 1000} microseconds"
    )


def _json(values: pa.Array) -> pa.Array:
    made = (None if value is None else json.dumps(_with_dicts(value), default=str) for value in values.to_pylist())
    return pa.array(list(made), pa.large_string())


def _with_dicts(value: Any) -> Any:
    """Convert maps, which Arrow returns as lists of pairs."""
    if isinstance(value, list):
        if value and all(isinstance(one, tuple) and len(one) == 2 for one in value):
            return {str(key): _with_dicts(one) for key, one in value}
        return [_with_dicts(one) for one in value]
    return {key: _with_dicts(one) for key, one in value.items()} if isinstance(value, dict) else value


def _literals(values: pa.Array) -> pa.Array:
    """Write `{1,NULL,"a"}` for all lists together."""
    inner = values.flatten()
    lengths = pc.fill_null(pc.list_value_length(values), 0).cast(pa.int32())
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths)])
    texts = _literals(stored(inner)) if is_list(plain(inner.type)) else _elements(inner)
    lists = pa.ListArray.from_arrays(offsets, pc.fill_null(texts, "NULL"), mask=pc.is_null(values))
    return _between("{", pc.binary_join(lists, pa.scalar(",", texts.type)), "}")


def _elements(values: pa.Array) -> pa.Array:
    made = writable(values)
    if not is_text(made.type):
        made = made.cast(pa.large_string())
        if _is.is_integer(plain(values.type)) or _is.is_floating(plain(values.type)):
            return made
    made = made.cast(pa.large_string())
    for character in ("\\", '"'):
        made = pc.replace_substring(made, character, "\\" + character)
    return _between('"', made, '"')


def _between(before: str, values: pa.Array, after: str) -> pa.Array:
    first, last, separator = (pa.scalar(text, values.type) for text in (before, after, ""))
    return pc.binary_join_element_wise(first, values, last, separator)
