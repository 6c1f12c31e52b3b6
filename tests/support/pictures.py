"""Pictures compared by eye: how much of one differs from another, and both beside each other in a file."""

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_VISIBLE = 48
_GAP = 6


def read_picture(data: bytes) -> Any:
    """Needs the extra `render`, whose module describes no types."""
    mapnik: Any = importlib.import_module("mapnik")
    return mapnik.Image.from_string(data)


def is_picture(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff"))


def measure_difference(theirs: bytes, ours: bytes) -> float:
    """The share of pixels with a visible difference, of those that are anything in either; 1 for other sizes."""
    one, other = read_picture(theirs), read_picture(ours)
    if (one.width(), one.height()) != (other.width(), other.height()):
        return 1.0
    for image in (one, other):
        image.premultiply()
    pixels = [_split(image.to_string()) for image in (one, other)]
    drawn = [(a, b) for a, b in zip(*pixels, strict=True) if any(a) or any(b)]
    different = [pair for pair in drawn if max(abs(a - b) for a, b in zip(*pair, strict=True)) > _VISIBLE]
    return len(different) / len(drawn) if drawn else 0.0


def _split(pixels: bytes) -> list[bytes]:
    return [pixels[place : place + 4] for place in range(0, len(pixels), 4)]


def write_montage(pairs: Sequence[tuple[bytes, bytes]], path: Path) -> None:
    """CARTO's pictures on the left, ours on the right, to look at."""
    mapnik: Any = importlib.import_module("mapnik")
    rows = [tuple(map(read_picture, pair)) for pair in pairs]
    widths = [max(row[side].width() for row in rows) for side in (0, 1)]
    heights = [max(image.height() for image in row) for row in rows]
    sheet = mapnik.Image(sum(widths) + _GAP, sum(heights) + _GAP * len(rows))
    sheet.fill(mapnik.Color("#8888aa"))
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for image, left in zip(row, (0, widths[0] + _GAP), strict=True):
            image.premultiply()
            sheet.premultiply()
            sheet.composite(image, mapnik.CompositeOp.src_over, 1.0, left, top)
        top += height + _GAP
    sheet.demultiply()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sheet.to_string("png32"))
