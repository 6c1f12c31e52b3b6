"""Tables as frames and frames as tables, on the sandbox with PostGIS: beside COPY to nowhere, cartoframes and GDAL.

The sandbox and its PostgreSQL work on the same cores; CPU is that of the process that reads or writes.
"""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmark.peers import Field, Worker
from benchmark.report import Line, faster, share
from benchmark.rows import QUICK, Effort

NOWHERE = "COPY to nowhere"
MODERN, OLD = "cartoframes_peer", "cartoframes_with_old_shapely"
# Of points a million rows take 155 MB as CSV; of the polygons each has 33 corners.
POINTS = """CREATE TABLE {table} AS SELECT i AS cartodb_id,
    ST_SetSRID(ST_MakePoint(-75.3 + random() * 0.4, 39.85 + random() * 0.3), 4326)::geometry(Point,4326) AS the_geom,
    'street ' || (random() * 5000)::int || ', "' || chr(65 + i % 26) || '"' AS name, (random() * 1000)::int4 AS i4,
    CASE WHEN i % 10 > 0 THEN 9007199254740993 + i END AS i8,
    CASE WHEN i % 1000 = 0 THEN 'NaN' WHEN i % 7 > 0 THEN random() * 1e6 END::float8 AS f8,
    (random() * 1e6)::numeric(12,2) AS amount, random() < 0.5 AS flag,
    timestamptz '2015-01-01 00:00+00' + random() * 1e8 * interval '1 second' AS at,
    date '2015-01-01' + (random() * 3000)::int AS day
    FROM generate_series(1, {rows}) AS i"""
POLYGONS = """CREATE TABLE {table} AS SELECT i AS cartodb_id, ST_Multi(ST_Buffer(ST_SetSRID(
    ST_MakePoint(-75.3 + random() * 0.4, 39.85 + random() * 0.3), 4326), 0.001 + random() * 0.002, 8)
    )::geometry(MultiPolygon,4326) AS the_geom, 'parcel ' || i AS name, (random() * 1000)::int4 AS i4,
    random() * 1e6 AS f8, timestamptz '2015-01-01 00:00+00' + random() * 1e8 * interval '1 second' AS at
    FROM generate_series(1, {rows}) AS i"""


