"""`carto maps`: named maps."""

import json
from typing import Any, Literal, cast

import click

from carto_ext._frames.names import read_table_name
from carto_ext.cli.app import App, Group
from carto_ext.errors import AuthenticationError, InvalidArgumentError, PermissionDeniedError
from carto_ext.tiles import PageOptions

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


@command.command("show")
@click.argument("source", metavar="NAME|TABLE|SQL")
@click.option("-o", "--output", metavar="FILE", help="Write the page here instead of opening it in the browser.")
@click.option(
    "--tiles",
    type=click.Choice(["vector", "raster"]),
    default="vector",
    show_default=True,
    help="Drawn by the browser, or by CARTO.",
)
@click.option("--basemap", metavar="NAME|URL", help="positron, voyager, dark-matter, or the URL of raster tiles.")
@click.option("--maplibre", metavar="FOLDER", help="Copy MapLibre GL JS from here into the page; else a CDN has it.")
@parameter_option
@click.pass_obj
def show(
    app: App,
    source: str,
    output: str | None,
    tiles: Literal["vector", "raster"],
    basemap: str | None,
    maplibre: str | None,
    parameters: tuple[str, ...],
) -> None:
    """Show a named map, a table or a query in the browser: one page, without a key.

    A page of a table or a query shows what anybody may see, for two hours. A page of a named map stays.

    \b
        carto maps show airports
        carto maps show "SELECT * FROM airports WHERE state = 'AK'" -o alaska.html
    """
    given = {"tiles": tiles, "basemap": basemap, "maplibre": maplibre}
    options = cast(PageOptions, {name: value for name, value in given.items() if value is not None})
    if _is_named(app, source):
        named, values = app.carto.named_maps, read_parameters(parameters)
        show_named = named.show if output is None else named.html
        page = show_named(source, output, parameters=values, **options)
    elif parameters:
        raise InvalidArgumentError(f"there is no named map {source!r}, and --param is for its placeholders")
    else:
        make = app.carto.maps.show if output is None else app.carto.maps.html
        page = make(source, output, **options)
    app.show({"source": source, "file": str(page)}, str(page))


def _is_named(app: App, source: str) -> bool:
    """A table's name may be a map's, too: then the map is meant, and a SELECT shows the table."""
    if read_table_name(source) is None:
        return False
    try:
        return source in app.carto.named_maps.list().template_ids
    except (AuthenticationError, PermissionDeniedError):  # not the master key
        return False


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
