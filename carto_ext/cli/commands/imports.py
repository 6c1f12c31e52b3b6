"""`carto import`."""

import os
import re
from collections.abc import Sequence
from typing import Any

import click

from carto_client.models import Visualization
from carto_ext._sync.concurrency import gather
from carto_ext._sync.imports import ImportJob
from carto_ext.cli.app import App, Command
from carto_ext.cli.arguments import timeout_option
from carto_ext.cli.failures import explain
from carto_ext.cli.progress import transfers, waiting
from carto_ext.errors import CartoError, JobError, JobTimeoutError, NotFoundError, PartialFailureError

_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_SLOTS = 3  # of an account, unless CARTO gave it more


@click.command("import", cls=Command)
@click.argument("sources", metavar="FILE|URL…", nargs=-1)
@click.option("--name", help="The name to import one file under, such as airports.csv.")
@click.option(
    "--collision", type=click.Choice(["skip", "overwrite"]), help="What to do if a table of that name exists."
)
@click.option("--privacy", type=click.Choice(["public", "link", "private"]), help="Who may see the dataset.")
@click.option("--no-guessing", is_flag=True, help="Read every column as text.")
@click.option("--no-wait", is_flag=True, help="Print the ids and return.")
@click.option("--resume", metavar="ID", multiple=True, help="Wait for an import that was begun before.")
@timeout_option
@click.pass_obj
def command(
    app: App,
    sources: tuple[str, ...],
    name: str | None,
    collision: str | None,
    privacy: str | None,
    no_guessing: bool,
    no_wait: bool,
    resume: tuple[str, ...],
    timeout: float,
) -> None:
    """Make datasets of files and URLs, up to three at a time.

    Files are uploaded; CARTO fetches URLs itself. The command waits until each is a dataset.

    \b
        carto import airports.csv roads.gpkg https://example.com/cities.geojson
        carto import airports.csv --collision overwrite
    """
    if bool(sources) == bool(resume):
        raise click.UsageError("Give files or URLs to import, or --resume ID.")
    if name and (len(sources) != 1 or _URL.match(sources[0])):
        raise click.UsageError("--name is for one file.")
    options: dict[str, Any] = {"collision_strategy": collision, "privacy": privacy}
    options = {key: value for key, value in options.items() if value is not None}
    if no_guessing:
        options["type_guessing"] = False
    if no_wait:
        _begin(app, sources, name, options)
    elif resume:
        _report(app, resume, _resumed(app, resume, timeout))
    else:
        _report(app, sources, _imported(app, sources, name, timeout, options))


def _begin(app: App, sources: Sequence[str], name: str | None, options: dict[str, Any]) -> None:
    begun = []
    with transfers() as track:
        for source in sources:
            if _URL.match(source):
                job = app.carto.imports.from_url(source, **options)
            else:
                job = app.carto.imports.upload(source, name=name, progress=track(source).bytes, **options)
            begun.append({"source": source, "id": job.id})
    app.show_rows(begun, ("source", "id"), none="")


def _imported(
    app: App, sources: Sequence[str], name: str | None, timeout: float, options: dict[str, Any]
) -> Sequence[Visualization | CartoError]:
    carto = app.carto

    def one(source: str) -> Visualization:
        begun: list[str] = []
        line = track(os.path.basename(source))

        def told(job: ImportJob) -> None:
            line.say(f"{os.path.basename(source)}: CARTO imports it")
            begun.append(f"carto import --resume {job.id}")
            app.going_on.extend(begun)

        how = {**options, "begun": told, "timeout": timeout}
        try:
            if _URL.match(source):
                made = carto.datasets.from_url(source, **how)
            else:
                made = carto.datasets.from_file(source, name=name, progress=line.bytes, **how)
        except (JobError, NotFoundError) as error:
            _forget(app, [] if isinstance(error, JobTimeoutError) else begun)
            raise
        _forget(app, begun)
        return made

    with transfers() as track:
        return gather(one, sources, _SLOTS, CartoError)


def _forget(app: App, commands: Sequence[str]) -> None:
    for one in commands:
        app.going_on.remove(one)


def _resumed(app: App, import_ids: Sequence[str], timeout: float) -> Sequence[Visualization | CartoError]:
    carto = app.carto

    def one(import_id: str) -> Visualization:
        with app.work_at_carto(f"carto import --resume {import_id}"):
            done = carto.imports.job(import_id).wait(timeout=timeout)
        return carto.viz.read(done.table_name or "")

    with waiting("CARTO imports"):
        return gather(one, import_ids, _SLOTS, CartoError)


def _report(app: App, sources: Sequence[str], outcomes: Sequence[Visualization | CartoError]) -> None:
    """One that failed is told as its own error, several as a list and a sum."""
    if len(outcomes) == 1 and isinstance(outcomes[0], CartoError):
        raise outcomes[0]
    rows = [_row(source, outcome) for source, outcome in zip(sources, outcomes, strict=True)]
    failed = any(isinstance(one, CartoError) for one in outcomes)
    app.show_rows(rows, ("source", "dataset"), none="")
    if failed:
        for row in rows:
            if row["error"]:
                click.echo(f"{row['source']}: {row['error']}", err=True)
        raise PartialFailureError(outcomes)


def _row(source: str, outcome: Visualization | CartoError) -> dict[str, str | None]:
    if isinstance(outcome, CartoError):
        return {"source": source, "dataset": None, "id": None, "error": " ".join(explain(outcome))}
    return {"source": source, "dataset": outcome.name, "id": outcome.id, "error": None}
