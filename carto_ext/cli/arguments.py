"""SQL, tables and files as they are given on a command line."""

import sys
from pathlib import Path
from typing import IO, Any

import click

from carto_ext._frames.names import as_query
from carto_ext.errors import InvalidArgumentError

# Of the SQL API: what a terminal cannot show.
BINARY_FORMATS = {"shp", "gpkg", "spatialite"}
_ENDINGS = {
    "csv": "csv",
    "geojson": "geojson",
    "json": "geojson",
    "kml": "kml",
    "svg": "svg",
    "gpkg": "gpkg",
    "zip": "shp",
    "sqlite": "spatialite",
    "spatialite": "spatialite",
}
FORMATS = ("csv", "geojson", "kml", "shp", "gpkg", "spatialite", "svg", "json")

output_option = click.option(
    "-o", "--output", metavar="FILE", default="-", show_default=True, help="The file to write; - is stdout."
)
sql_file_option = click.option(
    "-f",
    "--file",
    "sql_file",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help="Read the SQL from a file; - is stdin.",
)
timeout_option = click.option(
    "--timeout", type=float, default=3600, show_default=True, metavar="SECONDS", help="How long to wait."
)


def given_sql(sql: str | None, sql_file: IO[str] | None) -> str:
    """The argument, or what --file names; one of them."""
    if (sql is None) == (sql_file is None):
        raise click.UsageError("Give the SQL as an argument, or a file that holds it with --file.")
    text = sql_file.read() if sql_file is not None else sys.stdin.read() if sql == "-" else sql
    if not text or not text.strip():
        raise click.UsageError("The SQL is empty.")
    return text


def query_of(source: str) -> str:
    """A query, also for the name of a table."""
    return as_query(source).strip()


def target_of(output: str, *, binary: bool) -> Any:
    """A path or stdout; binary data is not for a terminal."""
    if output != "-":
        return output
    if binary and sys.stdout.isatty():
        raise click.UsageError("This format is binary: give -o FILE, or a pipe.")
    return sys.stdout.buffer


def source_of(path: str) -> Any:
    return sys.stdin.buffer if path == "-" else path


def format_of(format: str | None, output: str) -> str:
    """As given, else by the file's ending, else csv."""
    if format is not None:
        return format
    ending = Path(output).suffix.lower().removeprefix(".")
    if ending == "shp":
        raise InvalidArgumentError(f"CARTO sends a shapefile as an archive: give -o {Path(output).with_suffix('.zip')}")
    if output != "-" and ending not in _ENDINGS:
        raise InvalidArgumentError(f"the ending of {output} says no format: give --format, one of {', '.join(FORMATS)}")
    return _ENDINGS.get(ending, "csv")
