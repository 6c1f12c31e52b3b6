"""Areas that a dataview is cut to: a box, a circle, a polygon."""

import json
import math
from collections.abc import Mapping
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.maps_api.errors import MapsApiError, dump
from carto_sandbox.maps_api.javascript import is_finite, to_number
from carto_sandbox.maps_api.queries import check_postgis

_MOST_LATITUDE = 85.0511287798066


def cut_to_area(account: Account, query: str, params: Mapping[str, str], column: str, srid: int) -> str:
    """The first of `bbox`, `circle` and `polygon` counts. MapsApiError for one that is none."""
    for name, write in (("bbox", _write_box), ("circle", _write_circle), ("polygon", _write_polygon)):
        if params.get(name):
            condition = write(params[name], column, srid)
            check_postgis(account, "tell which rows lie inside an area", "dataview")
            return f"SELECT * FROM ({query}) _cdb_area WHERE {condition}"
    return query


def _write_box(text: str, column: str, srid: int) -> str:
    numbers = [to_number(part) for part in text.split(",")]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise MapsApiError('Invalid bbox filter, expected format="west,south,east,north"', 400)
    west, south, east, north = numbers
    south, north = max(south, -_MOST_LATITUDE), min(north, _MOST_LATITUDE)
    width = min(east - west, 360)
    west = (west + 180) % 360 - 180
    east = west + width
    boxes = [(west, east)]
    if width >= 360:
        boxes = [(-180, 180)]
    elif east > 180:
        # Over the date line it is two boxes.
        boxes = [(west, 180), (-180, east - 360)]
    conditions = (
        f"ST_Intersects({column},"
        f" ST_Transform(ST_MakeEnvelope({left!r}, {south!r}, {right!r}, {north!r}, 4326), {srid}))"
        for left, right in boxes
    )
    return f"({' OR '.join(conditions)})"


def _parse(text: str, refusal: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise MapsApiError(refusal, 400, "filter") from None


def _write_circle(text: str, column: str, srid: int) -> str:
    circle = _parse(text, "Invalid circle parameter. Expected a valid JSON")
    numbers = [circle.get(name) if isinstance(circle, dict) else None for name in ("lng", "lat", "radius")]
    if not all(map(is_finite, numbers)):
        raise MapsApiError('Missing parameter for Circle Filter, expected: "lng", "lat", and "radius"', 400, "filter")
    lng, lat, radius = (float(number) for number in numbers if number is not None)
    degrees = column if srid == 4326 else f"ST_Transform({column}, 4326)"
    center = f"ST_SetSRID(ST_MakePoint({lng!r}, {lat!r}), 4326)::geography"
    return f"ST_DWithin({degrees}::geography, {center}, {radius!r})"


def _write_polygon(text: str, column: str, srid: int) -> str:
    shape = _parse(text, "Invalid polygon parameter. Expected a valid GeoJSON")
    if not isinstance(shape, dict) or shape.get("type") != "Polygon":
        raise MapsApiError('Invalid type of geometry. Valid ones: "Polygon"', 400, "filter")
    rings = shape.get("coordinates")
    if not isinstance(rings, list) or not rings or rings[0] != rings[-1]:
        raise MapsApiError("Invalid geometry, it must be a closed polygon", 400)
    written = dump(shape).replace("'", "''")
    return f"ST_Intersects({column}, ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON('{written}'), 4326), {srid}))"
