"""Vector tiles: the query that has PostGIS make one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.configs import BUFFER_PIXELS, Layer, MapConfig
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.javascript import is_finite
from carto_sandbox.maps_api.queries import (
    WORLD_SIZE,
    choose_key,
    fill_tokens,
    quote_literal,
    read_fields,
    run_query,
    strip_query,
)

PIXELS = 256
_MAX_ZOOM = 30
_METRES_PER_SCALE = Decimal("0.00028")
# Types that vector tiles carry: booleans, numbers and texts.
_TILE_TYPES = frozenset({16, 20, 21, 23, 25, 700, 701, 705, 1042, 1043, 1700})

Position = tuple[int, int, int]
"""Zoom, column and row."""


# As many digits as the original has: cells of aggregations begin and end exactly at the edges of tiles.
_DIGITS = Context(prec=20)
_WORLD = Decimal(repr(WORLD_SIZE))


@dataclass(frozen=True)
class Square:
    """A tile's square in web mercator, as SQL; and metres per pixel, also with all digits."""

    box: str
    resolution: float
    exact: str
    scale: str

    def fill(self, query: str, margin: float = 0) -> str:
        """The query with its tokens; `!bbox!` is the square with a margin, in pixels."""
        box = f"ST_Expand({self.box}, {self.resolution * margin!r})" if margin else self.box
        values = {"!bbox!": box, "!pixel_width!": self.exact, "!pixel_height!": self.exact}
        return fill_tokens(query, {**values, "!scale_denominator!": self.scale})


def measure_square(position: Position) -> Square:
    zoom, x, y = position
    count = Decimal(2**zoom)
    size = _DIGITS.divide(_WORLD, count)
    half = _DIGITS.divide(_WORLD, Decimal(2))
    west = _DIGITS.subtract(_DIGITS.multiply(size, Decimal(x % 2**zoom)), half)
    north = _DIGITS.subtract(half, _DIGITS.multiply(size, Decimal(y)))
    corners = (west, _DIGITS.subtract(north, size), _DIGITS.add(west, size), north)
    resolution = _DIGITS.divide(_DIGITS.divide(_WORLD, Decimal(PIXELS)), count)
    box = f"ST_MakeEnvelope({', '.join(map(str, corners))}, 3857)"
    return Square(box, float(resolution), str(resolution), str(_DIGITS.divide(resolution, _METRES_PER_SCALE)))


def is_shown(layer: Layer, zoom: int) -> bool:
    first, last = layer.options.get("minzoom"), layer.options.get("maxzoom")
    return (first if is_finite(first) else 0) <= zoom <= (last if is_finite(last) else _MAX_ZOOM)


async def draw_vector_tile(
    account: Account, key: ApiKey, parsed: MapConfig, layers: Sequence[Layer], position: Position, *, single: bool
) -> bytes:
    """The tile of some layers. Owner's rights are those of a layer that is asked for alone, by its number."""
    extent, simplified = parsed.read_extents()
    key = choose_key(account, key, single and layers[0].as_owner)
    try:
        columns = [await _read_columns(account, key, layer) for layer in layers]
    except psycopg.Error as error:
        raise from_database(error, before="PgMvtFactory: ") from None
    zoom, x, y = position
    shown = [(layer, names) for layer, names in zip(layers, columns, strict=True) if is_shown(layer, zoom)]
    if not shown:
        return b""
    if y >= 2**zoom:
        raise MapsApiError(f"Invalid tile XYZ ({x % 2**zoom},{y}{zoom})", 400)
    margin = parsed.read_buffer("mvt")
    margin = BUFFER_PIXELS if margin is None else margin
    square = measure_square(position)
    tolerance = WORLD_SIZE / 2**zoom / (simplified * 2) if extent != simplified else None
    queries = [_write_query(layer, names, square, extent, margin, tolerance) for layer, names in shown]
    try:
        rows = await run_query(account, key, f"SELECT (({') || ('.join(queries)})) AS tile")
    except psycopg.Error as error:
        raise from_database(error, before="PgMvtRenderer: ") from None
    return bytes(rows[0]["tile"] or b"")


async def _read_columns(account: Account, key: ApiKey, layer: Layer) -> list[str]:
    if not isinstance(layer.sql, str) or not layer.sql:
        raise MapsApiError("Missing sql for layer", 400)
    fields = await read_fields(account, key, layer.sql)
    return [f'"{name}"' for name, oid in fields.items() if oid in _TILE_TYPES]


def _write_query(
    layer: Layer, names: Sequence[str], square: Square, extent: int, margin: int, tolerance: float | None
) -> str:
    column = layer.geometry_column
    shape = column
    if tolerance is not None:
        shape = f"ST_Simplify(ST_RemoveRepeatedPoints({column}, {tolerance!r}), {tolerance!r}, true)"
    around = int(margin * extent / PIXELS + 0.5)
    geometry = f"ST_AsMVTGeom({shape}, {square.box}, {extent}, {around}, true) AS the_geom_webmercator"
    source = f"({strip_query(str(layer.sql))}\n) AS cdbq WHERE {column} && !bbox!"
    return (
        f"SELECT ST_AsMVT(geometries, {quote_literal(str(layer.id))}, {extent}) FROM ("
        f"SELECT {', '.join([geometry, *names])} FROM {square.fill(source, margin)}) AS geometries"
    )
