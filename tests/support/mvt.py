"""Vector tiles read as far as tests need it: layers, their extents, and features with points and values."""

import json
import struct
from collections.abc import Iterator
from typing import Any


def decode_tile(data: bytes) -> dict[str, tuple[int, list[dict[str, Any]]]]:
    """Extent and features by the layer's name; later layers of a name replace earlier ones, as in most readers."""
    return dict(_read_layer(value) for number, value in _read_fields(data) if number == 3)


def _read_fields(data: bytes) -> Iterator[tuple[int, Any]]:
    place = 0
    while place < len(data):
        key, place = _read_varint(data, place)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, place = _read_varint(data, place)
            yield number, value
            continue
        length = {1: 8, 5: 4}.get(kind)
        if length is None:
            length, place = _read_varint(data, place)
        yield number, data[place : place + length]
        place += length


def _read_varint(data: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place
        shift += 7


def _read_layer(data: bytes) -> tuple[str, tuple[int, list[dict[str, Any]]]]:
    name, extent, keys, values, features = "", 4096, [], [], []
    for number, value in _read_fields(data):
        if number == 1:
            name = value.decode()
        elif number == 2:
            features.append(value)
        elif number == 3:
            keys.append(value.decode())
        elif number == 4:
            values.append(_read_value(value))
        elif number == 5:
            extent = value
    return name, (extent, [_read_feature(feature, keys, values) for feature in features])


def _read_value(data: bytes) -> Any:
    [(number, value)] = _read_fields(data)
    if number == 1:
        return value.decode()
    if number in (2, 3):
        return struct.unpack("<f" if number == 2 else "<d", value)[0]
    if number == 7:
        return bool(value)
    if number == 6:
        return _unzigzag(value)
    return value - 2**64 if value >= 2**63 else value


def _unzigzag(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


def _read_feature(data: bytes, keys: list[str], values: list[Any]) -> dict[str, Any]:
    """`at` is the first point, in the tile's units from its upper left corner; `type` 1 to 3 as in the format."""
    found: dict[str, Any] = {"type": 0, "at": None, "values": {}}
    for number, value in _read_fields(data):
        if number == 2:
            tags = list(_read_packed(value))
            found["values"] = {keys[key]: values[item] for key, item in zip(tags[::2], tags[1::2], strict=True)}
        elif number == 3:
            found["type"] = value
        elif number == 4:
            numbers = list(_read_packed(value))
            found["at"] = (_unzigzag(numbers[1]), _unzigzag(numbers[2]))
    return found


def _read_packed(data: bytes) -> Iterator[int]:
    place = 0
    while place < len(data):
        value, place = _read_varint(data, place)
        yield value


def describe_feature(feature: dict[str, Any]) -> str:
    """A line that sorts; the same for the same point and values."""
    return json.dumps([feature["type"], feature["at"], feature["values"]], sort_keys=True)
