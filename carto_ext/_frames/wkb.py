"""ISO WKB in Arrow's binary arrays: reading hex, inspecting and writing, a whole buffer at a time."""

import binascii
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from carto_ext.frames import FrameError

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]

NAMES = {
    1: "Point",
    2: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
    7: "GeometryCollection",
}
_POINT_BYTES = 21
_SRID_BYTES = 4
_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000


def offsets_of(array: pa.Array) -> Ints:
    """Return the start of each value, and the end of the last one."""
    wide = pa.types.is_large_binary(array.type) or pa.types.is_large_string(array.type)
    kind = np.dtype(np.int64 if wide else np.int32)
    buffer = array.buffers()[1]
    if buffer is None or not len(array):
        return np.zeros(len(array) + 1, np.int64)
    found = np.frombuffer(buffer, kind, len(array) + 1, array.offset * kind.itemsize)
    return found.astype(np.int64)


def bytes_of(array: pa.Array, offsets: Ints) -> npt.NDArray[np.uint8]:
    data = array.buffers()[2]
    if data is None:
        return np.zeros(0, np.uint8)
    return np.frombuffer(data, np.uint8, int(offsets[-1] - offsets[0]), int(offsets[0]))


def from_buffers(kind: pa.DataType, like: pa.Array, offsets: Ints, data: Any) -> pa.Array:
    """Return an array with the NULLs of another one."""
    valid = None
    if like.null_count:
        valid = like.buffers()[0] if not like.offset else pc.is_valid(like).buffers()[1]
    width = np.int64 if kind in (pa.large_binary(), pa.large_string()) else np.int32
    buffers = [valid, pa.py_buffer(offsets.astype(width)), pa.py_buffer(data)]
    return pa.Array.from_buffers(kind, len(like), buffers, like.null_count)


def unhex(texts: pa.StringArray) -> pa.BinaryArray:
    offsets = offsets_of(texts)
    raw = binascii.unhexlify(bytes_of(texts, offsets).data)
    return from_buffers(pa.binary(), texts, (offsets - offsets[0]) // 2, raw)


def hexed(values: pa.Array) -> pa.Array:
    """Return lower-case hex, as large_string, so that no block is too large for it."""
    offsets = offsets_of(values)
    raw = binascii.hexlify(bytes_of(values, offsets).data)
    return from_buffers(pa.large_string(), values, (offsets - offsets[0]) * 2, raw)


def without_srids(values: pa.BinaryArray, srid: int, column: str) -> pa.BinaryArray:
    """Remove the SRID in the first four bytes of each value. Raises FrameError unless all have this SRID."""
    offsets = offsets_of(values)
    data = bytes_of(values, offsets)
    offsets = offsets - offsets[0]
    starts = offsets[:-1][np.diff(offsets) > 0]
    if not len(starts):
        return values
    found = np.unique(np.stack([data[starts + place] for place in range(_SRID_BYTES)], axis=1).view(">i4"))
    if found.tolist() != [srid]:
        other = next(one for one in found.tolist() if one != srid)
        raise FrameError(
            f"column {column!r} has geometries of the SRIDs {srid} and {other}, but a frame allows one per column: "
            f"select ST_Transform({column}, {srid or other or 4326})"
        )
    kept = np.ones(len(data), bool)
    for place in range(_SRID_BYTES):
        kept[starts + place] = False
    counts = np.cumsum(np.diff(offsets) > 0)
    return from_buffers(pa.binary(), values, offsets - _SRID_BYTES * np.concatenate([[0], counts]), data[kept])


def codes(values: pa.Array) -> npt.NDArray[np.uint32]:
    """Return the distinct type codes of values: 1003 is a polygon with Z, 2003 with M, 3003 with both."""
    offsets = offsets_of(values)
    data = bytes_of(values, offsets)
    offsets = offsets - offsets[0]
    starts = offsets[:-1][np.diff(offsets) > 4]
    if not len(starts):
        return np.zeros(0, np.uint32)
    words = np.stack([data[starts + place] for place in range(1, 5)], axis=1)
    big = data[starts] == 0
    words[big] = words[big][:, ::-1]
    raw = np.unique(words.view("<u4").astype(np.uint32))
    plain = (raw & 0x0FFFFFFF) + 1000 * ((raw & _EWKB_Z) > 0) + 2000 * ((raw & _EWKB_M) > 0)
    return np.unique(plain.astype(np.uint32))


def points(values: pa.Array) -> Floats | None:
    """Return the coordinates if all values are flat points, else None. NULL and empty points give NaN."""
    present = values.drop_null() if values.null_count else values
    offsets = offsets_of(present)
    if len(present) and not (np.diff(offsets) == _POINT_BYTES).all():
        return None
    raw = bytes_of(present, offsets).reshape(-1, _POINT_BYTES)
    if not ((raw[:, 0] == 1).all() and (raw[:, 1] == 1).all() and not raw[:, 2:5].any()):
        return None
    found: Floats = np.ascontiguousarray(raw[:, 5:]).view("<f8")
    if not values.null_count:
        return found
    spread = np.full((len(values), 2), np.nan)
    spread[pc.is_valid(values).to_numpy(zero_copy_only=False)] = found
    return spread


def of_points(coordinates: Floats) -> pa.BinaryArray:
    """Return WKB of flat points, without NULLs."""
    count = len(coordinates)
    raw = np.empty((count, _POINT_BYTES), np.uint8)
    raw[:, :5] = (1, 1, 0, 0, 0)
    raw[:, 5:] = np.ascontiguousarray(coordinates, "<f8").view(np.uint8).reshape(count, 16)
    offsets = np.arange(count + 1, dtype=np.int32) * _POINT_BYTES
    return pa.Array.from_buffers(pa.binary(), count, [None, pa.py_buffer(offsets), pa.py_buffer(raw)], 0)


def with_srid(values: pa.Array, srid: int) -> pa.Array:
    """Return EWKB, with the SRID in each value, for columns without one."""
    offsets = offsets_of(values)
    data = bytes_of(values, offsets)
    offsets = offsets - offsets[0]
    filled = np.diff(offsets) > 4
    if not filled.any():
        return values
    starts = offsets[:-1][filled]
    if not (data[starts] == 1).all():
        raise FrameError("geometries are in big-endian WKB, to which no SRID can be added: write them little-endian")
    filled[filled] = data[starts + 4] & (_EWKB_SRID >> 24) == 0  # the others have one
    starts = offsets[:-1][filled]
    number = np.frombuffer(srid.to_bytes(4, "little"), np.uint8)
    made = np.insert(data, np.repeat(starts + 5, 4), np.tile(number, len(starts)))
    moved = offsets + 4 * np.concatenate([[0], np.cumsum(filled)])
    made[moved[:-1][filled] + 4] |= _EWKB_SRID >> 24
    return from_buffers(values.type, values, moved, made)
