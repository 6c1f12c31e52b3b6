"""`carto frames`: GeoParquet."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import click

from carto_ext.cli.app import App, Group, counted
from carto_ext.cli.progress import transfers, waiting
from carto_ext.errors import PartialFailureError
from carto_ext.frames import FrameError, MissingExtraError

if TYPE_CHECKING:
    from carto_ext._sync.frames.group import Frames


_PACKAGES = ("pyarrow", "numpy", "shapely", "pyproj")


@click.group("frames", cls=Group)
def command() -> None:
    """GeoParquet: tables to files, files to tables, a whole account. Needs the extra geo."""


def _frames(app: App) -> "Frames":
    for package in _PACKAGES:
        if find_spec(package) is None:
            raise MissingExtraError("carto frames", package, "geo")
    return app.carto.frames


@command.command("read")
@click.argument("source", metavar="SQL|TABLE")
@click.option("-o", "--output", metavar="FILE", required=True, help="The GeoParquet file to write.")
@click.option("--hilbert", is_flag=True, help="Let CARTO sort the rows by place, for readers of a region.")
@click.pass_obj
def read(app: App, source: str, output: str, hilbert: bool) -> None:
    """Write a table or a query to a GeoParquet file.

    \b
        carto frames read airports -o airports.parquet
    """
    with transfers() as track:
        told = track(output).rows
        done = _frames(app).to_geoparquet(source, output, hilbert=hilbert, progress=told)
    document = {"file": output, "rows": done.rows, "bytes": done.bytes, "columns": done.columns, "crs": done.crs}
    app.show(document, f"{output}: {counted(done.rows, 'row')}, {counted(done.bytes, 'byte')}")


@command.command("write")
@click.argument("file")
@click.argument("table")
@click.option(
    "--if-exists",
    type=click.Choice(["fail", "replace", "append"]),
    default="fail",
    show_default=True,
    help="What to do if the table exists.",
)
@click.option("--geometry", metavar="COLUMN", help="The column that becomes the_geom.")
@click.option("--srid", type=int, help="The reference system, if the file does not say it.")
@click.pass_obj
def write(app: App, file: str, table: str, if_exists: str, geometry: str | None, srid: int | None) -> None:
    """Make a table of a GeoParquet or Parquet file, all of it at once.

    \b
        carto frames write airports.parquet airports --if-exists replace
    """
    how = cast(Literal["fail", "replace", "append"], if_exists)
    with transfers() as track:
        told = track(os.path.basename(file)).rows
        done = _frames(app).from_geoparquet(file, table, if_exists=how, geometry=geometry, srid=srid, progress=told)
    document = {"table": done.table, "schema": done.schema, "rows": done.rows}
    app.show(document, f"{done.table}: {counted(done.rows, 'row')}")


@command.command("dump")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--table", "tables", multiple=True, metavar="TABLE", help="Only this table; give it again for more.")
@click.option(
    "--concurrency", type=click.IntRange(1), metavar="N", default=2, show_default=True, help="Tables at once."
)
@click.option("--hilbert", is_flag=True, help="Let CARTO sort the rows by place.")
@click.pass_obj
def dump(app: App, folder: Path, tables: tuple[str, ...], concurrency: int, hilbert: bool) -> None:
    """Write all tables that the key may read into a folder of GeoParquet.

    Run it again, and it goes on where it stopped.
    """
    with waiting(f"Writing tables into {folder}"):
        done = _frames(app).dump(folder, tables=tables or None, concurrency=concurrency, hilbert=hilbert)
    rows: list[dict[str, Any]] = [
        {
            "table": f"{one.schema}.{one.name}" if one.schema else one.name,
            "file": one.file,
            "rows": one.rows,
            "bytes": one.bytes,
            "failure": one.failure,
        }
        for one in done.tables
    ]
    columns = ("table", "file", "rows", "bytes") + (("failure",) if done.failures else ())
    app.show_rows(rows, columns, none="No tables.")
    if done.failures:
        raise PartialFailureError([FrameError(one.failure or "") if one.failure else one for one in done.tables])
