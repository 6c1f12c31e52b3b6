"""`carto sync`: tables that CARTO fetches again and again."""

from typing import Any

import click

from carto_client.models import Synchronization
from carto_ext.cli.app import App, Group, Refused
from carto_ext.cli.arguments import timeout_option
from carto_ext.cli.failures import CONFLICT, NOT_FOUND
from carto_ext.cli.progress import waiting
from carto_ext.cli.tables import utc

_COLUMNS = ("name", "state", "interval", "last_run", "next_run", "url")


@click.group("sync", cls=Group)
def command() -> None:
    """Tables that CARTO fetches again and again."""


@command.command("ls")
@click.pass_obj
def ls(app: App) -> None:
    """List synchronizations."""
    rows = [_row(one) for one in app.carto.synchronizations.list().synchronizations]
    app.show_rows(rows, _COLUMNS, none="No synchronizations.")


@command.command("run")
@click.argument("name", metavar="NAME|ID")
@click.option("--no-wait", is_flag=True, help="Return before the run ends.")
@timeout_option
@click.pass_obj
def run(app: App, name: str, no_wait: bool, timeout: float) -> None:
    """Have CARTO fetch a table now."""
    found = [one for one in app.carto.synchronizations.list().synchronizations if name in (one.name, one.id)]
    if not found:
        raise Refused(f"there is no synchronization {name!r}: carto sync ls lists them", NOT_FOUND)
    job = app.carto.synchronizations.job(found[0].id)
    if not job.sync_now():
        raise Refused(
            f"CARTO does not run {name} now: it is running, ran less than 15 minutes ago, or three others are running; "
            "try again later",
            CONFLICT,
        )
    if not no_wait:
        with app.work_at_carto("carto sync ls"), waiting(f"CARTO fetches {name}") as tell:
            for state in job.states(timeout=timeout):
                tell(f"{name}: {state.state}")
            job.wait(timeout=timeout)
    row = _row(job.read())
    app.show(row, f"{row['name']}: {row['state']}")


def _row(sync: Synchronization) -> dict[str, Any]:
    """What docs/cli.md promises of a synchronization."""
    return {
        "name": sync.name,
        "id": sync.id,
        "state": sync.state,
        "interval": sync.interval,
        "last_run": utc(sync.ran_at),
        "next_run": utc(sync.run_at),
        "url": sync.url,
        "error": sync.error_message,
    }
