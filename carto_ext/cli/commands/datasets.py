"""`carto datasets`."""

from typing import Any

import click

from carto_client.models import Visualization
from carto_client.types import Unset
from carto_ext.cli.app import App, Group
from carto_ext.cli.tables import print_record, utc

_COLUMNS = ("name", "privacy", "rows", "bytes", "geometry", "updated")


@click.group("datasets", cls=Group)
def command() -> None:
    """List, describe, rename and delete datasets."""


@command.command("ls")
@click.option("--search", metavar="TEXT", help="Only those with this in name, tags or description.")
@click.option("--tag", metavar="TAG", help="Only those with this tag.")
@click.pass_obj
def ls(app: App, search: str | None, tag: str | None) -> None:
    """List datasets; without a key the public ones."""
    chosen: dict[str, Any] = {name: value for name, value in (("q", search), ("tags", tag)) if value}
    rows = [dataset_row(viz) for viz in app.carto.viz.iterate(types="table", **chosen)]
    app.show_rows(rows, _COLUMNS, none="No datasets.")


@command.command("info")
@click.argument("name")
@click.pass_obj
def info(app: App, name: str) -> None:
    """Describe one dataset and its columns."""
    viz = app.carto.viz.read(name)
    columns = app.carto.sql.query(f"SELECT * FROM {_relation(viz)} LIMIT 0").fields
    row = dataset_row(viz) | {
        "title": viz.title,
        "description": viz.description,
        "tags": viz.tags,
        "license": viz.license_,
        "source": viz.source,
        "created": utc(viz.created_at),
        "columns": {column: kind["type"] for column, kind in columns.to_dict().items()},
    }
    if app.json:
        app.print_json(row)
    else:
        print_record({key: value for key, value in row.items() if value and key != "columns"})
        click.echo("columns")
        print_record({f"  {column}": kind for column, kind in row["columns"].items()})


@command.command("rename")
@click.argument("name")
@click.argument("new_name")
@click.pass_obj
def rename(app: App, name: str, new_name: str) -> None:
    """Give a dataset and its table another name."""
    viz = _dataset(app, name)
    renamed = app.carto.viz.update(viz.id, id=viz.id, name=new_name)
    app.show(dataset_row(renamed), f"{viz.name} is now {renamed.name}")


@command.command("rm")
@click.argument("names", metavar="NAME…", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def rm(app: App, names: tuple[str, ...], yes: bool) -> None:
    """Delete datasets, their tables, and the maps that use nothing else."""
    found = [_dataset(app, name) for name in names]
    listed = ", ".join(viz.name for viz in found)
    app.confirm(f"Delete {listed}, with all rows and the maps that use nothing else?", yes=yes)
    for viz in found:
        app.carto.viz.delete(viz.id)
    app.show([{"name": viz.name, "id": viz.id, "deleted": True} for viz in found], f"Deleted {listed}.")


def dataset_row(viz: Visualization) -> dict[str, Any]:
    """What docs/cli.md promises of a dataset."""
    table = None if isinstance(viz.table, Unset) else viz.table
    return {
        "name": viz.name,
        "id": viz.id,
        "privacy": viz.privacy.lower(),
        "rows": table and (table.row_count or None),
        "bytes": table and (table.size or None),
        "geometry": (table and (table.geometry_types or None)) or [],
        "updated": utc(viz.updated_at),
    }


def _dataset(app: App, name: str) -> Visualization:
    """Of equal names CARTO takes the dataset, but a map's name finds the map where there is no such dataset."""
    viz = app.carto.viz.read(name)
    if viz.type_ != "table":
        raise click.UsageError(f"{name} is a {viz.type_} visualization, not a dataset.")
    return viz


def _relation(viz: Visualization) -> str:
    from carto_ext._frames.names import qualified, read_table_name

    table = None if isinstance(viz.table, Unset) else viz.table
    name = viz.name if table is None or not table.name else table.name
    return qualified(read_table_name(name) or (None, name))
