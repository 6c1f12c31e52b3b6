"""`carto keys`: API keys."""

from typing import Any

import click

from carto_client.models import ApiKey
from carto_ext._frames.names import read_table_name
from carto_ext.cli.app import App, Group
from carto_ext.cli.tables import print_record, utc
from carto_ext.errors import InvalidArgumentError

_RIGHTS = ("select", "insert", "update", "delete")


@click.group("keys", cls=Group)
def command() -> None:
    """List, create and delete API keys. Needs the master key."""


@command.command("ls")
@click.pass_obj
def ls(app: App) -> None:
    """List API keys and what they may do.

    The keys themselves are not shown.
    """
    rows = [_row(key) for key in app.carto.api_keys.iterate()]
    app.show_rows(rows, ("name", "type", "apis", "tables", "updated"), none="No keys.")


@command.command("create")
@click.argument("name")
@click.option("--sql/--no-sql", default=True, help="Allow the SQL API.", show_default=True)
@click.option("--maps/--no-maps", default=False, help="Allow the Maps API.", show_default=True)
@click.option(
    "--table", "tables", multiple=True, metavar="TABLE[:RIGHTS]", help="Allow a table; the default right is select."
)
@click.option("--datasets", is_flag=True, help="Allow the key to list datasets.")
@click.pass_obj
def create(app: App, name: str, sql: bool, maps: bool, tables: tuple[str, ...], datasets: bool) -> None:
    """Create a key and print it.

    \b
        carto keys create reader --table airports
        carto keys create loader --table airports:select,insert,update
        carto keys create web --no-sql --maps --table airports
    """
    apis = ["sql"] * sql + ["maps"] * maps
    granted: dict[str, Any] = {"type": "database", "tables": [_table_grant(one) for one in tables]}
    if datasets:
        granted["table_metadata"] = []
    grants: list[dict[str, Any]] = [{"type": "apis", "apis": apis}, granted]
    made = app.carto.api_keys.create(name, grants if tables or datasets else grants[:1])
    row = {**_row(made), "key": str(made.token)}
    if app.json:
        app.print_json(row)
    else:
        print_record(row)
        app.say("Keep the key now: no other command shows it.")


@command.command("rm")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def rm(app: App, name: str, yes: bool) -> None:
    """Delete a key: programs that use it stop working."""
    key = app.carto.api_keys.read(name)
    app.confirm(f"Programs that use the key {key.name} stop working. Delete it?", yes=yes)
    app.carto.api_keys.delete(key.name)
    app.show({"name": key.name, "deleted": True}, f"Deleted {key.name}.")


def _row(key: ApiKey) -> dict[str, Any]:
    """What docs/cli.md promises of a key: never its token."""
    apis = [api for grant in key.grants for api in grant.apis or []]
    tables = [
        f"{table.schema}.{table.name}:{','.join(table.permissions)}"
        for grant in key.grants
        for table in grant.tables or []
    ]
    return {"name": key.name, "type": key.type_, "apis": apis, "tables": tables, "updated": utc(key.updated_at)}


def _table_grant(text: str) -> dict[str, Any]:
    name, _, rights = text.partition(":")
    table = read_table_name(name)
    chosen = rights.split(",") if rights else ["select"]
    if table is None or any(right not in _RIGHTS for right in chosen):
        raise InvalidArgumentError(f"--table {text!r}: give TABLE or TABLE:RIGHTS, with rights of {', '.join(_RIGHTS)}")
    return {"schema": table[0] or "public", "name": table[1], "permissions": chosen}
