"""`carto query`."""

from typing import IO, Any

import click

from carto_ext.cli.app import App, Command, counted, for_terminals
from carto_ext.cli.arguments import FORMATS, given_sql, output_option, sql_file_option
from carto_ext.cli.progress import waiting


@click.command("query", cls=Command)
@click.argument("sql", required=False)
@sql_file_option
@click.option("--format", type=click.Choice(FORMATS), help="Write the rows in this format instead.")
@output_option
@click.pass_obj
def command(app: App, sql: str | None, sql_file: IO[str] | None, format: str | None, output: str) -> None:
    """Run SQL and show its rows.

    A table on a terminal, lines with tabs in a pipe. SQL may be - for stdin.

    \b
        carto query "SELECT name, iata FROM airports LIMIT 5"
        carto query "SELECT * FROM airports" --json
        carto query "SELECT * FROM airports" --format geojson -o airports.geojson
    """
    text = given_sql(sql, sql_file)
    if format is not None or output != "-":
        from carto_ext.cli.commands.export import write

        write(app, text, output, format)
        return
    with waiting("CARTO runs the query"):
        result = app.carto.sql.query(text)
    if app.json:
        app.print_json(result.to_dict())
    else:
        _show(result)


def _show(result: Any) -> None:
    from carto_ext.cli.tables import print_rows

    for notice in [*(result.notices or []), *(result.infos or []), *(result.warnings or [])]:
        click.echo(for_terminals(notice), err=True)
    columns = list(result.fields.to_dict())
    if columns:
        print_rows(result.rows, columns, none="No rows.")
    else:
        click.echo(f"Done: {counted(result.total_rows, 'row')} changed." if result.total_rows else "Done.")
