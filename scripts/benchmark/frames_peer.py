"""Frames of this client, COPY to nowhere, and GDAL's Carto driver: each verb in a process that knows the table."""

import os
import time
from pathlib import Path
from typing import Any

from carto_ext import Carto


class Peer:
    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self.carto = Carto(url, api_key="k" * 40, timeout=900)
        self.carto.sql.query("SELECT 1 AS one")

    def raw(self, table: str) -> int:
        """The rows as CSV, thrown away: nothing that reads them can be faster."""
        with self.carto.sql.copy_to(f"COPY (SELECT * FROM {table}) TO STDOUT WITH (FORMAT csv)") as pieces:
            return sum(len(piece) for piece in pieces)

    def arrow(self, table: str) -> Any:
        self.carto.frames.arrow("SELECT 1 AS one")  # imports what a program that works with frames has imported anyway
        return _timed(lambda: self.carto.frames.arrow(table))

    def geopandas(self, table: str) -> Any:
        self.carto.frames.geopandas("SELECT 1 AS one")
        return _timed(lambda: self.carto.frames.geopandas(table))

    def geoparquet(self, table: str) -> Any:
        file = self.folder / "frames.parquet"
        self.carto.frames.to_geoparquet("SELECT ST_SetSRID(ST_MakePoint(1, 2), 4326) AS point", file)
        return _timed(lambda: range(self.carto.frames.to_geoparquet(table, file).rows))

    def gdal(self, table: str) -> int:
        """By pyogrio, to a GeoDataFrame; pages of 500 rows are its default."""
        import pyogrio

        settings = self.carto.settings
        pyogrio.set_gdal_config_options(
            {"CARTO_API_URL": f"{settings.base_url}/api/v2/sql", "CARTO_API_KEY": settings.api_key}
        )
        return len(pyogrio.read_dataframe(f"CARTO:{settings.username} tables={table}", layer=table))

    def write(self, table: str, cartodbfy: bool) -> Any:
        """A GeoDataFrame in memory."""
        import geopandas

        frame = geopandas.read_parquet(self.folder / f"{table}.parquet")
        return _timed(
            lambda: self.carto.frames.write(frame, f"{table}_ours", if_exists="replace", cartodbfy=cartodbfy),
            rows=len(frame),
        )


def _timed(action: Any, rows: int | None = None) -> dict[str, Any]:
    """Without what came before it, and without throwing away what it made."""
    started, busy = time.perf_counter(), time.process_time()
    made = action()
    took = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - busy}
    return {**took, "returned": len(made) if rows is None else rows}


os.environ.setdefault("CPL_DEBUG", "OFF")
