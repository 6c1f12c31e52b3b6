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
_WIDTHS = {
    "Markers": re.compile(r'<MarkersSymbolizer[^>]* width="([\d.]+)"'),
    "Line": re.compile(r'stroke-width="([\d.]+)"'),
}
_DEFAULT_MARKER = 10.0
_EDGE_PIXELS = 0.15
_LINE_PIXELS = 0.5


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
    size = 2 * (_read_reach(text) - _EDGE_PIXELS) + _LINE_PIXELS
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
    square = measure_square(position)
    column, reach = layer.geometry_column, _read_reach(_write_style(layer))
    shape = column if str(layer.srid) == "3857" else f"ST_Transform({column}, 3857)"
    names = "".join(f", {quote_identifier(name)} AS value_{place}" for place, name in enumerate(layer.columns))
    source = square.fill(f"({strip_query(str(layer.sql))}\n)", margin)
    cell = square.resolution * _CELL_PIXELS
    pixel = square.resolution
    metres = square.resolution * reach
    query = (
        f"WITH tile AS (SELECT {square.box} AS box),"
        f" found AS (SELECT row_number() OVER () AS number, {shape} AS shape{names} FROM {source} AS cdbq, tile"
        f" WHERE {shape} && ST_Expand(tile.box, {square.resolution * margin!r})),"
        f" cells AS (SELECT a AS cell_x, b AS cell_y,"
        f" ST_MakeEnvelope(ST_XMin(box) + a * {cell!r}, ST_YMax(box) - b * {cell!r} - {pixel!r},"
        f" ST_XMin(box) + a * {cell!r} + {pixel!r}, ST_YMax(box) - b * {cell!r}, 3857)"
        f" AS pixel FROM tile, generate_series(0, {_CELLS - 1}) AS a, generate_series(0, {_CELLS - 1}) AS b)"
        " SELECT cell_x, cell_y, found.*, GeometryType(shape) LIKE '%POINT' AS is_point,"
        f" ST_X(ST_Centroid(shape)) / {square.resolution!r} AS center_x,"
        f" ST_Y(ST_Centroid(shape)) / {square.resolution!r} AS center_y FROM found JOIN cells ON"
        f" cells.pixel && ST_Expand(found.shape, {metres!r}) AND ST_DWithin(cells.pixel, found.shape, {metres!r})"
        " ORDER BY number"
    )
    try:
        return await run_query(account, key, query)
    except psycopg.Error as error:
        raise from_database(error, before="Postgis Plugin: ERROR:  ") from None


def _read_reach(text: str) -> float:
    """How far a feature reaches beyond its shape, in pixels: half the width of its markers or lines."""
    widths = [float(width) for pattern in _WIDTHS.values() for width in pattern.findall(text)]
    if "<MarkersSymbolizer" in text and not _WIDTHS["Markers"].search(text):
        widths.append(_DEFAULT_MARKER)
    # Its edge is drawn too, and a pixel counts of which a little is touched.
    return max(widths, default=0.0) / 2 + (_EDGE_PIXELS if widths else 0.0)
