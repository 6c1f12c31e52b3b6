"""PostgreSQL types for Arrow types."""

from collections.abc import Callable

import pyarrow as pa

from carto_ext._frames.columns import POSTGRES_TYPE
from carto_ext.frames import FrameError

_is = pa.types
_TYPES: list[tuple[Callable[[pa.DataType], bool], str]] = [
    (_is.is_boolean, "boolean"),
    (_is.is_int8, "smallint"),
    (_is.is_uint8, "smallint"),
    (_is.is_int16, "smallint"),
    (_is.is_uint16, "integer"),
    (_is.is_int32, "integer"),
    (_is.is_uint32, "bigint"),
    (_is.is_int64, "bigint"),
    (_is.is_uint64, "numeric"),
    (_is.is_float16, "real"),
    (_is.is_float32, "real"),
    (_is.is_float64, "double precision"),
    (_is.is_decimal, "numeric"),
    (_is.is_date, "date"),
    (_is.is_time, "time"),
    (_is.is_duration, "interval"),
    (_is.is_interval, "interval"),
    (lambda kind: is_text(kind) or _is.is_null(kind), "text"),
    (lambda kind: is_bytes(kind), "bytea"),
    (lambda kind: _is.is_struct(kind) or _is.is_map(kind) or _is.is_union(kind), "jsonb"),
]
_EXTENSIONS = {"arrow.uuid": "uuid", "arrow.json": "json", "arrow.bool8": "boolean"}


def is_text(kind: pa.DataType) -> bool:
    return bool(_is.is_string(kind) or _is.is_large_string(kind) or _is.is_string_view(kind))


def is_bytes(kind: pa.DataType) -> bool:
    return bool(
        _is.is_binary(kind) or _is.is_large_binary(kind) or _is.is_fixed_size_binary(kind) or _is.is_binary_view(kind)
    )


def is_list(kind: pa.DataType) -> bool:
    views = (_is.is_list_view(kind), _is.is_large_list_view(kind))
    return bool(_is.is_list(kind) or _is.is_large_list(kind) or _is.is_fixed_size_list(kind) or any(views))


def plain(kind: pa.DataType) -> pa.DataType:
    """Remove types that only describe storage."""
    if _is.is_dictionary(kind) or _is.is_run_end_encoded(kind):
        return plain(kind.value_type)
    return plain(kind.storage_type) if isinstance(kind, pa.BaseExtensionType) else kind


def innermost(kind: pa.DataType) -> tuple[pa.DataType, int]:
    """Return the type of the elements of nested lists, and their depth."""
    depth = 0
    while is_list(kind := plain(kind)):
        kind, depth = kind.value_type, depth + 1
    return kind, depth


def postgres_type(field: pa.Field) -> str:
    """Return a column's type: the one it had when it was read, or the closest to its Arrow type.

    Raises FrameError for types that have none.
    """
    if field.metadata and (told := field.metadata.get(POSTGRES_TYPE)):
        return str(told.decode())
    if isinstance(field.type, pa.BaseExtensionType) and (known := _EXTENSIONS.get(field.type.extension_name)):
        return known
    kind, depth = innermost(field.type)
    if depth and (_is.is_struct(kind) or _is.is_map(kind)):
        return "jsonb"
    return _scalar(kind, field.name) + ("[]" if depth else "")


def _scalar(kind: pa.DataType, column: str) -> str:
    if _is.is_timestamp(kind):
        return "timestamptz" if kind.tz else "timestamp"
    for fits, name in _TYPES:
        if fits(kind):
            return name
    raise FrameError(f"column {column!r} is {kind}, unknown to PostgreSQL: convert it to text or leave it out")
