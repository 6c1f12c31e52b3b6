"""UTFGrid: which feature is under which part of a tile."""

import re
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.styles import compile_styles
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.queries import check_postgis, choose_key, quote_identifier, run_query, strip_query, to_json
from carto_sandbox.maps_api.vector_tiles import Position, measure_square

_CELLS, _CELL_PIXELS = 64, 4
_MAX_ZOOM = 30
_MARKER = re.compile(r'<MarkersSymbolizer[^>]* width="([\d.]+)"')
_LINE = re.compile(r'<LineSymbolizer[^>]* stroke-width="([\d.]+)"')
_DEFAULT_MARKER = 10.0
_EDGE_PIXELS = 0.15
_LINE_PIXELS = 1.0
_MARKER_LINE_PIXELS = 0.5


async def draw_grid(account: Account, key: ApiKey, layer: Layer, position: Position, margin: int) -> dict[str, Any]:
    """Cells of four pixels; each has the last feature whose shape, or whose marker, covers its corner.

    Features are numbered as they are read, and they are read with a margin of so many pixels.
    """
    check_postgis(account, "make grids")
    zoom, x, y = position
    if zoom > _MAX_ZOOM or y >= 2**zoom:
        raise MapsApiError(f"Coordinates out of range: {zoom}/{x}/{y}", 400)
    rows = await _read_cells(account, choose_key(account, key, layer.as_owner), layer, position, margin)
    rows = _leave_out_colliding(layer, rows)
    owners: dict[tuple[int, int], int] = {}
    features: dict[int, dict[str, Any]] = {}
    for row in rows:
        owners[row["cell_x"], row["cell_y"]] = row["number"]
        features[row["number"]] = {name: row[f"value_{place}"] for place, name in enumerate(layer.columns)}
    numbers = list(dict.fromkeys(owners[place] for place in sorted(owners, key=lambda place: (place[1], place[0]))))
    letters = {number: chr(_encode(place)) for place, number in enumerate(numbers, 1)}
    grid = [
        "".join(letters[owners[column, row]] if (column, row) in owners else " " for column in range(_CELLS))
        for row in range(_CELLS)
    ]
    data = {
        str(number): {name: value for name, value in to_json(features[number]).items() if value is not None}
        for number in sorted(numbers)
    }
    has_empty = any(" " in line for line in grid)
    return {"grid": grid, "keys": [*([""] if has_empty else []), *map(str, numbers)], "data": data}


def _leave_out_colliding(layer: Layer, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the markers that would lie over earlier ones, where the style does not let them."""
    text = _write_style(layer)
    if "<MarkersSymbolizer" not in text or 'allow-overlap="true"' in text:
        return rows
    size = 2 * (_read_radius(text) - _EDGE_PIXELS) + _MARKER_LINE_PIXELS
    placed: list[tuple[float, float]] = []
    shown: dict[int, bool] = {}
    for row in rows:
        if row["number"] not in shown:
            x, y = row["center_x"], row["center_y"]
            free = not any(abs(x - other) < size and abs(y - another) < size for other, another in placed)
            shown[row["number"]] = free or not row["is_point"]
            placed += [(x, y)] if free and row["is_point"] else []
    return [row for row in rows if shown[row["number"]]]


def _write_style(layer: Layer) -> str:
    try:
        return compile_styles([layer]).layers[0].xml
    except CartoCssError:
        return ""


def _encode(number: int) -> int:
    """The character for a number: quotes and backslashes are left out."""
    code = number + 32
    code += code >= ord('"')
    return code + (code >= ord("\\"))


async def _read_cells(
    account: Account, key: ApiKey, layer: Layer, position: Position, margin: int
) -> list[dict[str, Any]]:
    parts = _list_parts(_write_style(layer))
    if not parts:
        return []
    square = measure_square(position)
    column, pixel = layer.geometry_column, square.resolution
    shape = column if str(layer.srid) == "3857" else f"ST_Transform({column}, 3857)"
    names = "".join(f", {quote_identifier(name)} AS value_{place}" for place, name in enumerate(layer.columns))
    source = square.fill(f"({strip_query(str(layer.sql))}\n)", margin)
    cell = pixel * _CELL_PIXELS
    drawn = " OR ".join(
        f"(cells.pixel && ST_Expand({part}, {reach * pixel!r}) AND ST_DWithin(cells.pixel, {part}, {reach * pixel!r}))"
        for part, reach in parts
    )
    query = (
        f"WITH tile AS (SELECT {square.box} AS box),"
        f" found AS (SELECT row_number() OVER () AS number, {shape} AS shape{names} FROM {source} AS cdbq, tile"
        f" WHERE {shape} && ST_Expand(tile.box, {pixel * margin!r})),"
        f" cells AS (SELECT a AS cell_x, b AS cell_y,"
        f" ST_MakeEnvelope(ST_XMin(box) + a * {cell!r}, ST_YMax(box) - b * {cell!r} - {pixel!r},"
        f" ST_XMin(box) + a * {cell!r} + {pixel!r}, ST_YMax(box) - b * {cell!r}, 3857)"
        f" AS pixel FROM tile, generate_series(0, {_CELLS - 1}) AS a, generate_series(0, {_CELLS - 1}) AS b)"
        " SELECT cell_x, cell_y, found.*, ST_Dimension(shape) = 0 AS is_point,"
        f" ST_X(ST_Centroid(shape)) / {pixel!r} AS center_x,"
        f" ST_Y(ST_Centroid(shape)) / {pixel!r} AS center_y FROM found JOIN cells ON {drawn} ORDER BY number"
    )
    try:
        return await run_query(account, key, query)
    except psycopg.Error as error:
        raise from_database(error, before="Postgis Plugin: ERROR:  ") from None


def _list_parts(text: str) -> list[tuple[str, float]]:
    """Return the drawn part of a shape as SQL, and how far the drawing extends beyond it, in pixels."""
    parts = []
    if "<MarkersSymbolizer" in text:
        parts.append(("CASE ST_Dimension(shape) WHEN 0 THEN shape ELSE ST_Centroid(shape) END", _read_radius(text)))
    if "<LineSymbolizer" in text:
        line = "CASE ST_Dimension(shape) WHEN 1 THEN shape WHEN 2 THEN ST_Boundary(shape) END"
        parts.append((line, max(map(float, _LINE.findall(text)), default=_LINE_PIXELS) / 2 + _EDGE_PIXELS))
    if "<Polygon" in text or "<Building" in text:
        parts.append(("CASE ST_Dimension(shape) WHEN 2 THEN shape END", 0.0))
    return parts


def _read_radius(text: str) -> float:
    """Of the widest marker. Its edge is drawn too, and a pixel counts of which a little is touched."""
    widths = [float(width) for width in _MARKER.findall(text)]
    return max(widths, default=_DEFAULT_MARKER) / 2 + _EDGE_PIXELS
