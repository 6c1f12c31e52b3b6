"""EWKT text as GeoJSON, for servers without PostGIS."""

import json
import re
from typing import Any

_NAMES = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection")
_KINDS = {name.upper(): name for name in _NAMES}
_HEAD = re.compile(r"\s*(?:SRID=\d+;)?\s*([A-Za-z]+)\s*(?:ZM?|M)?\s*(EMPTY|\()", re.I)


def to_geojson(ewkt: str, decimals: int) -> str:
    """Return GeoJSON with rounded coordinates; `null` for text that is not a geometry."""
    match = _HEAD.match(ewkt)
    if match is None or match[1].upper() not in _KINDS:
        return "null"
    try:
        return json.dumps(_read(ewkt, decimals), separators=(",", ":"))
    except (ValueError, IndexError):
        return "null"


def _read(text: str, decimals: int) -> dict[str, Any]:
    match = _HEAD.match(text)
    if match is None or match[1].upper() not in _KINDS:
        raise ValueError(text)
    kind = _KINDS[match[1].upper()]
    body = "" if match[2] != "(" else text[match.end() : text.rindex(")")]
    if kind == "GeometryCollection":
        return {"type": kind, "geometries": [_read(part, decimals) for part in _split(body)]}
    coordinates = _read_coordinates(body, decimals)
    if kind == "Point":
        coordinates = coordinates[0] if coordinates else []
    elif kind == "MultiPoint" and "(" in body:
        coordinates = [point[0] for point in coordinates]
    return {"type": kind, "coordinates": coordinates}


def _read_coordinates(body: str, decimals: int) -> list[Any]:
    """`1 2, 3 4` is a list of positions, `(1 2, 3 4), (…)` a list of such lists."""
    found: list[Any] = []
    for part in _split(body):
        if part.startswith("("):
            found.append(_read_coordinates(part[1 : part.rindex(")")], decimals))
        else:
            found.append([_round(number, decimals) for number in part.split()])
    return found


def _round(text: str, decimals: int) -> float | int:
    number = round(float(text), decimals)
    return int(number) if number.is_integer() else number


def _split(body: str) -> list[str]:
    """At the commas that are in no parentheses."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(body):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(body[start:at].strip())
            start = at + 1
    last = body[start:].strip()
    return [*parts, last] if last else parts
