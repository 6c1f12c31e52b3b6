"""Columns of a query: PostgreSQL's types to Arrow's, and what to ask for so that no value loses anything."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, TypeAlias

import pyarrow as pa

from carto_ext._frames.names import quote
from carto_ext.errors import InvalidArgumentError
from carto_ext.frames import FrameError, ReadOptions

Kind: TypeAlias = Literal["plain", "time", "decimal", "bytes", "geometry", "array"]

# Keys of a field's metadata: Arrow's for extension types, and ours for PostgreSQL's type, where Arrow has none of it.
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
# Read as text, and written back as what they are. Others may be of the user's making, and are text for ever.
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
    """One column: `alias` is its name in SQL, `name` in the frame. `read_type` is what the CSV is parsed as."""

    name: str
    alias: str
    kind: Kind
    type: pa.DataType
    postgres: str
    srid: int | None = None  # of geometries; None if the column does not say
    is_mixed: bool = False  # each value brings its SRID
    is_geography: bool = False
    depth: int = 1  # of arrays
    crs: Mapping[str, str] | None = None

    @property
    def read_type(self) -> pa.DataType:
        return self.type if self.kind in ("plain", "time") else pa.string()

    @property
    def expression(self) -> str:
        """The expression for COPY; most types as PostgreSQL writes them, which costs it least."""
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
            # How many bits a column has it does not say.
            known = "varbit" if base == "bit" else base
            metadata[POSTGRES_TYPE] = (known + "[]" * (self.postgres != base)).encode()
        return pa.field(self.name, self.type, metadata=metadata or None)


@dataclass(frozen=True)
class Description:
    """A query, the names by which its columns are called in order, and those columns that are wanted. Picklable."""

    query: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]

    def where(self, condition: str) -> Self:
        """Some of the rows of a table: of a query, ctid would not be known."""
        return replace(self, query=f"{self.query} WHERE {condition}")


def column_of(name: str, alias: str, field: Mapping[str, Any], written: str, options: ReadOptions) -> Column:
    """By the API's description of a column, and PostgreSQL's own word for its type."""
    spoken = written.rpartition(".")[2].strip('"')
    # The API knows not all of PostgreSQL's types.
    postgres = str(field.get("pgtype") or ("" if spoken.endswith("[]") else spoken)).lower()
    if spoken in ("geometry", "geography"):
        # -1 stands for a column that says nothing.
        srid = max(int(field.get("srid") or 0), 0) or None
        spherical = spoken == "geography"
        # A geography is in longitude and latitude unless its column says something else.
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
        return "decimal", pa.null()  # until `sized` knows how wide
    if isinstance(wanted, pa.DataType) and pa.types.is_decimal(wanted):
        return "decimal", wanted
    raise InvalidArgumentError(f'numeric is {wanted!r}: give "float", "decimal", "text" or an Arrow decimal type')


def _element(postgres: str, options: ReadOptions) -> pa.DataType | None:
    """The type of an array's elements; None where its values are not separated by commas, or are of unknown types."""
    if (
        postgres in _PLAIN
        or postgres in _TIMES
        or postgres in ("bytea", "numeric", "json", "jsonb", "varbit", "interval")
    ):
        made = _scalar(postgres, options)[1]
        return pa.string() if made == pa.null() else made  # nobody looked at the elements of arrays
    return None


def check_options(options: Mapping[str, Any]) -> None:
    """Raises InvalidArgumentError for a word that is none of an option's."""
    if (rule := options.get("odd_times", "null")) not in ("null", "error", "text"):
        raise InvalidArgumentError(f'odd_times is {rule!r}: give "null", "error" or "text"')
    if unknown := set(options) - set(ReadOptions.__annotations__):
        raise TypeError(f"unexpected keyword arguments: {', '.join(sorted(unknown))}")
    _numeric(ReadOptions(numeric=options.get("numeric", "float")))


def probes(columns: Iterable[Column]) -> dict[str, tuple[str, bool]]:
    """Questions about the values, by alias: an expression, and whether it goes over all of them."""
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
    """The column with what was learnt of its values."""
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
        return replace(column, kind="plain", type=pa.string())  # no list is like it
    made = column.type
    for _ in range((most or 1) - 1):
        made = pa.list_(made)
    return replace(column, type=made, depth=most or 1)


def _decimal(column: Column, answer: Sequence[int | None]) -> pa.DataType:
    whole, scale = (int(one or 0) for one in answer)
    precision = max(whole + scale, 1)
    if precision > _WIDEST_DECIMAL:
        raise FrameError(
            f"column {column.name!r} has numbers of {precision} digits, and an Arrow decimal holds {_WIDEST_DECIMAL}: "
            'read it with numeric="text"'
        )
    return pa.decimal128(precision, scale) if precision <= 38 else pa.decimal256(precision, scale)
