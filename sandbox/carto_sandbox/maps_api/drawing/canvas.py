"""Mapnik, if it is installed, and operations on its images."""

import importlib
from functools import cache
from typing import Any

from carto_sandbox.maps_api.errors import NOT_IMPLEMENTED, MapsApiError

TILE_PIXELS = 256
_PALETTE, _FULL, _JPEG = "png8:m=h", "png", "jpeg85"
_ENCODINGS = {"png": _FULL, "png32": _FULL, "palette": _PALETTE, "jpeg": _JPEG, "jpg": _JPEG}

Image = Any
"""An image of Mapnik's, which describes no types of its own."""


@cache
def _find_mapnik() -> Any:
    try:
        mapnik: Any = importlib.import_module("mapnik")
    except ImportError:
        return None
    # Otherwise it prints to the terminal what clients get as answers.
    mapnik.logger.set_severity(getattr(mapnik.severity_type, "None"))
    return mapnik


def has_renderer() -> bool:
    return _find_mapnik() is not None


def get_mapnik(what: str) -> Any:
    """The module; 501 where it is not installed. `what` is wanted of it, in words."""
    mapnik = _find_mapnik()
    if mapnik is None:
        text = (
            f"This sandbox has no map renderer: it cannot make {what}. "
            "Install the extra that brings one: pip install 'carto-client[sandbox,render]'."
        )
        raise MapsApiError(text, NOT_IMPLEMENTED, "tile")
    return mapnik


def make_image(width: int, height: int) -> Image:
    """A transparent one."""
    return get_mapnik("images").Image(width, height)


def read_image(data: bytes) -> Image:
    """Raises MapsApiError for data that is not an image."""
    try:
        return get_mapnik("images").Image.from_string(data)
    except RuntimeError as error:
        raise MapsApiError(str(error), 400) from None


def read_color(given: Any) -> Any:
    """A CSS color, or a list of three or four numbers up to 255."""
    mapnik = get_mapnik("plain layers")
    if isinstance(given, list) and len(given) not in (3, 4):
        raise MapsApiError("Invalid color for 'plain' layer: invalid integer array", 400)
    try:
        return (
            mapnik.Color(*map(int, given), *([255] if len(given) == 3 else []))
            if isinstance(given, list)
            else (mapnik.Color(str(given)))
        )
    except (RuntimeError, TypeError, ValueError) as error:
        raise MapsApiError(f"Invalid color for 'plain' layer: {error}", 400) from None


def fill_image(color: Any, size: int = TILE_PIXELS) -> Image:
    image = make_image(size, size)
    image.fill(color)
    return image


def paste(image: Image, other: Image, x: int = 0, y: int = 0) -> None:
    """Lays the other over it, with its upper left corner there."""
    for each in (image, other):
        each.premultiply()
    image.composite(other, get_mapnik("images").CompositeOp.src_over, 1.0, x, y)


def encode(image: Image, format_: str) -> bytes:
    """`format_` is png, png32, palette (a small png) or jpeg."""
    image.demultiply()
    data: bytes = image.to_string(_ENCODINGS[format_])
    return data