@contextmanager
def _peers(folder: Path) -> Iterator["_Peers"]:
    """A sandbox on a PostgreSQL with PostGIS, and processes that ask it."""
    from carto_sandbox import Sandbox

    dsn = subprocess.run(["scripts/postgis", "start"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    with ExitStack() as stack:
        stack.callback(subprocess.run, ["scripts/postgis", "stop", dsn], check=False)
        sandbox = stack.enter_context(Sandbox(username=None, dsn=dsn))
        account = sandbox.create_account("bench", api_key="k" * 40)
        yield _Peers(account.base_url, folder, stack)


class _Peers:
    def __init__(self, url: str, folder: Path, stack: ExitStack) -> None:
        from carto_ext import Carto

        self.folder = folder
        self._url, self._stack = url, stack
        self._carto = stack.enter_context(Carto(url, api_key="k" * 40, timeout=900))
        self._workers: dict[str, Worker] = {}

    def make(self, table: str, statement: str, rows: int) -> None:
        self._carto.sql.query(statement.format(table=table, rows=rows))
        self._carto.frames.to_geoparquet(table, self.folder / f"{table}.parquet")

    def drop(self, table: str) -> None:
        self._carto.sql.query(f"DROP TABLE {table}")
        (self.folder / f"{table}.parquet").unlink()

    def do(self, peer: str, verb: str, **options: Any) -> dict[str, Any]:
        """In a process of its own: what others have left in its memory would count."""
        worker = Worker(peer, self._url, self.folder)
        try:
            return worker.do(verb, **options)
        finally:
            worker.close()

    def race(self, rounds: int, table: str, verbs: list[str]) -> dict[str, dict[str, float]]:
        """The medians of each verb of ours; they take turns."""
        took: dict[str, list[dict[str, Any]]] = {verb: [] for verb in verbs}
        for _ in range(rounds):
            for verb in verbs:
                took[verb].append(self.do("frames_peer", verb, table=table))
        figures = ("seconds", "cpu", "peak_mb")
        return {verb: {name: median(one[name] for one in all_) for name in figures} for verb, all_ in took.items()}


def frames(field: Field, effort: Effort) -> Iterator[Line]:
    """Raises CalledProcessError without PostGIS; scripts/postgis has said why."""
    quick, rounds = effort is QUICK, min(effort.rounds, 3)
    points, polygons, many = (100_000, 10_000, 1_000_000) if quick else (1_000_000, 100_000, 10_000_000)
    with _peers(field.folder) as peers:
        peers.make("points", POINTS, points)
        yield from _reading(peers, "points", f"{points:,} points", rounds, 15)
        yield from _writing(peers, "points", f"{points:,} points", 10)
        peers.make("fewer", POINTS, points // 10)
        yield from _by_gdal(peers, "fewer", f"{points // 10:,} points")
        peers.make("polygons", POLYGONS, polygons)
        yield from _reading(peers, "polygons", f"{polygons:,} polygons", rounds, 7)
        yield from _by_gdal(peers, "polygons", f"{polygons:,} polygons")
        yield from _writing(peers, "polygons", f"{polygons:,} polygons", None)
        peers.make("many", POINTS, many)
        yield from _memory(peers, points, many)
        peers.drop("many")


def _reading(peers: _Peers, table: str, what: str, rounds: int, at_least: float) -> Iterator[Line]:
    ours = peers.race(rounds, table, ["raw", "arrow", "geopandas", "geoparquet"])
    raw = ours["raw"]["seconds"]
    is_points = table == "points"
    for verb, target, at_most in (
        ("arrow", "Arrow", 1.5),
        ("geopandas", "a GeoDataFrame", 2.3),
        ("geoparquet", "GeoParquet", 2.3),
    ):
        yield _against_nowhere(f"{what} to {target}", ours[verb]["seconds"], raw, at_most if is_points else None)
    for peer, name, goal in ((MODERN, "cartoframes, Shapely 2", None), (OLD, "cartoframes, Shapely 1.8", at_least)):
        theirs = peers.do(peer, "geopandas", table=table)
        yield faster(f"{what} to a GeoDataFrame", ours["geopandas"]["seconds"], name, theirs["seconds"], goal)
        yield faster(f"{what} to a GeoDataFrame, CPU", ours["geopandas"]["cpu"], name, theirs["cpu"])


def _by_gdal(peers: _Peers, table: str, what: str) -> Iterator[Line]:
    """By LIMIT and OFFSET, so that its time grows with the square of the rows."""
    ours = peers.do("frames_peer", "geopandas", table=table)
    theirs = peers.do("frames_peer", "gdal", table=table)
    yield faster(f"{what} to a GeoDataFrame", ours["seconds"], "GDAL's Carto driver", theirs["seconds"])


def _against_nowhere(work: str, ours: float, raw: float, at_most: float | None) -> Line:
    return share(work, ours, NOWHERE, raw, at_most)


def _writing(peers: _Peers, table: str, what: str, at_least: float | None) -> Iterator[Line]:
    for cartodbfy in (False, True):
        ours, theirs = (peers.do(peer, "write", table=table, cartodbfy=cartodbfy) for peer in ("frames_peer", OLD))
        name = f"writing {what}, {'with' if cartodbfy else 'without'} CDB_CartodbfyTable"
        yield faster(
            name, ours["seconds"], "cartoframes, Shapely 1.8", theirs["seconds"], None if cartodbfy else at_least
        )
        yield faster(f"{name}, CPU", ours["cpu"], "cartoframes, Shapely 1.8", theirs["cpu"])


def _memory(peers: _Peers, few: int, many: int) -> Iterator[Line]:
    small, large = (peers.do("frames_peer", "geoparquet", table=table)["peak_mb"] for table in ("points", "many"))
    yield Line(
        "peak memory, to_geoparquet",
        f"{large:.0f} MB",
        f"{few:,} rows instead of {many:,}",
        f"{small:.0f} MB",
        f"{large - small:+.0f} MB",
        "at most 300 MB, alike",
        large <= 300 and small <= 300,
    )
