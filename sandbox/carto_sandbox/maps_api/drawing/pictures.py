"""Layers of any kind laid over each other: tiles, and images of a place."""

import math
from collections.abc import Sequence

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.configs import HTTP, MAPNIK, PLAIN, TORQUE, Layer, MapConfig
from carto_sandbox.maps_api.drawing.canvas import TILE_PIXELS, Image, get_mapnik, make_image, paste, read_image
from carto_sandbox.maps_api.drawing.layers import draw_layers, frame_tile
from carto_sandbox.maps_api.drawing.other_layers import draw_plain, fetch_tile
from carto_sandbox.maps_api.drawing.torque_image import draw_torque
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.queries import check_postgis
from carto_sandbox.maps_api.vector_tiles import Position

MAX_ZOOM = 30
_MOST_TILES = 1200


class Painter:
    """Draws with the rights of one key."""

    def __init__(self, account: Account, key: ApiKey, parsed: MapConfig) -> None:
        self._account = account
        self._key = key
        self._parsed = parsed

    def _check(self, kinds: Sequence[str], what: str) -> None:
        if not {MAPNIK, TORQUE}.isdisjoint(kinds):
            check_postgis(self._account, f"make {what}")
        get_mapnik(what)

    async def draw_data(self, layers: Sequence[Layer], position: Position, format_: str, scale: int = 1) -> Image:
        """Layers with data; 400 for a tile outside the world."""
        zoom, x, y = position
        if zoom > MAX_ZOOM or y >= 2**zoom:
            raise MapsApiError(f"Coordinates out of range: {zoom}/{x % 2 ** min(zoom, 64)}/{y}", 400)
        self._check([MAPNIK], f"{format_} tiles")
        margin = self._parsed.read_margin(format_)
        return await draw_layers(self._account, self._key, layers, frame_tile(zoom, x, y, scale), margin)

    async def draw_alone(self, layer: Layer, position: Position) -> Image:
        """A layer of a kind that is drawn by itself."""
        zoom, x, y = position
        if layer.type == HTTP:
            data, _ = await fetch_tile(layer, zoom, x % 2**zoom, y)
            return read_image(data)
        if layer.type == PLAIN:
            return await draw_plain(layer, x % 2**zoom, y)
        self._check([layer.type], "torque images")
        return await draw_torque(self._account, self._key, layer, (zoom, x % 2**zoom, y))

    async def blend(self, layers: Sequence[Layer], position: Position) -> Image:
        """All of them, the first lowest; those with data together, where the first of them is.

        A tile that another server does not give, and data outside the world, are left out.
        """
        self._check([layer.type for layer in layers], "png tiles")
        image = make_image(TILE_PIXELS, TILE_PIXELS)
        data = [layer for layer in layers if layer.type == MAPNIK]
        for layer in layers:
            try:
                if layer.type != MAPNIK:
                    paste(image, await self.draw_alone(layer, position))
                elif layer is data[0]:
                    paste(image, await self.draw_data(data, position, "png"))
            except MapsApiError as error:
                if layer.type != HTTP and "Coordinates out of range" not in error.message:
                    raise
        return image

    async def draw_place(
        self, layers: Sequence[Layer], zoom: int, center: tuple[float, float], size: tuple[int, int]
    ) -> Image:
        """An image of tiles round a place in degrees, east and north."""
        self._check([layer.type for layer in layers], "images")
        width, height = size
        left, top = (round(place - half) for place, half in zip(_project(center, zoom), _halve(size), strict=True))
        image, count = make_image(width, height), 2**zoom
        columns = range(left // TILE_PIXELS, (left + width - 1) // TILE_PIXELS + 1)
        rows = [row for row in range(top // TILE_PIXELS, (top + height - 1) // TILE_PIXELS + 1) if 0 <= row < count]
        if len(columns) * len(rows) > _MOST_TILES:
            raise MapsApiError("Desired image is too large.", 400)
        for row in rows:
            for column in columns:
                tile = await self.blend(layers, (zoom, column % count, row))
                paste(image, tile, column * TILE_PIXELS - left, row * TILE_PIXELS - top)
        return image


def _halve(size: tuple[int, int]) -> tuple[float, float]:
    return size[0] / 2, size[1] / 2


def _project(place: tuple[float, float], zoom: int) -> tuple[float, float]:
    """Pixels from the upper left corner of the world."""
    lng, lat = place
    sine = min(max(math.sin(math.radians(lat)), -0.9999), 0.9999)
    size = TILE_PIXELS * 2**zoom
    return size * (0.5 + lng / 360), size * (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi))


def fit_box(box: Sequence[float], size: tuple[int, int]) -> tuple[int, tuple[float, float]]:
    """The largest zoom at which a box of degrees (west, south, east, north) fits, and its middle."""
    west, south, east, north = box
    left, bottom = _project((west, south), 0)
    right, top = _project((east, north), 0)
    wide, high = max(right - left, 1e-9), max(bottom - top, 1e-9)
    zoom = math.floor(math.log2(min(size[0] / wide, size[1] / high)))
    return max(0, min(zoom, MAX_ZOOM)), ((west + east) / 2, _find_latitude((bottom + top) / 2))


def _find_latitude(y: float) -> float:
    """Of a pixel at zoom 0."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / TILE_PIXELS))))
