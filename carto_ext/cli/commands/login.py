"""`carto login`."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from carto_ext._secrecy import secret
from carto_ext.cli.app import App, Command
from carto_ext.cli.profiles import Account, KeyPlace, Keyring, Profiles, checked_name
from carto_ext.errors import ConfigurationError, NotFoundError
from carto_ext.retries import RetryPolicy
from carto_ext.settings import Settings

if TYPE_CHECKING:
    from carto_ext import Carto

_KEY_IS = {
    "keyring": "its key is in the keyring",
    "environment": "its key comes from CARTO_API_KEY",
    "none": "it has no key",
}


@click.command("login", cls=Command)
@click.argument("base_url", required=False)
@click.option("--name", metavar="NAME", help="The name of the profile; by default the user name.")
@click.option("--key-stdin", is_flag=True, help="Read the key from stdin.")
@click.option("--no-key", is_flag=True, help="Store no key; read public data only.")
@click.option("--key-from-env", is_flag=True, help="Store no key; take it from CARTO_API_KEY each time.")
@click.option(
    "--ca-file",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True),
    help="A file with the authorities to trust.",
)
@click.option(
    "--cert",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True),
    help="A file with a client certificate and its key.",
)
@click.pass_obj
def command(
    app: App,
    base_url: str | None,
    name: str | None,
    key_stdin: bool,
    no_key: bool,
    key_from_env: bool,
    ca_file: str | None,
    cert: str | None,
) -> None:
    """Store an account as a profile, and its key in the keyring.

    The command asks for the key, or reads it from stdin. No option takes it, so neither the history of your shell nor
    the list of processes shows it. CARTO checks the key before anything is stored.

    \b
        carto login https://me.carto.com
        carto login https://team.carto.com/u/me --name team --key-stdin < key.txt
    """
    if key_stdin + no_key + key_from_env > 1:
        raise click.UsageError("Give one of --key-stdin, --no-key and --key-from-env.")
    if base_url is None:
        base_url = _asked("Base URL (https://USER.carto.com)")
    settings = Settings.parse(base_url, verify=ca_file or True, cert=cert)
    place: KeyPlace = "none" if no_key else "environment" if key_from_env else "keyring"
    account = Account(settings.base_url, place, checked_name(name or app.profile or settings.username), ca_file, cert)
    key = _given_key(key_stdin) if place == "keyring" else account.api_key()
    kind = _checked(account, key)
    account, profiles = _stored(account, key)
    document = {
        "profile": account.profile,
        "base_url": account.base_url,
        "key": account.key,
        "key_type": kind,
        "default": profiles.default == account.profile,
        "config": str(profiles.path),
    }
    app.show(
        document,
        f"Stored as profile {account.profile} in {profiles.path}; {_KEY_IS[account.key]}.",
    )


def _stored(account: Account, key: str | None) -> tuple[Account, Profiles]:
    """The profile in the file, its key in the keyring; without a keyring the key is to come from the environment."""
    profiles, name = Profiles.load(), account.profile or ""
    if account.key == "keyring" and (why := Keyring().write(account, key or "")):
        account = replace(account, key="environment")
        click.echo(f"The key was not stored: {why}. Set CARTO_API_KEY when you use this profile.", err=True)
    old = profiles.accounts.get(name)
    if old is not None and old.key == "keyring" and (old.base_url, old.key) != (account.base_url, account.key):
        Keyring().delete(old)
    profiles.accounts[name] = account
    profiles.default = profiles.default or name
    profiles.save()
    return account, profiles


def _given_key(from_stdin: bool) -> str:
    key = sys.stdin.readline() if from_stdin else _asked("API key (not shown)", hidden=True)
    if not key.strip():
        raise ConfigurationError("no key was given: copy it from the account's page of API keys, or use --no-key")
    return secret(key.strip())


def _asked(question: str, *, hidden: bool = False) -> str:
    if not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask on: give BASE_URL, and --key-stdin.")
    return secret(click.prompt(question, hide_input=hidden, err=True, type=str))


def _checked(account: Account, key: str | None) -> str:
    """The key's type, asked of CARTO."""
    from carto_ext import Carto

    once = RetryPolicy(attempts=1)  # somebody waits for it
    how: dict[str, Any] = {"verify": account.ca_file or True, "cert": account.cert, "retries": once}
    with Carto(account.base_url, api_key=key, **how) as carto:
        if key is None:
            carto.sql.version()
            return "none"
        return key_type(carto)


def key_type(carto: "Carto") -> str:
    """master, regular or default; raises AuthenticationError for a key that CARTO does not take."""
    try:
        page = carto.api_keys.list()
    except NotFoundError:  # an account that may not use keys has its master key all the same
        carto.sql.query("SELECT 1")
        return "valid"
    own = [one for one in page.result if one.token == carto.settings.api_key]
    return own[0].type_ if own else "valid"
