"""Columns of a query: Arrow types for PostgreSQL types, and expressions that lose no precision."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, TypeAlias

import pyarrow as pa

from carto_ext._frames.names import quote
from carto_ext.errors import InvalidArgumentError
from carto_ext.frames import FrameError, ReadOptions

Kind: TypeAlias = Literal["plain", "time", "decimal", "bytes", "geometry", "array"]

# Keys of a field's metadata: Arrow's for extension types, and ours for PostgreSQL types that Arrow does not have.
EXTENSION = b"ARROW:extension:name"
EXTENSION_METADATA = b"ARROW:extension:metadata"
POSTGRES_TYPE = b"carto:type"
WKB = b"geoarrow.wkb"

UTC = pa.timestamp("us", tz="UTC")
_PLAIN = {
    "bool": pa.bool_(),
    "int2": pa.int16(),
    "int4": pa.int32(),
    "int8": pa.int64(),
    "oid": pa.uint32(),
    "float4": pa.float32(),
    "float8": pa.float64(),
    "text": pa.string(),
    "varchar": pa.string(),
    "name": pa.string(),
    "bpchar": pa.string(),
    "uuid": pa.string(),
}
_TIMES = {"date": pa.date32(), "time": pa.time64("us"), "timestamp": pa.timestamp("us"), "timestamptz": UTC}
# Types that are read as text and written back with their own type. Others can be user-defined, and stay text.
_BUILT_IN = frozenset(
    [
        "uuid",
        "json",
        "jsonb",
        "xml",
        "interval",
        "numeric",
        "inet",
        "cidr",
        "macaddr",
        "macaddr8",
        "money",
        "bit",
        "varbit",
        "tsvector",
        "tsquery",
        "jsonpath",
        "pg_lsn",
        "point",
        "line",
        "lseg",
        "box",
        "path",
        "polygon",
        "circle",
        "timetz",
        "int4range",
        "int8range",
        "numrange",
        "tsrange",
        "tstzrange",
        "daterange",
        "int4multirange",
        "int8multirange",
        "nummultirange",
        "tsmultirange",
        "tstzmultirange",
        "datemultirange",
        "date",
        "time",
        "timestamp",
        "timestamptz",
        "bpchar",
        "oid",
        "hstore",
        "citext",
        "ltree",
        "txid_snapshot",
        "xid",
        "xid8",
        "cid",
        "tid",
        "name",
        "regclass",
        "regtype",
    ]
)
_WIDEST_DECIMAL = 76


@dataclass(frozen=True)
class Column:
    """One column: `alias` is its name in SQL, `name` in the frame. `read_type` is the type for parsing the CSV."""

    name: str
    alias: str
    kind: Kind
    type: pa.DataType
    postgres: str
    srid: int | None = None  # of geometries; None if the column has none
    is_mixed: bool = False  # each value brings its SRID
    is_geography: bool = False
    depth: int = 1  # of arrays
    crs: Mapping[str, str] | None = None

    @property
    def read_type(self) -> pa.DataType:
        return self.type if self.kind in ("plain", "time") else pa.string()

    @property
    def expression(self) -> str:
        """The expression for COPY. Most types stay as PostgreSQL writes them, which is cheapest for it."""
        column = quote(self.alias)
        if self.kind == "bytes":
            return f"encode({column}, 'hex')"
        if self.kind != "geometry":
            return column
        shape = f"encode(ST_AsBinary({column}, 'NDR'), 'hex')"
        return f"lpad(to_hex(ST_SRID({column})), 8, '0') || {shape}" if self.is_mixed else shape

    @property
    def field(self) -> pa.Field:
        metadata: dict[bytes, bytes] = {}
        if self.kind == "geometry":
            told = {**(self.crs or {}), **({"edges": "spherical"} if self.is_geography else {})}
            metadata = {EXTENSION: WKB, EXTENSION_METADATA: json.dumps(told).encode()}
        base = self.postgres.removeprefix("_")
        if base in _BUILT_IN and not (base in _TIMES and self.kind in ("time", "array")):
            # The API does not say how many bits a column has.
            known = "varbit" if base == "bit" else base
            metadata[POSTGRES_TYPE] = (known + "[]" * (self.postgres != base)).encode()
        return pa.field(self.name, self.type, metadata=metadata or None)


@dataclass(frozen=True)
class Description:
    """A query, the names of its columns in order, and the columns to read. Picklable."""

    query: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]

    def where(self, condition: str) -> Self:
        """Return a description of some rows of a table. It works for tables only: a query has no ctid."""
        return replace(self, query=f"{self.query} WHERE {condition}")


def column_of(name: str, alias: str, field: Mapping[str, Any], written: str, options: ReadOptions) -> Column:
    """Make a column from the API's description of it and PostgreSQL's own name of its type."""
    spoken = written.rpartition(".")[2].strip('"')
    # The API does not know all PostgreSQL types.
    postgres = str(field.get("pgtype") or ("" if spoken.endswith("[]") else spoken)).lower()
    if spoken in ("geometry", "geography"):
        # -1 stands for a column without an SRID.
        srid = max(int(field.get("srid") or 0), 0) or None
        spherical = spoken == "geography"
        # A geography is in longitude and latitude unless its column says otherwise.
        srid = srid or (4326 if spherical else None)
        return Column(name, alias, "geometry", pa.binary(), spoken, srid, srid is None, spherical)
    kind, made = _scalar(postgres, options)
    if kind == "plain" and postgres.startswith("_") and (element := _element(postgres[1:], options)) is not None:
        kind, made = "array", pa.list_(element)
    return Column(name, alias, kind, made, postgres)


def _scalar(postgres: str, options: ReadOptions) -> tuple[Kind, pa.DataType]:
    if postgres in _TIMES:
        as_text = options.get("odd_times") == "text"
        return ("plain", pa.string()) if as_text else ("time", _TIMES[postgres])
    if postgres == "bytea":
        return "bytes", pa.binary()
    if postgres == "numeric":
        return _numeric(options)
    return "plain", _PLAIN.get(postgres, pa.string())


def _numeric(options: ReadOptions) -> tuple[Kind, pa.DataType]:
    wanted = options.get("numeric", "float")
    if wanted == "float":
        return "plain", pa.float64()
    if wanted == "text":
        return "plain", pa.string()
    if wanted == "decimal":
        return "decimal", pa.null()  # until `probed` knows the width
    if isinstance(wanted, pa.DataType) and pa.types.is_decimal(wanted):
        return "decimal", wanted
    raise InvalidArgumentError(f'numeric is {wanted!r}: give "float", "decimal", "text" or an Arrow decimal type')


def _element(postgres: str, options: ReadOptions) -> pa.DataType | None:
    """Return the type of an array's elements; None for unknown types, and for those not separated by commas."""
    if (
        postgres in _PLAIN
        or postgres in _TIMES
        or postgres in ("bytea", "numeric", "json", "jsonb", "varbit", "interval")
    ):
        made = _scalar(postgres, options)[1]
        return pa.string() if made == pa.null() else made  # the size of array elements is not probed
    return None


