"""The queries by which CARTO's renderer reads a layer: their errors quote them, and clients see that."""

import re

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.styles import LayerStyle
from carto_sandbox.maps_api.configs import Layer
from carto_sandbox.maps_api.errors import MapsApiError, from_database
from carto_sandbox.maps_api.javascript import show
from carto_sandbox.maps_api.queries import fill_tokens, run_query

_FIELD = re.compile(r"\[([^\]\[:]+)\]")
# The corner of the world that is drawn to try a map: its tolerance in metres, decimals, and the edge of its box.
_TILE = ("1e-05", 5, "20037508.25881302")
_GRID = ("0.001", 3, "20037508.29613578")
_MOST = 65535


async def check_source(account: Account, key: ApiKey, layer: Layer) -> None:
    """Check that the layer's projection is known and its query works."""
    where = f"  encountered during parsing of layer '{layer.id}' in Layer"
    if not re.fullmatch(r"\d+", show(layer.srid), re.A):
        raise MapsApiError(f"failed to initialize projection with: '+init=epsg:{show(layer.srid)}'{where}")
    await _try(account, key, f"SELECT * FROM ({_strip(layer)}) as cdbq LIMIT 0", where)


async def check_geometries(account: Account, key: ApiKey, layer: Layer, style: LayerStyle, *, grid: bool) -> None:
    """Check that the query has the geometry, and the columns that the style and a grid read."""
    names = sorted({*_FIELD.findall(style.xml), *(layer.columns if grid else ())})
    column, columns = f'"{layer.geometry_column}"', "".join(f',"{name}"' for name in names)
    source = f"({_strip(layer)}) as cdbq"
    if layer.options.get("geom_type") == "raster" or not account.has_postgis:
        await _try(account, key, f"SELECT {column}{columns} FROM {source} LIMIT 0", "\n")
        return
    tolerance, digits, edge = _GRID if grid else _TILE
    shape = f"ST_AsTWKB(ST_Simplify(ST_RemoveRepeatedPoints({column},{tolerance}),{tolerance},true),{digits})"
    box = f"ST_MakeEnvelope(-20037508.3,{edge},-{edge},20037508.3,3857)"
    query = f"SELECT {shape} AS geom{columns} FROM {source} WHERE {column} && {box} LIMIT {_MOST}"
    await _try(account, key, query, "\n")


def _strip(layer: Layer) -> str:
    return fill_tokens(re.sub(r";\s*$", "", str(layer.sql)))


async def _try(account: Account, key: ApiKey, query: str, after: str) -> None:
    try:
        await run_query(account, key, query)
    except psycopg.errors.QueryCanceled as error:
        raise from_database(error) from None
    except psycopg.Error as error:
        # As PostgreSQL's own client library writes it.
        shown = f"ERROR:  {str(error).rstrip()}"
        after = after if after == "\n" else f"\n{after}"
        raise MapsApiError(f"Postgis Plugin: {shown}\nin executeQuery Full sql was: '{query}'{after}") from None
