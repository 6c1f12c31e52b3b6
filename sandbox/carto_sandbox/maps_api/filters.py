"""Which rows a dataview counts: filters of its fellows, and a part of the world."""

import json
import math
from collections.abc import Mapping
from typing import Any

from carto_sandbox.maps_api.configs import ParsedMap
from carto_sandbox.maps_api.errors import NOT_IMPLEMENTED, MapsApiError
from carto_sandbox.maps_api.queries import as_table, quote_identifier, quote_literal

_NO_POSTGIS = (
    "This sandbox runs without PostGIS: it cannot tell which rows lie inside an area. "
    "Name a PostgreSQL server that has PostGIS in CARTO_SANDBOX_DSN."
)
_AREAS = ("bbox", "circle", "polygon")


def filter_rows(parsed: ParsedMap, name: str, params: Mapping[str, str], *, postgis: bool) -> str:
    """The dataview's query with what the query string asks for round it."""
    own, none = params.get("own_filter"), params.get("no_filters")
    if _is_number(own) and _is_number(none):
        raise _refuse("Both own_filter and no_filters cannot be sent in the same request")
    dataview = parsed.dataviews[name]
    query = str(dataview["sql"])
    if not _read_flag(none):
        filters = _read_filters(params.get("filters"))
        for other, wanted in filters.items():
            known = parsed.dataviews.get(other)
            same = known is not None and known["origin"] == dataview["origin"]
            if same and isinstance(wanted, dict) and (other != name or _read_flag(own)):
                query = _apply(query, known or {}, wanted)
    areas = [area for area in _AREAS if params.get(area)]
    if areas and not postgis:
        raise MapsApiError(_NO_POSTGIS, NOT_IMPLEMENTED, "dataview")
    for area in areas:
        condition = _WRITERS[area](params[area])
        query = f"SELECT * FROM {as_table(query)} AS cdb_area WHERE {condition}"
    return query


def _is_number(text: str | None) -> bool:
    if text is None:
        return False
    try:
        return math.isfinite(float(text or 0))
    except ValueError:
        return False


def _read_flag(text: str | None) -> bool:
    return _is_number(text) and float(text or 0) == 1


def _read_filters(text: str | None) -> dict[str, Any]:
    if not text:
        return {}
    try:
        filters = json.loads(text)
    except (ValueError, RecursionError):
        raise _refuse("The `filters` parameter is no valid JSON") from None
    found = filters.get("dataviews") if isinstance(filters, dict) else None
    return found if isinstance(found, dict) else {}


def _apply(query: str, dataview: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    """A range with `min` and `max`, or categories to `accept` and to `reject`."""
    options = dataview.get("options")
    column = quote_identifier(str(options.get("column"))) if isinstance(options, dict) else "NULL"
    conditions = []
    for bound, operator in (("min", ">="), ("max", "<=")):
        if wanted.get(bound) is not None:
            conditions.append(f"{column} {operator} {_write_value(wanted[bound])}")
    for choice, operator in (("accept", "IN"), ("reject", "NOT IN")):
        values = wanted.get(choice)
        if isinstance(values, list) and values:
            listed = ", ".join(_write_value(value) for value in values if value is not None) or "NULL"
            conditions.append(f"{column} {operator} ({listed})")
    where = " AND ".join(conditions) or "true"
    return f"SELECT * FROM {as_table(query)} AS cdb_filtered WHERE {where}"


def _write_value(value: Any) -> str:
    return quote_literal(value if isinstance(value, str) else json.dumps(value))


def _write_bbox(text: str) -> str:
    try:
        west, south, east, north = (_parse_finite(part) for part in text.split(","))
    except ValueError:
        raise _refuse("Invalid bbox filter, expected format: 'west,south,east,north'") from None
    box = f"ST_MakeEnvelope({west!r}, {south!r}, {east!r}, {north!r}, 4326)"
    return f"the_geom_webmercator && ST_Transform({box}, 3857)"


def _parse_finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _write_circle(text: str) -> str:
    circle = _parse_area("circle", text)
    try:
        lng, lat, radius = (_parse_finite(str(circle[name])) for name in ("lng", "lat", "radius"))
    except (KeyError, ValueError):
        raise _refuse("Invalid circle filter: it needs the numbers lng, lat and radius, in metres") from None
    center = f"ST_SetSRID(ST_MakePoint({lng!r}, {lat!r}), 4326)::geography"
    return f"ST_DWithin({center}, the_geom::geography, {radius!r})"


def _write_polygon(text: str) -> str:
    polygon = _parse_area("polygon", text)
    if polygon.get("type") != "Polygon":
        raise _refuse("Invalid polygon filter: it needs a GeoJSON object of type Polygon")
    shape = quote_literal(json.dumps(polygon))
    return f"ST_Intersects(the_geom, ST_SetSRID(ST_GeomFromGeoJSON({shape}), 4326))"


def _parse_area(name: str, text: str) -> dict[str, Any]:
    try:
        area = json.loads(text)
    except (ValueError, RecursionError):
        area = None
    if not isinstance(area, dict):
        raise _refuse(f"Invalid {name} filter: it is no JSON object")
    return area


def _refuse(text: str) -> MapsApiError:
    return MapsApiError(text, 400, "dataview")


_WRITERS = {"bbox": _write_bbox, "circle": _write_circle, "polygon": _write_polygon}
