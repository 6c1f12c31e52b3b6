"""`carto profiles`."""

import os

import click

from carto_ext.cli.app import App, Group
from carto_ext.cli.profiles import Keyring, Profiles


@click.group("profiles", cls=Group)
def command() -> None:
    """List, choose and remove profiles."""


@command.command("ls")
@click.pass_obj
def ls(app: App) -> None:
    """List profiles; * marks the one that is used unless another is named."""
    profiles = Profiles.load()
    rows = [
        {
            "default": name == profiles.default,
            "name": name,
            "base_url": account.base_url,
            "key": account.key,
        }
        for name, account in profiles.accounts.items()
    ]
    if app.json:
        app.print_json(rows)
        return
    shown = [{**row, "": "*" if row["default"] else ""} for row in rows]
    app.show_rows(shown, ("", "name", "base_url", "key"), none="No profiles: carto login makes one.")
    if os.environ.get("CARTO_BASE_URL"):
        app.say("CARTO_BASE_URL is set and wins over the default profile.")


@command.command("use")
@click.argument("name")
@click.pass_obj
def use(app: App, name: str) -> None:
    """Make a profile the default one."""
    profiles = Profiles.load()
    profiles.default = profiles.get(name).profile
    profiles.save()
    app.show({"default": name}, f"{name} is the default now.")


@command.command("rm")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def rm(app: App, name: str, yes: bool) -> None:
    """Remove a profile and its key in the keyring. The account stays as it is."""
    profiles = Profiles.load()
    account = profiles.get(name)
    app.confirm(f"Remove the profile {name} and its key from this machine?", yes=yes)
    if account.key == "keyring":
        Keyring().delete(account)
    del profiles.accounts[name]
    profiles.default = None if profiles.default == name else profiles.default
    profiles.save()
    app.show({"name": name, "removed": True}, f"Removed {name}.")
