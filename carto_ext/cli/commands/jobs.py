"""`carto jobs`: batch jobs."""

from typing import IO, Any

import click

from carto_client.models import BatchJob
from carto_ext._sync.batch import BatchSqlJob
from carto_ext.cli.app import App, Group
from carto_ext.cli.arguments import given_sql, sql_file_option, timeout_option
from carto_ext.cli.progress import waiting
from carto_ext.cli.tables import utc


@click.group("jobs", cls=Group)
def command() -> None:
    """Run SQL that takes long, as batch jobs."""


@command.command("run")
@click.argument("sql", required=False)
@sql_file_option
@click.option("--no-wait", is_flag=True, help="Print the id and return.")
@timeout_option
@click.pass_obj
def run(app: App, sql: str | None, sql_file: IO[str] | None, no_wait: bool, timeout: float) -> None:
    """Run SQL as a batch job and wait for its end.

    After Ctrl-C the job goes on at CARTO; carto jobs wait ID takes it up again.

    \b
        carto jobs run "UPDATE airports SET city = upper(city)"
        carto jobs run --no-wait -f nightly.sql
    """
    job = app.carto.batch.begin(given_sql(sql, sql_file))
    if no_wait:
        app.show({"id": job.id, "status": "pending"}, job.id)
    else:
        _wait(app, job, timeout)


@command.command("ls")
@click.pass_obj
def ls(app: App) -> None:
    """List this account's running jobs.

    CARTO lists neither waiting nor ended ones; carto jobs wait ID finds them for two hours.
    """
    running = app.carto.batch.in_progress().to_dict().get(app.carto.settings.username, [])
    jobs = [_row(app.carto.batch.read(job_id)) for job_id in running]
    app.show_rows(jobs, ("id", "status", "query"), none="No jobs are running.")


@command.command("wait")
@click.argument("job_id", metavar="ID")
@timeout_option
@click.pass_obj
def wait(app: App, job_id: str, timeout: float) -> None:
    """Wait for the end of a job that was begun before."""
    _wait(app, app.carto.batch.job(job_id), timeout)


@command.command("cancel")
@click.argument("job_id", metavar="ID")
@click.pass_obj
def cancel(app: App, job_id: str) -> None:
    """End a job at CARTO."""
    ended = app.carto.batch.job(job_id).cancel()
    app.show(_row(ended), f"{job_id}: {ended.status}")


def _wait(app: App, job: BatchSqlJob, timeout: float) -> None:
    with app.work_at_carto(f"carto jobs wait {job.id}"), waiting(f"Job {job.id} is at CARTO") as tell:
        for state in job.states(timeout=timeout):
            tell(f"Job {job.id}: {state.status}")
        done = job.wait(timeout=timeout)
    app.show(_row(done), f"{job.id}: {done.status}")


def _row(job: BatchJob) -> dict[str, Any]:
    """What docs/cli.md promises of a job."""
    return {
        "id": job.job_id,
        "status": job.status,
        "created": utc(job.created_at),
        "updated": utc(job.updated_at),
        "failed_reason": job.failed_reason or None,
        "query": job.query,
    }
