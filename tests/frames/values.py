"""Values of every type that PostgreSQL and PostGIS have here, as SQL that makes them."""

import json
from typing import Any

from hypothesis import strategies as st

Sql = st.SearchStrategy[str]


def quoted(text: str, kind: str) -> str:
    return "'" + text.replace("'", "''") + f"'::{kind}"


def texts(kind: str, strategy: st.SearchStrategy[Any]) -> Sql:
    return strategy.map(lambda value: quoted(str(value), kind))


CHARACTERS = st.characters(exclude_characters="\0", exclude_categories=("Cs",))
TEXT = st.one_of(
    st.text(CHARACTERS, max_size=12),
    st.sampled_from(["", "NULL", "\\N", "\\.", '"', '""', "a\r\nb", "\n", "\r", ",", "{}", "nan", "\ufeff", " a "]),
)
DAYS = st.integers(-2_440_588, 200_000_000) | st.integers(-800_000, 3_000_000) | st.integers(-1000, 1000)
MICROSECONDS = st.integers(-(2**57), 2**62) | st.integers(-(10**15), 10**15) | st.integers(-10, 10)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(-1e300, 1e300)
    | st.text(CHARACTERS, max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(CHARACTERS, max_size=4), inner, max_size=3),
    max_leaves=6,
).map(lambda value: json.dumps(value).replace("\\u0000", ""))
DECIMALS = st.decimals(-(10**20), 10**20, allow_nan=False, places=6).map(lambda value: f"{value:f}")
WIDE = st.integers(-(10**60), 10**60).map(str)


def integers(kind: str, bits: int) -> Sql:
    return st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1).map(lambda value: quoted(str(value), kind))


def floats(kind: str, width: int) -> Sql:
    return st.floats(width=width).map(lambda value: quoted(repr(value), kind))


def spans(kind: str, base: str, unit: str, numbers: st.SearchStrategy[int]) -> Sql:
    return numbers.map(lambda number: f"({base} + {number} * {unit})::{kind}")


DATES = DAYS.map(lambda days: f"(date '1970-01-01' + ({days}))")
# pandas shows no others.
MODERN_DATES = st.integers(-719_162, 2_932_896).map(lambda days: f"(date '1970-01-01' + ({days}))")
TIMESTAMPS = spans("timestamp", "timestamp '2000-01-01'", "interval '1 microsecond'", MICROSECONDS)
TIMESTAMPTZ = spans("timestamptz", "timestamptz '2000-01-01+00'", "interval '1 microsecond'", MICROSECONDS)
TIMES = st.integers(0, 86_399_999_999).map(lambda value: f"(time '00:00' + {value} * interval '1 microsecond')")
INTERVALS = st.tuples(*[st.integers(-(10**4), 10**4)] * 3, st.integers(-(10**12), 10**12)).map(
    lambda one: f"(make_interval({one[0]}, {one[1]}, 0, {one[2]}) + {one[3]} * interval '1 microsecond')"
)
BYTEA = st.binary(max_size=20).map(lambda value: f"'\\x{value.hex()}'::bytea")

