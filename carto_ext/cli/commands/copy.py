"""`carto copy`: COPY in and out of a table that exists."""

import csv
import itertools
from collections.abc import Iterator, Sequence
from io import BufferedReader

import click

from carto_ext._frames.names import literal, qualified, quote, read_table_name
from carto_ext.cli.app import App, Group, counted
from carto_ext.cli.arguments import output_option, query_of, source_of, target_of
from carto_ext.cli.progress import transfers
from carto_ext.errors import InvalidArgumentError

_HEADER_BYTES = 1 << 20
_PIECE = 1 << 16

format_option = click.option(
    "--format", type=click.Choice(["csv", "text"]), default="csv", show_default=True, help="PostgreSQL's COPY format."
)
header_option = click.option("--header/--no-header", default=True, help="csv: the first line names the columns.")
delimiter_option = click.option("--delimiter", metavar="CHARACTER", help="The character between two values.")
null_option = click.option("--null", metavar="TEXT", help="The text that stands for NULL.")


@click.group("copy", cls=Group)
def command() -> None:
    """Copy rows into and out of a table that exists."""


@command.command("in")
@click.argument("table")
@click.argument("file")
@click.option("--columns", metavar="A,B,…", help="The columns of the file; by default those of its header.")
@format_option
@header_option
@delimiter_option
@null_option
@click.pass_obj
def copy_in(
    app: App,
    table: str,
    file: str,
    columns: str | None,
    format: str,
    header: bool,
    delimiter: str | None,
    null: str | None,
) -> None:
    """Copy a file into a table: all of its rows or none.

    FILE may be - for stdin. The rows are compressed while they are sent.

    \b
        carto copy in airports airports.csv
        zcat airports.csv.gz | carto copy in airports -
    """
    name = read_table_name(table)
    if name is None:
        raise InvalidArgumentError(f"{table!r} is no name of a table")
    header = header and format == "csv"
    source = source_of(file)
    names: Sequence[str] = columns.split(",") if columns else []
    if header and not names:
        names, source = _with_header(source, delimiter or ",")
    listed = f" ({', '.join(map(quote, names))})" if names else ""
    sql = f"COPY {qualified(name)}{listed} FROM STDIN{_options(format, header, delimiter, null)}"
    with transfers() as track:
        result = app.carto.sql.copy_from(sql, source, progress=track("stdin" if file == "-" else file).bytes)
    document = {"table": table, "rows": result.total_rows, "seconds": result.time}
    app.show(document, f"{table}: {counted(result.total_rows, 'row')}")


@command.command("out")
@click.argument("source", metavar="SQL|TABLE")
@output_option
@format_option
@header_option
@delimiter_option
@null_option
@click.pass_obj
def copy_out(
    app: App, source: str, output: str, format: str, header: bool, delimiter: str | None, null: str | None
) -> None:
    """Copy a table or a query out: the fastest way.

    \b
        carto copy out airports -o airports.csv
        carto copy out "SELECT name FROM airports" | sort
    """
    sql = f"COPY ({query_of(source)}\n) TO STDOUT{_options(format, header and format == 'csv', delimiter, null)}"
    with transfers() as track:
        progress = track(output).bytes if output != "-" else None
        result = app.carto.sql.copy_to(sql, target_of(output, binary=False), progress=progress)
    if output != "-":
        app.show(
            {"file": output, "bytes": result.bytes_received}, f"{output}: {counted(result.bytes_received, 'byte')}"
        )


def _options(format: str, header: bool, delimiter: str | None, null: str | None) -> str:
    parts = [f"FORMAT {format}"] + ["HEADER true"] * header
    parts += [f"DELIMITER {literal(delimiter)}"] if delimiter else []
    parts += [f"NULL {literal(null)}"] if null is not None else []
    return f" WITH ({', '.join(parts)})"


def _with_header(source: str | BufferedReader, delimiter: str) -> tuple[Sequence[str], str | Iterator[bytes]]:
    """The names in the first line, and a source that still has it: a pipe cannot be read twice, nor <(zcat FILE)."""
    try:
        file = open(source, "rb") if isinstance(source, str) else source  # noqa: SIM115 - read until the command ends
        click.get_current_context().call_on_close(file.close)
        first = file.readline(_HEADER_BYTES)
    except OSError as error:
        raise InvalidArgumentError(f"{source!r} cannot be read: {error.strerror}") from None
    names = _names(first, delimiter)
    if isinstance(source, str) and file.seekable():
        return names, source
    return names, itertools.chain([first], iter(lambda: file.read1(_PIECE), b""))


def _names(line: bytes, delimiter: str) -> Sequence[str]:
    if line.startswith(b"\x1f\x8b"):
        raise InvalidArgumentError("the file is gzip data, not rows: zcat FILE | carto copy in TABLE -")
    text = line.decode("utf-8-sig", "replace").rstrip("\r\n")
    try:
        names = next(csv.reader([text], delimiter=delimiter), [])
    except (csv.Error, TypeError) as error:
        raise InvalidArgumentError(f"the first line has no names of columns: {error}; give --columns") from None
    if not all(names):
        raise InvalidArgumentError("the first line has no names of columns: give --columns, or --no-header")
    return names
