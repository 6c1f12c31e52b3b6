"""Torque: points of a tile counted by their cell and by their step in time."""

from dataclasses import dataclass
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.definitions import Flattener
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.parser import parse_style
from carto_sandbox.maps_api.cartocss.values import Dimension, Node, Value, as_value
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.javascript import to_number
from carto_sandbox.maps_api.queries import (
    check_postgis,
    choose_key,
    fill_tokens,
    read_fields,
    run_query,
    to_json,
)
from carto_sandbox.maps_api.vector_tiles import PIXELS, Position

_PREFIX = "TorqueRenderer: "
_WORLD = 40075017.0
"""Metres round the world, as torque has them."""
_METRES_PER_SCALE = 0.00028
_DATES = frozenset({1082, 1083, 1114, 1184, 1266})
# Properties of the map with the types of their values, and whether they must be there.
_PROPERTIES = {
    "-torque-frame-count": ("number", True),
    "-torque-resolution": ("float", True),
    "-torque-animation-duration": ("number", False),
    "-torque-aggregation-function": ("string", True),
    "-torque-time-attribute": ("string", True),
    "-torque-data-aggregation": ("linear,cumulative", False),
}


@dataclass(frozen=True)
class Torque:
    """`start` to `end` in steps of `step`: seconds if `is_time`. `rows` is how many there are."""

    frames: float
    resolution: float
    column: str
    count_by: str
    is_cumulative: bool
    start: float
    end: float
    step: float
    rows: int
    is_time: bool

    @property
    def metadata(self) -> dict[str, Any]:
        return {
            "start": to_json(self.start * 1000),
            "end": to_json(self.end * 1000),
            "steps": to_json(self.frames),
            "data_steps": self.rows,
            "column_type": "date" if self.is_time else "number",
        }


def read_properties(style: Any) -> dict[str, str]:
    """The map's properties as texts; MapsApiError for those that are missing, or of another type."""
    if not isinstance(style, str) or not style:
        raise MapsApiError(f"{_PREFIX}cartocss can't be undefined")
    try:
        root, mistakes = parse_style("null", style, [])
        variables: dict[str, Value] = {}
        flattener = Flattener(root, mistakes, variables)
    except CartoCssError as error:
        raise MapsApiError(f"{_PREFIX}{error}") from None
    rules: dict[str, Value] = {}
    for definition in flattener.sort():
        if definition.elements == ("Map",):
            for zoomed in definition.rules:
                rules[zoomed.rule.name] = as_value(zoomed.rule.value.evaluate(flattener.scope))
    found = {}
    for name, (kind, is_required) in _PROPERTIES.items():
        if name in rules:
            if not _is_of_type(rules[name].items[0], kind):
                shown = kind
                raise MapsApiError(f"{_PREFIX}Unexpected type for property '{name}', expected {shown}")
            found[name] = str(rules[name])
        elif is_required:
            raise MapsApiError(f"{_PREFIX}Missing required property '{name}' in torque layer CartoCSS")
    return found


def _is_of_type(node: Node, kind: str) -> bool:
    if kind in ("number", "float"):
        return isinstance(node, Dimension)
    if kind == "string":
        return node.kind in ("string", "keyword", "field", "boolean")
    return str(node) in kind.split(",")


async def read_torque(account: Account, key: ApiKey, layer: Layer) -> Torque:
    """Return the layer's properties and the time span of its data. Raises MapsApiError if it is not a torque layer."""
    properties = read_properties(layer.options.get("cartocss"))
    column = properties["-torque-time-attribute"]
    query = layer.sql if isinstance(layer.sql, str) else ""
    key = choose_key(account, key, layer.as_owner)
    try:
        fields = await read_fields(account, key, query)
        if column not in fields:
            raise MapsApiError(f"{_PREFIX}Layer query did not return the requested time-attribute column '{column}'")
        is_time = fields[column] in _DATES
        ends = [f"{name}({column})" for name in ("max", "min")]
        last, first = (f"date_part('epoch', {end})" if is_time else end for end in ends)
        text = f"SELECT count(*) AS n, {last} AS last, {first} AS first FROM ({fill_tokens(query)}) AS cdbq"
        row = (await run_query(account, key, text))[0]
    except psycopg.Error as error:
        raise from_database(error, before=_PREFIX) from None
    start, end = (float(row[name] or 0) for name in ("first", "last"))
    frames, rows = to_number(properties["-torque-frame-count"]), int(row["n"])
    steps = min(frames, rows)
    step = (end - start + 1) / steps if steps else 0
    return Torque(
        frames,
        to_number(properties["-torque-resolution"]),
        column,
        properties["-torque-aggregation-function"],
        properties.get("-torque-data-aggregation") == "cumulative",
        start,
        end,
        step or 1,
        rows,
        is_time,
    )


async def read_torque_tile(
    account: Account, key: ApiKey, layer: Layer, torque: Torque, position: Position, *, margin: float = 0
) -> list[dict[str, Any]]:
    """Return the tile's cells from its lower left corner, with their counts at each step."""
    check_postgis(account, "count the cells of a torque tile")
    zoom, x, y = position
    pixel = _WORLD / PIXELS / 2**zoom
    size, shift, around = pixel * PIXELS, _WORLD / 2, pixel * margin / 2
    west, north = x * size - shift, shift - y * size
    box = (west, north, west + size, north - size)
    wide = (west - around, north + around, west + size + around, north - size - around)
    srid, column = layer.srid, layer.geometry_column
    envelope = ", ".join(map(repr, box))
    values = {"!bbox!": f"ST_MakeEnvelope({envelope}, {srid})"}
    values |= dict.fromkeys(("!pixel_width!", "!pixel_height!"), repr(pixel))
    source = fill_tokens(str(layer.sql), {**values, "!scale_denominator!": repr(pixel / _METRES_PER_SCALE)})
    moment = f"date_part('epoch', {torque.column})" if torque.is_time else torque.column
    cell, last = pixel * torque.resolution, round(size / (pixel * torque.resolution)) - 1
    edge = margin / 2 / torque.resolution
    places = [
        f"GREATEST({-edge!r}, LEAST({last + edge!r}, round((ST_{axis}(i.{column}) - ({origin!r})) / {cell!r})))"
        for axis, origin in (("X", west), ("Y", north - size))
    ]
    try:
        found = await run_query(
            account,
            choose_key(account, key, layer.as_owner),
            "SELECT xx AS x__uint8, yy AS y__uint8, array_agg(c) AS vals__uint8, array_agg(d) AS dates__uint16 FROM ("
            f"SELECT {places[0]} AS xx, {places[1]} AS yy, {torque.count_by} AS c,"
            f" floor(({moment} - ({torque.start!r})) / {torque.step!r}) AS d FROM ({source}) AS i"
            f" WHERE i.{column} && ST_MakeEnvelope({', '.join(map(repr, wide))}, {srid}) GROUP BY xx, yy, d"
            ") AS cells GROUP BY x__uint8, y__uint8",
        )
    except psycopg.Error as error:
        raise from_database(error, before=_PREFIX) from None
    return [to_json(row) for row in found]
