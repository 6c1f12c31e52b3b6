"""One moment of a torque layer as a picture."""

import asyncio
import re
import struct
from dataclasses import replace
from typing import Any

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.styles import compile_styles
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.drawing.canvas import Image
from carto_sandbox.maps_api.drawing.layers import Row, draw_rows, frame_tile
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_finite
from carto_sandbox.maps_api.torque import read_torque, read_torque_tile
from carto_sandbox.maps_api.vector_tiles import Position

_MARGIN = 32
_TORQUE_PROPERTY = re.compile(r"-torque-[\w-]+\s*:[^;}]*;?")
_MARKERS = "marker-placement: point; marker-type: ellipse; marker-allow-overlap: true;"


async def draw_torque(account: Account, key: ApiKey, layer: Layer, position: Position) -> Image:
    """The cells of the layer's `step`, its first by itself; styles know a cell's count as `value`."""
    torque = await read_torque(account, key, layer)
    asked = layer.options.get("step")
    step = min(float(asked) if is_finite(asked) else 0.0, torque.frames - 1)
    cells = await read_torque_tile(account, key, layer, torque, position, margin=_MARGIN)
    frame = frame_tile(*position)
    size = frame.resolution * torque.resolution
    rows = [
        _make_row(frame.west + cell["x__uint8"] * size, frame.south + cell["y__uint8"] * size, count)
        for cell in cells
        for moment, count in zip(cell["dates__uint16"], cell["vals__uint8"], strict=True)
        if (moment <= step if torque.is_cumulative else moment == step)
    ]
    style = _TORQUE_PROPERTY.sub("", str(layer.options["cartocss"]))
    style = re.sub(r"(#[^\s\[{;:]+\s*\{)", rf"\1 {_list_defaults(style)} ", style, count=1)
    shown = replace(layer, options={**layer.options, "cartocss": style})
    try:
        styles = compile_styles([shown])
    except CartoCssError as error:
        raise MapsApiError(str(error), 400) from None
    return await asyncio.to_thread(draw_rows, [shown], styles, [rows], frame, _MARGIN)


def _list_defaults(style: str) -> str:
    """Unlike other markers, torque's have neither a fill nor a line by themselves."""
    fill = "" if "marker-fill" in style else " marker-fill-opacity: 0;"
    return _MARKERS + fill + ("" if "marker-line-" in style else " marker-line-width: 0;")


def _make_row(x: float, y: float, count: Any) -> Row:
    return struct.pack("<BIdd", 1, 1, x, y), {"value": count}
