"""Checks that a map can be drawn. The real server draws a distant tile of each layer for this."""

from collections.abc import Sequence
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.styles import CompiledStyles, compile_styles
from carto_sandbox.maps_api.configs import MAPNIK, TORQUE, Layer, MapConfig
from carto_sandbox.maps_api.creation.renderer_queries import check_geometries, check_source
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.javascript import UNDEFINED, is_true, name_type, read, show
from carto_sandbox.maps_api.queries import as_table, choose_key, quote_identifier, run_query
from carto_sandbox.maps_api.torque import read_torque, read_torque_tile
from carto_sandbox.maps_api.vector_tiles import draw_vector_tile

_MIXED = (
    "The `mapnik` or `cartodb` layers must be consistent: `cartocss` option is either present or voided in all layers."
    " Mixing is not allowed."
)
_FAR = (30, 0, 0)
_COLUMN_TYPES = ("geometry", "raster")


async def validate_map(account: Account, key: ApiKey, parsed: MapConfig) -> None:
    """MapsApiError with the layer that is to blame, where one is."""
    if parsed.is_vector_only:
        if account.has_postgis:
            await draw_vector_tile(account, key, parsed, parsed.layers, _FAR, single=False)
        else:
            await _check_sources(account, key, parsed.layers)
        return
    if any(layer.is_vector for layer in parsed.layers):
        raise MapsApiError(_MIXED, 400, "mapconfig")
    drawn = [layer for layer in parsed.layers if layer.type == MAPNIK]
    if drawn:
        try:
            await check_raster(account, key, drawn)
        except MapsApiError as error:
            for layer in drawn:
                await _blame(account, key, layer)
            raise error from None
    for layer in parsed.layers:
        await _validate_layer(account, key, layer)


async def _check_sources(account: Account, key: ApiKey, layers: Sequence[Layer]) -> None:
    """Without PostGIS, no tiles exist, but queries can still be wrong."""
    for layer in layers:
        try:
            await run_query(
                account, choose_key(account, key, layer.as_owner), f"SELECT * FROM {as_table(layer.sql)} AS q"
            )
        except psycopg.Error as error:
            raise from_database(error, before="PgMvtFactory: ") from None


async def _blame(account: Account, key: ApiKey, layer: Layer) -> None:
    try:
        await check_raster(account, key, [layer])
    except MapsApiError as error:
        if error.message.startswith("style0: CartoCSS is empty"):
            error.message = f"style{layer.index}: CartoCSS is empty"
        raise error.in_layer(layer.label) from None


async def check_raster(account: Account, key: ApiKey, layers: Sequence[Layer], *, grid: bool = False) -> CompiledStyles:
    """The styles of layers that can be drawn together."""
    for layer in layers:
        _check_options(layer)
    interactivity = layers[0].options.get("interactivity") if len(layers) == 1 else None
    if is_true(interactivity) and not isinstance(interactivity, str | list):
        raise MapsApiError(f"Invalid interactivity value type for layer 0: {name_type(interactivity)}")
    for number, layer in enumerate(layers):
        kind = layer.options.get("geom_type")
        if is_true(kind) and kind not in _COLUMN_TYPES:
            raise MapsApiError(f"Unsupported geometry column type for layer {number}: {show(kind)}")
    try:
        styles = compile_styles(layers)
    except CartoCssError as error:
        raise MapsApiError(str(error)) from None
    for layer in layers:
        await check_source(account, choose_key(account, key, layer.as_owner), layer)
    for layer, style in zip(layers, styles.layers, strict=True):
        role = choose_key(account, key, layer.as_owner)
        await check_geometries(account, role, layer, style, grid=grid)
    return styles


def _check_options(layer: Layer) -> None:
    options = layer.options
    for name in ("cartocss", "cartocss_version", "sql"):
        if name not in options:
            raise MapsApiError(f"Missing {name} for layer {layer.index} options")
    if options.get("geom_type") == "raster" and "interactivity" in options:
        raise MapsApiError("Mapnik raster layers do not support interactivity")
    if not isinstance(options["sql"], str):
        read(options["sql"], "replace")
        raise MapsApiError("userSql.replace is not a function")


async def _validate_layer(account: Account, key: ApiKey, layer: Layer) -> None:
    try:
        if layer.type == MAPNIK and is_true(layer.options.get("interactivity")):
            await check_raster(account, key, [layer], grid=True)
        elif layer.type == TORQUE:
            torque = await read_torque(account, key, layer)
            if account.has_postgis:
                await read_torque_tile(account, key, layer, torque, _FAR)
    except MapsApiError as error:
        raise error.in_layer(layer.label) from None
    attributes = layer.options.get("attributes")
    if is_true(attributes) and not is_true(layer.options.get("sql_raw")):
        await _check_attributes(account, key, layer, attributes)


async def _check_attributes(account: Account, key: ApiKey, layer: Layer, attributes: Any) -> None:
    columns = read(attributes, "columns")
    if not isinstance(columns, list):
        read(columns, "map")
        raise MapsApiError("attributes.columns.map is not a function")
    names = [*columns, read(attributes, "id")]
    for name in names:
        if name is None or name is UNDEFINED:
            read(name, "length")
    quoted = ",".join(quote_identifier(show(name)) for name in columns)
    text = f"SELECT {quoted},{quote_identifier(show(names[-1]))} FROM {as_table(str(layer.sql))} AS q LIMIT 1"
    try:
        await run_query(account, choose_key(account, key, layer.as_owner), text)
    except psycopg.Error as error:
        raise from_database(error).in_layer(layer.label) from None
