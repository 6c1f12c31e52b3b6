"""What an SQL request asks for, checked; and the texts CARTO wraps round a query."""

import math
import re
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
SERVED = frozenset({"json", "geojson", "csv"})

_FIVE_MINUTES = 300
_YEAR = 31536000
_WRITES = re.compile(r"\b(alter|insert|update|delete|create|drop|reindex|truncate|refresh)\b", re.I)
_READS_TABLE = re.compile(r"\b(from|join)\s+[\w\".]+(?!\s*\()\b", re.I)
_SYSTEM_TABLE = re.compile(r"\b(from|join)\s+(\"?pg_catalog\"?\s*\.\s*)?\"?pg_\w+\b(?!\s*\()", re.I)
_SELECT = re.compile(r"\s*(select|with)\b", re.I)


@dataclass(frozen=True)
class QueryRequest:
    """The parameters of /sql after CARTO's checks."""

    query: str
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
    def cache_control(self) -> str:
        if self.persist:
            return f"public,max-age={_YEAR}"
        if _WRITES.search(self.query):
            seconds = 0
        elif _READS_TABLE.search(self.query):
            seconds = _FIVE_MINUTES - int(datetime.now(UTC).timestamp()) % _FIVE_MINUTES
        else:
            seconds = _YEAR
        return f"no-cache,max-age={seconds},must-revalidate,public"

    @property
    def reads_system_tables(self) -> bool:
        return _SYSTEM_TABLE.search(self.query) is not None


def parse_query_request(parameters: Parameters) -> QueryRequest:
    """Raises SqlApiError 400 for what CARTO refuses before it asks the database."""
    query = parameters.get("q")
    if not isinstance(query, str):
        raise SqlApiError(400, "You must indicate a sql query")
    given_format = parameters.get("format", "")
    if isinstance(given_format, list):
        given_format = given_format[-1] if given_format else ""
    name = "undefined" if given_format is None else str(given_format)
    if name and name.lower() not in FORMATS:
        raise SqlApiError(400, f"Invalid format: {name}")
    filename = str(parameters.get("filename") or "")
    callback = parameters.get("callback")
    return QueryRequest(
        query=_wrap(query, parameters),
        format=name.lower() or "json",
        filename=_clean_filename(filename) or "cartodb-query",
        attachment=bool(name or filename),
        skipped=_split_fields(parameters.get("skipfields")),
        decimals=str(parameters.get("dp") or 6),
        callback=str(callback) if callback else None,
        persist=parameters.get("cache_policy") == "persist",
    )


def _wrap(query: str, parameters: Parameters) -> str:
    """Ordering and paging go round SELECTs only; everything else is sent as it came."""
    if not _SELECT.match(query):
        return query
    order_by = parameters.get("order_by")
    if order_by:
        direction = str(parameters.get("sort_order") or "").upper()
        column = str(order_by).replace('"', '""')
        order = f'"{column}" {direction}' if direction in ("ASC", "DESC") else f'"{column}"'
        query = f"SELECT * FROM ({_strip(query)}) AS cdbq_1 ORDER BY {order}"
    rows, page = _read_number(parameters.get("rows_per_page")), _read_number(parameters.get("page"))
    if rows is not None and page is not None:
        query = f"SELECT * FROM ({_strip(query)}) AS cdbq_2 LIMIT {rows} OFFSET {rows * page}"
    return query


def wrap_subselect(query: str, columns: str = "*") -> str:
    """The query as a table, which is what every format but json makes of it: so only SELECTs work there."""
    return f"SELECT {columns} FROM ({_strip(query)}) AS cdbq"


def _strip(query: str) -> str:
    return re.sub(r"[;\s]+$", "", query)


def _read_number(value: Any) -> int | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if math.isfinite(number) else None


def _split_fields(value: Any) -> frozenset[str]:
    texts = value if isinstance(value, list) else [value] if value else []
    return frozenset(name for text in texts for name in str(text).split(","))


def _clean_filename(filename: str) -> str:
    base = filename.rpartition("/")[2]
    stem = base.rpartition(".")[0] or base
    return re.sub(r"[;()\[\]<>'\"\s]", "_", stem)
