"""`carto export`."""

import click

from carto_ext.cli.app import App, Command, counted
from carto_ext.cli.arguments import BINARY_FORMATS, FORMATS, format_of, output_option, query_of, target_of
from carto_ext.cli.progress import transfers


@click.command("export", cls=Command)
@click.argument("source", metavar="SQL|TABLE")
@output_option
@click.option("--format", type=click.Choice(FORMATS), help="By default that of the file's ending, or csv.")
@click.pass_obj
def command(app: App, source: str, output: str, format: str | None) -> None:
    """Write a table or a query to a file.

    The file appears when it is complete. Bytes go to a pipe as CARTO sends them.

    \b
        carto export airports -o airports.gpkg
        carto export "SELECT * FROM airports WHERE state = 'AK'" -o alaska.geojson
        carto export airports | gzip > airports.csv.gz
    """
    write(app, query_of(source), output, format)


def write(app: App, sql: str, output: str, format: str | None) -> None:
    """Stream the answer, and say how much it was unless it went to stdout."""
    format = format_of(format, output)
    target = target_of(output, binary=format in BINARY_FORMATS)
    with transfers() as track:
        progress = track(output).bytes if output != "-" else None
        result = app.carto.sql.export(sql, target, format=format, progress=progress)
    if output != "-":
        document = {"file": output, "format": format, "bytes": result.bytes_received}
        app.show(document, f"{output}: {counted(result.bytes_received, 'byte')}")
