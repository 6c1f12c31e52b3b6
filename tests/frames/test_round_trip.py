"""Server, frame, server: every value of every type stays the same, compared by the server."""

import itertools
import re
from collections.abc import Callable
from typing import Any

import polars
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from carto_ext import Carto
from tests.frames.values import (
    AS_TEXT,
    ELEMENTS,
    MODERN_DATES,
    NUMERICS,
    SCALARS,
    Sql,
    arrays,
    geometries,
    squares,
)

pytestmark = pytest.mark.postgis
_numbers = itertools.count()
# Each example asks the server a dozen times; to look for a smaller one that fails would take minutes.
EXAMPLES = settings(
    max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck)
)

Frame = Callable[[Carto, str], Any]
FRAMES: dict[str, Frame] = {
    "arrow": lambda carto, table: carto.frames.arrow(table),
    "pandas": lambda carto, table: carto.frames.pandas(table),
    "geopandas": lambda carto, table: carto.frames.geopandas(table),
    "polars": lambda carto, table: carto.frames.polars(table),
    "batches": lambda carto, table: carto.frames.batches(table),
}


def rows_of(columns: dict[str, Sql]) -> st.SearchStrategy[list[list[str]]]:
    """Rows with a NULL here and there; the first column is a key."""
    row = st.tuples(*(strategy | st.just("NULL") for strategy in columns.values()))
    return st.lists(row, min_size=1, max_size=6).map(lambda rows: [list(one) for one in rows])


def make_table(carto: Carto, columns: dict[str, str], rows: list[list[str]]) -> str:
    table = f"values_{next(_numbers)}"
    names = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    values = ", ".join(f"({number}, {', '.join(row)})" for number, row in enumerate(rows))
    carto.sql.query(f"CREATE TABLE {table} (k int, {names}); INSERT INTO {table} VALUES {values}")
    return table


def differences(carto: Carto, table: str, other: str, columns: list[str], shown: str = "format('%s', {})") -> list[Any]:
    """Rows and columns in which two tables differ, as PostgreSQL writes their values."""
    pairs = ", ".join(
        f"({name!r}, {shown.format(f'a.{quote(name)}')}, {shown.format(f'b.{quote(name)}')},"
        f" (a.{quote(name)} IS NULL) <> (b.{quote(name)} IS NULL))".replace("\"'", "'")
        for name in columns
    )
    found: list[Any] = carto.sql.query(
        f"SELECT k, c.* FROM {table} AS a FULL JOIN {other} AS b USING (k),"
        f" LATERAL (VALUES {pairs}) AS c(name, was, came, nulls) WHERE was IS DISTINCT FROM came OR nulls"
    ).rows
    return found


def quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def round_trip(carto: Carto, table: str, read: Frame, **options: Any) -> str:
    frame = read(carto, table)
    back = f"{table}_back"
    carto.frames.write(frame, back, if_exists="replace", cartodbfy=False, **options)
    return back


def check(
    carto: Carto, columns: dict[str, str], rows: list[list[str]], read: Frame, shown: str = "format('%s', {})"
) -> None:
    table = make_table(carto, columns, rows)
    back = round_trip(carto, table, read)
    found = differences(carto, table, back, list(columns), shown)
    carto.sql.query(f"DROP TABLE {table}, {back}")
    assert found == []


@pytest.mark.parametrize("frame", FRAMES)
@EXAMPLES
@given(data=st.data())
def test_scalars(carto: Carto, frame: str, data: st.DataObject) -> None:
    values = SCALARS | ({"date": MODERN_DATES} if "pandas" in frame else {})
    check(carto, {f"c_{kind}": kind for kind in values}, data.draw(rows_of(values)), FRAMES[frame])


@pytest.mark.parametrize("frame", FRAMES)
@EXAMPLES
@given(data=st.data())
def test_types_that_are_text(carto: Carto, frame: str, data: st.DataObject) -> None:
    check(carto, {f"c_{kind.strip(chr(34))}_": kind for kind in AS_TEXT}, data.draw(rows_of(AS_TEXT)), FRAMES[frame])


