"""A checked SQL request, and the SQL that CARTO wraps around a query."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from carto_sandbox.http.errors import SqlApiError
from carto_sandbox.http.parameters import Parameters


@dataclass(frozen=True)
class Format:
    content_type: str
    extension: str


FORMATS = {
    "json": Format("application/json; charset=utf-8", "json"),
    "geojson": Format("application/json; charset=utf-8", "geojson"),
    "csv": Format("text/csv; charset=utf-8; header=present", "csv"),
    "kml": Format("application/kml; charset=utf-8", "kml"),
    "shp": Format("application/zip; charset=utf-8", "zip"),
    "spatialite": Format("application/x-sqlite3; charset=utf-8", "sqlite"),
    "gpkg": Format("application/x-sqlite3; charset=utf-8", "gpkg"),
    "svg": Format("image/svg+xml; charset=utf-8", "svg"),
    "topojson": Format("undefined", "topojson"),
    "arraybuffer": Format("application/octet-stream", "arraybuffer"),
}

_SELECT = re.compile(r"\s*select\s", re.I)
_INTO = re.compile(r'\sinto\s+([^\s]+|"([^"]|"")*")\s*\Z', re.I)
_WITH = re.compile(r"\s*with\s", re.I)
_LEADING_INTEGER = re.compile(r"\s*([+-]?\d+)")


@dataclass(frozen=True)
class QueryRequest:
    """The parameters of /sql after CARTO's checks."""

    original: str
    """As it came."""
    query: str
    """With paging and order."""
    format: str
    filename: str
    attachment: bool
    skipped: frozenset[str]
    decimals: str
    callback: str | None
    persist: bool

    @property
    def disposition(self) -> str:
        kind = "attachment" if self.attachment else "inline"
        name = f"{self.filename}.{FORMATS[self.format].extension}"
        now = format_datetime(datetime.now(UTC), usegmt=True)
        return f'{kind}; filename={name}; modification-date="{now}";'

    @property
    def decimals_or_default(self) -> int:
        """For geometries that PostGIS does not write."""
        return int(self.decimals) if re.fullmatch(r"-?\d+", self.decimals) else 6


def parse_query_request(parameters: Parameters) -> QueryRequest:
    """Raise SqlApiError 400 for requests that CARTO refuses before it asks the database."""
    query = parameters.get("q")
    if not isinstance(query, str):
        raise SqlApiError(400, "You must indicate a sql query")
    name = _read_format(parameters)
    if name not in FORMATS:
        raise SqlApiError(400, f"Invalid format: {name}")
    filename, callback = parameters.get("filename"), parameters.get("callback")
    return QueryRequest(
        original=query,
        query=_wrap(query, parameters),
        format=name,
        filename=_clean_filename(filename),
        attachment=bool(parameters.get("format") or filename),
        skipped=_split_fields(parameters.get("skipfields")),
        decimals=str(parameters.get("dp") or "6"),
        callback=str(callback) if callback else None,
        persist=parameters.get("cache_policy") == "persist",
    )


def _read_format(parameters: Parameters) -> str:
    given = parameters.get("format", "")
    if isinstance(given, list):
        # The last one counts, and it alone is not made lower case.
        return str(given[-1]) if given else "undefined"
    if not isinstance(given, str):
        return "undefined"
    return given.lower() or "json"


def _wrap(query: str, parameters: Parameters) -> str:
    """Ordering and paging go round SELECTs only; everything else is sent as it came."""
    query = _strip(query)
    clauses = ""
    order_by, direction = parameters.get("order_by"), parameters.get("sort_order")
    if isinstance(order_by, str) and order_by:
        clauses = f' ORDER BY "{order_by}"'
        if isinstance(direction, str) and direction.upper() in ("ASC", "DESC"):
            clauses += f" {direction.upper()}"
    rows, page = _read_integer(parameters.get("rows_per_page")), _read_integer(parameters.get("page"))
    if page is not None and rows is not None:
        clauses += f" LIMIT {rows} OFFSET {page * rows}"
    if not clauses:
        return query
    common, query = _split_common_tables(re.sub(r"--.*(\n|\Z)", " ", query))
    if _SELECT.match(query) and not _INTO.search(query):
        return f"{common}SELECT * FROM ({query}) AS cdbq_1{clauses}"
    return common + query


def _split_common_tables(query: str) -> tuple[str, str]:
    """Split a WITH query into its last statement and the text before it."""
    if not _WITH.match(query):
        return "", query
    depth, quote = 0, ""
    for at, letter in enumerate(query):
        if quote:
            # A doubled quote ends the text and begins it again, which comes to the same.
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if not depth and not query[at + 1 :].startswith(","):
                return query[: at + 1], query[at + 1 :]
    return "", query


def wrap_geojson(request: QueryRequest, *, postgis: bool) -> str:
    """The query with its geometry once more, as GeoJSON, at the end of each row."""
    shape = f"ST_AsGeoJSON(the_geom,{request.decimals})"
    if not postgis:  # the text as it is, and the decimals as the SQL that they are
        shape = f"(SELECT shape FROM (VALUES (the_geom::text,{request.decimals})) AS shown(shape, decimals))"
    return f"SELECT *, {shape} as the_geom FROM ({request.query}) as foo"


def wrap_svg(request: QueryRequest) -> str:
    """Box, dimension and SVG of each geometry, points first."""
    scale = "CASE WHEN height = 0 THEN 1024 / coalesce(nullif(width, 0), 1024)"
    scale += " WHEN width / height >= 1.3333333333333333 THEN 1024 / width ELSE 768 / height END"
    return (
        f"WITH source AS ( {request.query}), whole AS (SELECT ST_Extent(the_geom) AS box FROM source), "
        "size AS (SELECT box, -ST_XMin(box) AS left_, -ST_YMax(box) AS top_, ST_XMax(box) - ST_XMin(box) AS width, "
        "ST_YMax(box) - ST_YMin(box) AS height FROM whole), "
        f"scaled AS (SELECT box, left_, top_, {scale} AS scale_ FROM size) "
        "SELECT ST_TransScale(box, left_, top_, scale_, scale_)::box2d, ST_Dimension(the_geom) AS dimension_, "
        f"ST_AsSVG(ST_TransScale(the_geom, left_, top_, scale_, scale_), 0, {request.decimals}) "
        "FROM scaled, source ORDER BY dimension_"
    )


def wrap_for_ogr(query: str, columns: Iterable[str] = ("*",)) -> str:
    """The query as the table that ogr2ogr is given."""
    return f"SELECT {','.join(columns)} FROM ({_strip(query)}) as _cartodbsqlapi"


def _strip(query: str) -> str:
    return re.sub(r";\s*\Z", "", query)


def _read_integer(value: Any) -> int | None:
    """As parseInt reads it: the digits that a text begins with."""
    if isinstance(value, bool) or value is None:
        return None
    first = value[0] if isinstance(value, list) and value else value
    match = _LEADING_INTEGER.match(str(first))
    return int(match[1]) if match else None


def _split_fields(value: Any) -> frozenset[str]:
    texts = value if isinstance(value, list) else [value] if value else []
    return frozenset(name for text in texts for name in str(text).split(","))


def _clean_filename(filename: Any) -> str:
    if filename is None or filename == "":
        return "cartodb-query"
    base = str(filename).rstrip("/").rpartition("/")[2]
    stem = base.rpartition(".")[0] or base
    return re.sub(r"[;()\[\]<>'\"\s]", "_", stem)
