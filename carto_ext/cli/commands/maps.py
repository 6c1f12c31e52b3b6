"""`carto maps`: named maps."""

import json
from typing import Any

import click

from carto_ext.cli.app import App, Group
from carto_ext.errors import InvalidArgumentError

parameter_option = click.option(
    "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A value of a placeholder; JSON or text."
)


@click.group("maps", cls=Group)
def command() -> None:
    """List named maps, their tiles' URLs, and a page to look at."""


@command.command("ls")
@click.pass_obj
def ls(app: App) -> None:
    """List the templates of named maps. Needs the master key."""
    names = app.carto.named_maps.list().template_ids
    app.show_rows([{"name": name} for name in names], ("name",), none="No named maps.")


@command.command("url")
@click.argument("name")
@click.option("--layer", default="all", show_default=True, help="An index, several (0,2), or all.")
@click.option("--format", type=click.Choice(["png", "mvt"]), default="png", show_default=True, help="Of the tiles.")
@parameter_option
@click.pass_obj
def url(app: App, name: str, layer: str, format: str, parameters: tuple[str, ...]) -> None:
    """Print the URL of a named map's tiles, with {z}/{x}/{y} for a map library. No key is in it.

    \b
        carto maps url airports_of_state --param state=CA
    """
    chosen: Any = [int(one) if one.isdecimal() else one for one in layer.split(",")]
    made = app.carto.named_maps.tile_url(
        name, layer=chosen if len(chosen) > 1 else chosen[0], extension=format, parameters=read_parameters(parameters)
    )
    app.show({"name": name, "url": made}, made)


def read_parameters(given: tuple[str, ...]) -> dict[str, Any]:
    """NAME=VALUE; a value that is no JSON is a text."""
    parameters: dict[str, Any] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not name or not equals:
            raise InvalidArgumentError(f"--param {one!r}: give NAME=VALUE")
        try:
            parameters[name] = json.loads(value)
        except ValueError:
            parameters[name] = value
    return parameters
