"""Conversion of PostgreSQL arrays (`{1,NULL,3}`) to Arrow lists and back."""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from carto_ext.frames import FrameError

# Texts of elements to their values.
FromText: TypeAlias = Callable[[pa.StringArray], pa.Array]

_TOKEN = re.compile(r'[{},]|"(?:[^"\\]|\\.)*"|[^{},"]+', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def parse(texts: pa.StringArray, depth: int, from_text: FromText, column: str) -> pa.Array:
    """Parse lists of lists, `depth` deep. Most arrays have no quotes, and need no work on single elements."""
    if depth == 1 and not pc.any(pc.match_substring(texts, '"')).as_py():
        return _parse_plain(texts, from_text)
    nested = [None if text is None else _parse_one(text, depth, column) for text in texts.to_pylist()]
    kind = pa.string()
    for _ in range(depth):
        kind = pa.list_(kind)
    return _convert(pa.array(nested, kind), from_text)


def _parse_plain(texts: pa.StringArray, from_text: FromText) -> pa.ListArray:
    inner = pc.utf8_slice_codeunits(texts, 1, -1)
    filled = pc.if_else(pc.equal(inner, ""), None, inner)  # splitting "" would give one empty text
    parts = pc.split_pattern(filled, ",")
    lengths = pc.fill_null(pc.list_value_length(parts), 0)
    values = parts.flatten()
    values = pc.if_else(pc.equal(values, "NULL"), None, values)
    return _lists(lengths, from_text(values), pc.is_null(texts))


def _lists(lengths: pa.Array, values: pa.Array, nulls: pa.Array) -> pa.ListArray:
    ends = pc.cumulative_sum(lengths.cast(pa.int32()))
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), ends])
    return pa.ListArray.from_arrays(offsets, values, mask=nulls)


def _convert(nested: pa.Array, from_text: FromText) -> pa.Array:
    if not pa.types.is_list(nested.type):
        return from_text(nested)
    lengths = pc.fill_null(pc.list_value_length(nested), 0)
    return _lists(lengths, _convert(nested.flatten(), from_text), pc.is_null(nested))


def _parse_one(text: str, depth: int, column: str) -> list[Any]:
    if not text.startswith("{"):
        raise FrameError(f"column {column!r} has arrays whose first index is not 1: read them as text, {column}::text")
    root: list[Any] = []
    open_lists = [root]
    for token in _TOKEN.findall(text):
        if token == "{":
            deeper: list[Any] = []
            open_lists[-1].append(deeper)
            open_lists.append(deeper)
            if len(open_lists) > depth + 1:
                raise FrameError(
                    f"column {column!r} has arrays of different dimensions: read them as text, {column}::text"
                )
        elif token == "}":
            open_lists.pop()
        elif token != ",":
            open_lists[-1].append(_element(token))
    return root[0] if isinstance(root[0], list) else root


def _element(token: str) -> str | None:
    if token.startswith('"'):
        return _ESCAPED.sub(r"\1", token[1:-1])
    return None if token == "NULL" else token


def write(values: Any) -> str:
    """Write a list of texts, None or such lists for PostgreSQL."""
    return "{" + ",".join(_written(value) for value in values) + "}"


def _written(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return write(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