SCALARS: dict[str, Sql] = {
    "int2": integers("int2", 16),
    "int4": integers("int4", 32),
    "int8": integers("int8", 64),
    "oid": st.integers(0, 2**32 - 1).map(lambda value: quoted(str(value), "oid")),
    "float4": floats("float4", 32),
    "float8": floats("float8", 64),
    "bool": st.booleans().map(lambda value: quoted(str(value), "bool")),
    "text": texts("text", TEXT),
    "varchar(40)": texts("varchar(40)", TEXT),
    "char(15)": texts("char(15)", TEXT.map(lambda text: text[:15])),
    "name": texts("name", st.text(CHARACTERS, max_size=10)),
    "uuid": texts("uuid", st.uuids()),
    "date": DATES,
    "timestamp": TIMESTAMPS,
    "timestamptz": TIMESTAMPTZ,
    "time": TIMES,
    "bytea": BYTEA,
}
NUMERICS: dict[str, Sql] = {
    "numeric": texts("numeric", DECIMALS | WIDE | st.just("0.000") | st.just("1.50")),
    "numeric(12,2)": texts("numeric(12,2)", st.decimals(-(10**9), 10**9, places=2, allow_nan=False)),
}
# Arrow has no types for these: they are text in a frame.
AS_TEXT: dict[str, Sql] = {
    "interval": INTERVALS,
    "timetz": st.tuples(TIMES, st.integers(-15, 15)).map(lambda one: quoted("12:30:01.5+" + "00", "timetz")),
    "json": texts("json", JSON),
    "jsonb": texts("jsonb", JSON),
    "xml": st.sampled_from(["<a/>", "<a b='1'>é</a>"]).map(lambda text: quoted(text, "xml")),
    "inet": texts("inet", st.ip_addresses()),
    "cidr": texts("cidr", st.ip_addresses()),
    "macaddr": st.binary(min_size=6, max_size=6).map(lambda raw: quoted(raw.hex(), "macaddr")),
    "macaddr8": st.binary(min_size=8, max_size=8).map(lambda raw: quoted(raw.hex(), "macaddr8")),
    "money": texts("money", st.integers(-(10**9), 10**9)),
    "bit(7)": st.integers(0, 127).map(lambda value: f"B'{value:07b}'"),
    "varbit": st.integers(0, 2**20).map(lambda value: f"B'{value:b}'::varbit"),
    "tsvector": texts("tsvector", st.sampled_from(["a:1 b:2", "", "'x y':3A"])),
    "tsquery": texts("tsquery", st.sampled_from(["a & b", "a | !b"])),
    "jsonpath": texts("jsonpath", st.sampled_from(["$.a", "$[*] ? (@ > 1)"])),
    "pg_lsn": texts("pg_lsn", st.sampled_from(["0/0", "16/B374D848"])),
    "int4range": texts("int4range", st.sampled_from(["empty", "[1,5)", "(,3)", "[2,)"])),
    "numrange": texts("numrange", st.sampled_from(["empty", "[1.5,2.50]", "(,)"])),
    "tstzrange": texts("tstzrange", st.sampled_from(["empty", "[2020-01-01,2021-01-01)", "[,infinity)"])),
    "daterange": texts("daterange", st.sampled_from(["[2020-01-01,2021-01-01)", "empty"])),
    "int4multirange": texts("int4multirange", st.sampled_from(["{}", "{[1,2),[4,9)}"])),
    "point": texts("point", st.sampled_from(["(1,2)", "(NaN,1e300)"])),
    "line": texts("line", st.sampled_from(["{1,2,3}"])),
    "lseg": texts("lseg", st.sampled_from(["[(1,2),(3,4)]"])),
    "box": texts("box", st.sampled_from(["(3,4),(1,2)"])),
    "path": texts("path", st.sampled_from(["((1,2),(3,4))", "[(1,2),(3,4)]"])),
    "polygon": texts("polygon", st.sampled_from(["((1,2),(3,4),(5,6))"])),
    "circle": texts("circle", st.sampled_from(["<(1,2),3>"])),
    "xid8": texts("xid8", st.integers(0, 2**63)),
    "tid": texts("tid", st.just("(1,2)")),
    "regclass": texts("regclass", st.just("pg_class")),
    '"char"': texts('"char"', st.sampled_from(["a", "", '"', ","])),
    "box2d": texts("box2d", st.just("BOX(1 2,3 4)")),
    "box3d": texts("box3d", st.just("BOX3D(1 2 3,3 4 5)")),
}


def arrays(kind: str, element: Sql) -> Sql:
    """Of one and two dimensions, with NULL, or empty; also with an index that does not begin at 1."""
    maybe = element | st.just("NULL")
    flat = st.lists(maybe, max_size=4).map(lambda values: f"ARRAY[{', '.join(values)}]::{kind}[]")
    return flat


def squares(kind: str, element: Sql) -> Sql:
    maybe = element | st.just("NULL")
    return st.lists(maybe, min_size=4, max_size=4).map(lambda v: f"ARRAY[[{v[0]}, {v[1]}], [{v[2]}, {v[3]}]]::{kind}[]")


ELEMENTS = (
    "int2",
    "int4",
    "int8",
    "float4",
    "float8",
    "bool",
    "text",
    "uuid",
    "date",
    "timestamp",
    "timestamptz",
    "bytea",
)

COORDINATES = st.floats(-1e6, 1e6, width=32).map(repr)


def _position(dimensions: int) -> Sql:
    return st.tuples(*[COORDINATES] * dimensions).map(" ".join)


@st.composite
def wkt(draw: st.DrawFn, suffix: str) -> str:
    """Of all seven kinds, with the dimensions that the suffix says, or empty."""
    dimensions = 2 + len(suffix)
    at = lambda: draw(_position(dimensions))  # noqa: E731
    kind = draw(
        st.sampled_from(
            ["POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"]
        )
    )
    tag = f"{kind} {suffix}".strip()
    if draw(st.integers(0, 5)) == 0:
        return f"{tag} EMPTY"
    line = lambda: f"({', '.join(at() for _ in range(draw(st.integers(2, 4))))})"  # noqa: E731

    def ring() -> str:
        first = at()
        return f"({first}, {at()}, {at()}, {first})"

    body = {
        "POINT": lambda: f"({at()})",
        "LINESTRING": line,
        "POLYGON": lambda: f"({ring()}, {ring()})",
        "MULTIPOINT": lambda: f"(({at()}), ({at()}))",
        "MULTILINESTRING": lambda: f"({line()}, {line()})",
        "MULTIPOLYGON": lambda: f"(({ring()}), ({ring()}, {ring()}))",
        "GEOMETRYCOLLECTION": lambda: f"(POINT {suffix} ({at()}), LINESTRING {suffix} {line()})",
    }[kind]()
    return f"{tag} {body}"


def geometries(srid: int, suffixes: tuple[str, ...] = ("", "Z", "M", "ZM")) -> Sql:
    return st.sampled_from(suffixes).flatmap(wkt).map(lambda text: f"ST_GeomFromText('{text}', {srid})")
