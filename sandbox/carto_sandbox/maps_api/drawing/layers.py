"""Layers with data and a style, drawn by Mapnik: it is given the features, and reads no database itself."""

import asyncio
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.mapnik_xml import SCALES
from carto_sandbox.maps_api.cartocss.styles import CompiledStyles, compile_styles
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.drawing.canvas import Image, get_mapnik
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.javascript import is_finite
from carto_sandbox.maps_api.queries import WORLD_SIZE, choose_key, fill_tokens, run_query, strip_query

_METRES_PER_SCALE = 0.00028
_MOST_FEATURES = 500_000
_SRS = "epsg:3857"
_FIELD = re.compile(r"\[([^\]\[:]+)\]")
_FACE = re.compile(r'face-name="([^"]*)"')
_FALLBACK_FACE = "DejaVu Sans Book"

Row = tuple[bytes, dict[str, Any]]
"""A geometry as WKB in web mercator, and values by their columns."""


@dataclass(frozen=True)
class Frame:
    """A part of the world in web mercator, and the pixels it is drawn with. `scale` 2 is for fine screens."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int
    scale: int = 1

    @property
    def resolution(self) -> float:
        """Metres per pixel of scale 1."""
        return (self.east - self.west) / self.width * self.scale


def frame_tile(zoom: int, x: int, y: int, scale: int = 1) -> Frame:
    size = WORLD_SIZE / 2**zoom
    west, north = -WORLD_SIZE / 2 + (x % 2**zoom) * size, WORLD_SIZE / 2 - y * size
    return Frame(west, north - size, west + size, north, 256 * scale, 256 * scale, scale)


async def draw_layers(account: Account, key: ApiKey, layers: Sequence[Layer], frame: Frame, margin: int) -> Image:
    """`margin` is how far round the frame features are read, in pixels."""
    get_mapnik("images")
    try:
        styles = compile_styles(layers)
    except CartoCssError as error:
        raise MapsApiError(str(error), 400) from None
    rows = []
    for layer, style in zip(layers, styles.layers, strict=True):
        names = sorted({*_FIELD.findall(style.xml)} - {"mapnik::geometry_type"})
        role = choose_key(account, key, layer.as_owner)
        rows.append(await _read_rows(account, role, layer, names, frame, margin) if style.names else [])
    return await asyncio.to_thread(draw_rows, layers, styles, rows, frame, margin)


async def _read_rows(
    account: Account, key: ApiKey, layer: Layer, names: Sequence[str], frame: Frame, margin: int
) -> list[Row]:
    column, around = layer.geometry_column, margin * frame.resolution
    corners = (frame.west - around, frame.south - around, frame.east + around, frame.north + around)
    box = f"ST_MakeEnvelope({', '.join(map(repr, corners))}, 3857)"
    width = repr(frame.resolution)
    values = {"!bbox!": box, "!pixel_width!": width, "!pixel_height!": width}
    source = fill_tokens(
        strip_query(str(layer.sql)), {**values, "!scale_denominator!": repr(frame.resolution / _METRES_PER_SCALE)}
    )
    srid = str(layer.srid)
    shape, box = (f'"{column}"', box) if srid == "3857" else (f'ST_Transform("{column}", 3857)', _project(box, srid))
    columns = "".join(f', "{name}"' for name in names)
    query = f'SELECT ST_AsBinary({shape}) AS _wkb{columns} FROM ({source}\n) AS cdbq WHERE "{column}" && {box}'
    try:
        found = await run_query(account, key, f"{query} LIMIT {_MOST_FEATURES}")
    except psycopg.Error as error:
        raise from_database(error, before="Postgis Plugin: ERROR:  ") from None
    return [(bytes(row["_wkb"]), {name: row[name] for name in names}) for row in found if row["_wkb"] is not None]


def _project(box: str, srid: str) -> str:
    return f"ST_Transform({box}, {srid})"


def draw_rows(
    layers: Sequence[Layer], styles: CompiledStyles, rows: Sequence[Sequence[Row]], frame: Frame, margin: int
) -> Image:
    """Blocking. MapsApiError for what Mapnik refuses."""
    mapnik = get_mapnik("images")
    picture = mapnik.Map(frame.width, frame.height, _SRS)
    try:
        mapnik.load_map_from_string(picture, _write_map(mapnik, styles))
        for layer, style, found in zip(layers, styles.layers, rows, strict=True):
            picture.layers.append(_make_layer(mapnik, layer, style.names, found))
        picture.buffer_size = margin * frame.scale
        picture.zoom_to_box(mapnik.Box2d(frame.west, frame.south, frame.east, frame.north))
        image = mapnik.Image(frame.width, frame.height)
        mapnik.render(picture, image, float(frame.scale))
    except RuntimeError as error:
        raise MapsApiError(str(error), 400) from None
    return image


def _write_map(mapnik: Any, styles: CompiledStyles) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in styles.map_attributes.items())
    known = set(mapnik.FontEngine.face_names())

    def choose_face(found: re.Match[str]) -> str:
        return found[0] if found[1] in known else f'face-name="{_FALLBACK_FACE}"'

    text = _FACE.sub(choose_face, "\n".join(style.xml for style in styles.layers))
    return f'<Map srs="{_SRS}"{attributes}>{text}</Map>'


def _make_layer(mapnik: Any, layer: Layer, names: Sequence[str], rows: Sequence[Row]) -> Any:
    made = mapnik.Layer(str(layer.id), _SRS)
    made.datasource = _make_datasource(mapnik, rows)
    for name in names:
        made.styles.append(name)
    first, last = layer.options.get("minzoom"), layer.options.get("maxzoom")
    if is_finite(first) and 0 <= first < len(SCALES):
        made.maximum_scale_denominator = SCALES[int(first)]
    if is_finite(last) and 0 <= last < len(SCALES) - 1:
        made.minimum_scale_denominator = SCALES[int(last) + 1]
    return made


def _make_datasource(mapnik: Any, rows: Sequence[Row]) -> Any:
    context = mapnik.Context()
    for name in rows[0][1] if rows else ():
        context.push(name)
    source = mapnik.MemoryDatasource()
    for number, (shape, values) in enumerate(rows, 1):
        feature = mapnik.Feature(context, number)
        feature.geometry = mapnik.Geometry.from_wkb(shape)
        for name, value in values.items():
            if value is not None:
                feature[name] = _convert(value)
        source.add_feature(feature)
    return source


def _convert(value: Any) -> Any:
    """Convert to types that Mapnik compares and writes: booleans, numbers and texts."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | float):
        number = float(value)
        return number if math.isfinite(number) else 0.0
    return str(value)
