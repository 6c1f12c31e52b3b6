"""The features that an aggregated point stands for."""

import json
from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg.rows import dict_row
from starlette.requests import Request
from starlette.responses import Response

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.configs import Layer, MapConfig
from carto_sandbox.maps_api.creation.aggregation import is_aggregated
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps, from_database
from carto_sandbox.maps_api.javascript import UNDEFINED, is_true, read, show, to_number
from carto_sandbox.maps_api.layergroups import open_layergroup, set_cache_headers
from carto_sandbox.maps_api.queries import WORLD_SIZE, check_postgis, read_columns, strip_query, to_json
from carto_sandbox.maps_api.vector_tiles import PIXELS

_GEOMETRIES = ("the_geom", "the_geom_webmercator")
_MOST_ZOOM = 38


async def read_cluster(request: Request) -> Response:
    opened = await open_layergroup(request)
    parsed, wanted = opened.group.map, request.path_params["layer"]
    layers = {str(layer.index): layer for layer in parsed.layers}
    layer = layers.get(wanted)
    if layer is None:
        read(UNDEFINED, "type")
    assert layer is not None
    asked = _check(parsed, layer, wanted, opened.group.md5, request.query_params.get("aggregation"))
    check_postgis(opened.account, "find clusters", "layer")
    query = layer.options.get("sql_raw")
    if not isinstance(query, str):
        raise MapsApiError('syntax error at or near ")"', 400)
    if ";" in request.path_params["cluster_id"]:
        raise MapsApiError('syntax error at or near ";"')
    key = opened.key
    names = [name for name in await read_columns(opened.account, key, query) if name not in _GEOMETRIES]
    zoom = min(_MOST_ZOOM, int(to_number(request.path_params["z"]) or 0))
    text = _write_query(layer, strip_query(query), names, zoom, request.path_params["cluster_id"])
    rows, fields = await _run(opened.account, key, _group(text, asked) if asked is not None else text)
    set_cache_headers(request, opened.account, opened.group)
    return answer_maps(request, {"rows": rows, "fields": fields})


def _check(parsed: MapConfig, layer: Layer, index: str, token: str, text: str | None) -> Any:
    """Return the requested aggregation of the features, None without one."""
    try:
        if not is_aggregated(parsed, layer):
            raise MapsApiError(f"Map {token} has no aggregation defined for layer {index}", 400)
        if text is None:
            return None
        try:
            asked = json.loads(text)
        except (ValueError, RecursionError):
            raise MapsApiError("Invalid aggregation input, should be a a valid JSON", 400) from None
        _check_aggregation(asked)
    except MapsApiError as error:
        error.kind, error.subtype, error.given_status = "layer", "aggregation", 400
        kind = parsed.config["layers"][layer.index].get("type")
        error.context["layer"] = {"index": index, **({"type": kind} if kind else {})}
        raise
    return asked


def _check_aggregation(asked: Any) -> None:
    columns, expressions = read(asked, "columns"), read(asked, "expressions")
    if not isinstance(columns, list) or not columns:
        text = "Invalid aggregation input, columns should be and array of column names"
        raise MapsApiError(text, 400)
    if expressions is UNDEFINED:
        return
    if not isinstance(expressions, dict):
        text = "Invalid aggregation input, expressions should be and object with valid functions"
        raise MapsApiError(text, 400)
    for expression in expressions.values():
        if not isinstance(read(expression, "aggregated_column"), str):
            raise MapsApiError("Invalid aggregation input, aggregated column should be an string", 400)
        if not isinstance(read(expression, "aggregate_function"), str):
            raise MapsApiError("Invalid aggregation input, aggregate function should be an string", 400)


def _write_query(layer: Layer, query: str, names: Sequence[str], zoom: int, cluster: str) -> str:
    aggregation = layer.options.get("aggregation")
    resolution: Any = aggregation.get("resolution") if isinstance(aggregation, dict) else None
    cell = float(resolution if is_true(resolution) else 1) * WORLD_SIZE / PIXELS / 2**zoom
    corners = ", ".join(
        f"floor(ST_{axis}(c.the_geom_webmercator) / {cell!r} + {more}) * {cell!r}" for more in (0, 1) for axis in "XY"
    )
    return (
        f"WITH cell AS (SELECT ST_MakeEnvelope({corners}, 3857) AS box FROM ({query}) AS c"
        f" WHERE c.cartodb_id = {cluster})"
        f" SELECT {', '.join(names)} FROM (SELECT q.* FROM cell, ({query}) AS q"
        " WHERE ST_Intersects(q.the_geom_webmercator, cell.box)) AS found"
    )


def _group(query: str, asked: dict[str, Any]) -> str:
    columns = [show(name) for name in asked["columns"]]
    expressions = [
        f"{expression['aggregate_function']}({expression['aggregated_column']}) AS {name}"
        for name, expression in (asked.get("expressions") or {}).items()
    ]
    listed = ", ".join(["count(1) AS _cdb_feature_count", *columns, *expressions])
    return f"SELECT {listed} FROM ({query}) AS grouped GROUP BY {', '.join(columns)}"


async def _run(account: Account, key: ApiKey, query: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows, and columns as node's client describes them."""
    try:
        async with account.connect(key) as connection, connection.transaction():
            await connection.execute("SET TRANSACTION READ ONLY")
            async with connection.cursor(row_factory=dict_row) as cursor:
                await cursor.execute(query.encode("utf-8", "replace"))
                rows = [to_json(row) for row in await cursor.fetchall()]
                result = cursor.pgresult
    except psycopg.Error as error:
        raise from_database(error) from None
    assert result is not None
    fields = [
        {
            "name": (result.fname(number) or b"").decode(),
            "tableID": result.ftable(number),
            "columnID": result.ftablecol(number),
            "dataTypeID": result.ftype(number),
            "dataTypeSize": result.fsize(number),
            "dataTypeModifier": result.fmod(number),
            "format": "text",
        }
        for number in range(result.nfields)
    ]
    return rows, fields