@pytest.mark.parametrize("numeric", ["text", "decimal"])
@pytest.mark.parametrize("frame", ["arrow", "pandas"])
@EXAMPLES
@given(data=st.data())
def test_numeric(carto: Carto, frame: str, numeric: Any, data: st.DataObject) -> None:
    def read(carto: Carto, table: str) -> Any:
        return getattr(carto.frames, frame)(table, numeric=numeric)

    # A decimal type gives all its values the same scale.
    shown = "trim_scale({}::numeric)" if numeric == "decimal" else "format('%s', {})"
    check(carto, {f"c_{kind}": kind for kind in NUMERICS}, data.draw(rows_of(NUMERICS)), read, shown + "::text")


ARRAYS = {kind: arrays(kind, SCALARS[kind]) for kind in ELEMENTS} | {
    kind: arrays(kind, (SCALARS | NUMERICS | AS_TEXT)[kind]) for kind in ("jsonb", "interval")
}


@pytest.mark.parametrize("frame", ["arrow", "pandas", "polars"])
@EXAMPLES
@given(data=st.data())
def test_arrays(carto: Carto, frame: str, data: st.DataObject) -> None:
    values = ARRAYS | ({"date": arrays("date", MODERN_DATES)} if frame == "pandas" else {})
    check(carto, {f"a_{kind}": f"{kind}[]" for kind in values}, data.draw(rows_of(values)), FRAMES[frame])


SQUARES = {kind: squares(kind, SCALARS[kind]) for kind in ("int8", "float8", "text", "timestamptz")}
ODD_ARRAYS: dict[str, Sql] = {
    "int4": st.sampled_from(["'[2:3]={1,2}'::int4[]", "'{1}'::int4[]", "'{{1,2},{3,4}}'::int4[]", "'{}'::int4[]"]),
    "box": st.sampled_from(["ARRAY['(3,4),(1,2)'::box, NULL]"]),
    "numeric": arrays("numeric", NUMERICS["numeric"]),
}


@pytest.mark.parametrize("frame", ["arrow", "pandas"])
@EXAMPLES
@given(data=st.data())
def test_arrays_of_arrays(carto: Carto, frame: str, data: st.DataObject) -> None:
    check(carto, {f"a_{kind}": f"{kind}[]" for kind in SQUARES}, data.draw(rows_of(SQUARES)), FRAMES[frame])


@EXAMPLES
@given(data=st.data())
def test_arrays_that_no_list_is_like(carto: Carto, data: st.DataObject) -> None:
    columns = {f"a_{kind}": f"{kind}[]" for kind in ODD_ARRAYS}
    check(
        carto, columns, data.draw(rows_of(ODD_ARRAYS)), lambda carto, table: carto.frames.arrow(table, numeric="text")
    )


GEOMETRIES: dict[str, tuple[str, Sql]] = {
    "the_geom": ("geometry(Geometry,4326)", geometries(4326, ("",))),
    "declared_z": ("geometry(GeometryZ,3857)", geometries(3857, ("Z",))),
    "of_any_kind": ("geometry", geometries(4258)),
    "without_srid": ("geometry", geometries(0)),
}


@pytest.mark.parametrize("frame", FRAMES)
@EXAMPLES
@given(data=st.data())
def test_geometry(carto: Carto, frame: str, data: st.DataObject) -> None:
    columns = {name: kind for name, (kind, _) in GEOMETRIES.items()}
    rows = data.draw(rows_of({name: values for name, (_, values) in GEOMETRIES.items()}))
    if frame == "geopandas":  # shapely's empty geometries have no Z
        rows = [["NULL" if re.search(r"[ZM] EMPTY", value) else value for value in row] for row in rows]
    if frame in ("pandas", "polars"):  # WKB has no reference system there
        columns = {"the_geom": columns["the_geom"]}
        rows = [row[:1] for row in rows]
    check(carto, columns, rows, FRAMES[frame], "encode(ST_AsEWKB({}), 'hex')")


def test_polars_is_a_frame(carto: Carto) -> None:
    """Also one that is lazy."""
    table = make_table(carto, {"n": "int8"}, [["9007199254740993"], ["NULL"]])
    lazy = carto.frames.polars(table).lazy()
    assert isinstance(lazy, polars.LazyFrame)
    carto.frames.write(lazy, f"{table}_lazy", cartodbfy=False)
    assert differences(carto, table, f"{table}_lazy", ["n"]) == []