def check_options(options: Mapping[str, Any]) -> None:
    """Raise InvalidArgumentError for an invalid value of an option."""
    if (rule := options.get("odd_times", "null")) not in ("null", "error", "text"):
        raise InvalidArgumentError(f'odd_times is {rule!r}: give "null", "error" or "text"')
    if unknown := set(options) - set(ReadOptions.__annotations__):
        raise TypeError(f"unexpected keyword arguments: {', '.join(sorted(unknown))}")
    _numeric(ReadOptions(numeric=options.get("numeric", "float")))


def probes(columns: Iterable[Column]) -> dict[str, tuple[str, bool]]:
    """Return queries about the values, by alias: an expression, and True if it needs all rows."""
    asked: dict[str, tuple[str, bool]] = {}
    for column in columns:
        name = quote(column.alias)
        if column.is_mixed:
            asked[column.alias] = (f"ST_SRID({name})", False)
        elif column.kind == "array":
            starts = " OR ".join(f"array_lower({name}, {place}) <> 1" for place in range(1, 7))
            dimensions = f"min(array_ndims({name})), max(array_ndims({name})), bool_or({starts})::int"
            asked[column.alias] = (f"ARRAY[{dimensions}]", True)
        elif column.type == pa.null():
            digits = f"max(length(trunc(abs(nullif(nullif({name}::text, 'NaN'), 'Infinity')::numeric))::text))"
            asked[column.alias] = (f"ARRAY[{digits}, max(scale({name}))]", True)
    return asked


def probed(column: Column, answer: Any) -> Column:
    """Return the column with the facts that `probes` found out about its values."""
    if column.is_mixed:
        return replace(column, srid=int(answer or 0))
    if column.kind == "array":
        return _with_depth(column, answer)
    if column.type == pa.null():
        return replace(column, type=_decimal(column, answer))
    return column


def _with_depth(column: Column, answer: Sequence[int | None]) -> Column:
    least, most, shifted = answer
    if shifted or least != most:
        return replace(column, kind="plain", type=pa.string())  # Arrow lists cannot hold such arrays
    made = column.type
    for _ in range((most or 1) - 1):
        made = pa.list_(made)
    return replace(column, type=made, depth=most or 1)


def _decimal(column: Column, answer: Sequence[int | None]) -> pa.DataType:
    whole, scale = (int(one or 0) for one in answer)
    precision = max(whole + scale, 1)
    if precision > _WIDEST_DECIMAL:
        raise FrameError(
            f"column {column.name!r} has numbers of {precision} digits, but an Arrow decimal holds {_WIDEST_DECIMAL}: "
            'read it with numeric="text"'
        )
    return pa.decimal128(precision, scale) if precision <= 38 else pa.decimal256(precision, scale)
