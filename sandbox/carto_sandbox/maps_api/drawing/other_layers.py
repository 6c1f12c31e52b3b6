"""Layers without data: tiles of other servers, and a color or an image for the ground."""

import asyncio
import http.client
import re
import urllib.error
import urllib.request
from typing import Any

from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.drawing.canvas import (
    TILE_PIXELS,
    Image,
    encode,
    fill_image,
    get_mapnik,
    make_image,
    paste,
    read_color,
    read_image,
)
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true

_TIMEOUT_SECONDS = 2.0
_MAX_BYTES = 16 * 1024 * 1024
_WORD = re.compile(r"\{ *(\w+) *\}")
_SUBDOMAINS = ("a", "b", "c")


async def fetch_tile(layer: Layer, zoom: int, x: int, y: int) -> tuple[bytes, str]:
    """A tile of an `http` layer as its server gave it, with its type; one of another size is made to fit."""
    template = layer.options.get("urlTemplate")
    if not isinstance(template, str) or not template:
        raise MapsApiError('Missing mandatory "urlTemplate" option', 400)
    row = 2**zoom - y - 1 if is_true(layer.options.get("tms")) else y
    given = layer.options.get("subdomains")
    names = given if is_true(given) and isinstance(given, str | list) else _SUBDOMAINS
    values = {"z": str(zoom), "x": str(x), "y": str(row)}
    if names:
        values["s"] = str(names[abs(x + row) % len(names)])

    def choose(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise MapsApiError(f"No value provided for variable {found[0]}", 400)
        return values[found[1]]

    data, kind = await asyncio.to_thread(_fetch, _WORD.sub(choose, template))
    image = read_image(data)
    if image.height() == TILE_PIXELS:
        return data, kind
    return encode(_fit(image), "png"), kind


def _fetch(url: str) -> tuple[bytes, str]:
    refusal = f"Unable to fetch http tile: {url}"
    if not url.startswith(("http://", "https://")):
        raise MapsApiError(refusal, 400)
    # No proxy: the sandbox is meant for the machine it runs on.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=_TIMEOUT_SECONDS) as response:
            kind = response.headers.get("Content-Type") or "application/octet-stream"
            return response.read(_MAX_BYTES), kind
    except urllib.error.HTTPError as error:
        with error:
            raise MapsApiError(f"{refusal} [{error.code}]", 400) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise MapsApiError(refusal, 400) from None


def _fit(image: Image) -> Image:
    """The image in a tile's size: each pixel is the one that is nearest."""
    found = make_image(TILE_PIXELS, TILE_PIXELS)
    wide, high = image.width() / TILE_PIXELS, image.height() / TILE_PIXELS
    for y in range(TILE_PIXELS):
        for x in range(TILE_PIXELS):
            found.set_pixel(x, y, image.get_pixel(int(x * wide), int(y * high)))
    return found


async def draw_plain(layer: Layer, x: int, y: int) -> Image:
    """A `plain` layer: one color, or an image side by side with itself."""
    get_mapnik("plain layers")
    color, address = layer.options.get("color"), layer.options.get("imageUrl")
    if is_true(color):
        return fill_image(read_color(color))
    if not is_true(address):
        text = "Plain layer: at least one of the options, `color` or `imageUrl`, must be provided."
        raise MapsApiError(text, 400)
    try:
        data, _ = await asyncio.to_thread(_fetch, str(address))
    except MapsApiError as error:
        raise MapsApiError(f"Invalid imageUrl for 'plain' layer: {error.message}", 400) from None
    return _lay_out(read_image(data), x, y)


def _lay_out(image: Any, x: int, y: int) -> Image:
    found, width, height = make_image(TILE_PIXELS, TILE_PIXELS), image.width(), image.height()
    for top in range(-(y * TILE_PIXELS % height), TILE_PIXELS, height):
        for left in range(-(x * TILE_PIXELS % width), TILE_PIXELS, width):
            paste(found, image, left, top)
    return found
