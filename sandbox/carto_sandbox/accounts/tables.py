"""PostgreSQL's facts about a dataset's table."""

from dataclasses import dataclass

from psycopg import sql

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.database.connections import Connection

Extent = tuple[float, float, float, float]
"""West, south, east and north."""

# The planner's extents, which CARTO takes, are wider than the real ones by this part.
_MARGIN = 0.005
_REAL_EXTENT = """
SELECT min(ST_XMin(the_geom)), min(ST_YMin(the_geom)), max(ST_XMax(the_geom)), max(ST_YMax(the_geom)) FROM {}
"""
_TEXT_EXTENT = """
SELECT min(pair[1]::float8), min(pair[2]::float8), max(pair[1]::float8), max(pair[2]::float8)
  FROM {}, regexp_matches(the_geom::text, '(-?[0-9.]+(?:e[-+]?[0-9]+)?) (-?[0-9.]+(?:e[-+]?[0-9]+)?)', 'g') AS pair
"""


@dataclass(frozen=True)
class TableFacts:
    """PostgreSQL's facts about a table: bytes, rows (an estimate; exact if it was never analyzed) and shapes."""

    total_bytes: int
    rows: int
    geometry_types: list[str]


async def read_facts(connection: Connection, account: Account, oid: int | None, name: str) -> TableFacts:
    row = await (
        await connection.execute(
            "SELECT pg_total_relation_size(oid), reltuples::bigint FROM pg_class WHERE oid = %s", [oid]
        )
    ).fetchone()
    if row is None:  # dropped since the last look
        return TableFacts(0, 0, [])
    table = sql.Identifier(account.schema, name)
    size, rows = int(row[0]), int(row[1])
    if rows < 0:
        count = await (await connection.execute(sql.SQL("SELECT count(*) FROM {}").format(table))).fetchone()
        rows = int(count[0]) if count else 0
    shape = (
        "ST_GeometryType(the_geom)"
        if account.has_postgis
        else "substring(the_geom::text from '^(?:SRID=\\d+;)?([A-Za-z]+)')"
    )
    # Looking at the first rows is enough: a table of CARTO has one shape.
    query = "SELECT DISTINCT {} FROM (SELECT the_geom FROM {} WHERE the_geom IS NOT NULL LIMIT 1000) AS sampled"
    found = await (await connection.execute(sql.SQL(query).format(sql.SQL(shape), table))).fetchall()
    return TableFacts(size, rows, sorted(_name_shape(str(shape)) for (shape,) in found if shape))


def _name_shape(shape: str) -> str:
    if shape.startswith("ST_"):
        return shape
    name = shape.lower().removeprefix("multi")
    multi = "Multi" if shape.lower().startswith("multi") else ""
    words = {"linestring": "LineString", "geometrycollection": "GeometryCollection"}
    return f"ST_{multi}{words.get(name, name.capitalize())}"


async def read_extent(connection: Connection, account: Account, name: str) -> Extent | None:
    """None for a table without geometries."""
    query = sql.SQL(_REAL_EXTENT if account.has_postgis else _TEXT_EXTENT)
    answer = await connection.execute(query.format(sql.Identifier(account.schema, name)))
    row = await answer.fetchone()
    if row is None or row[0] is None:
        return None
    west, south, east, north = (float(number) for number in row)
    x, y = (east - west) * _MARGIN, (north - south) * _MARGIN
    return west - x, south - y, east + x, north + y
