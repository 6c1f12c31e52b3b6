# Made from tests/_async/test_batch.py by scripts/unasync; do not edit.
"""Batch jobs from begin to end."""

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import InvalidRequestError, JobCancelledError, JobFailedError, JobTimeoutError

pytestmark = pytest.mark.anyio


def test_run_waits_for_the_result(carto: Carto) -> None:
    job = carto.batch.run("CREATE TABLE made_by_batch AS SELECT 7 AS seven", timeout=30)
    assert job.status == "done"
    assert (carto.sql.query("SELECT seven FROM made_by_batch")).rows == [{"seven": 7}]


def test_a_list_runs_in_order_outside_a_transaction(carto: Carto) -> None:
    carto.batch.run(["CREATE TABLE t (i int)", "INSERT INTO t VALUES (1)", "VACUUM t"], timeout=30)
    assert (carto.sql.query("SELECT i FROM t")).rows == [{"i": 1}]


def test_the_fallback_form_runs_its_fallbacks(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE log (line text)")
    fallback = {
        "query": [{"query": "SELECT nope", "onerror": "INSERT INTO log VALUES ('query failed')"}],
        "onerror": "INSERT INTO log VALUES ('job failed')",
    }
    with pytest.raises(JobFailedError, match='column "nope" does not exist'):
        carto.batch.run(fallback, timeout=30)
    lines = carto.sql.query("SELECT line FROM log ORDER BY line")
    assert [row["line"] for row in lines.rows] == ["job failed", "query failed"]


def test_states_end_with_the_final_one(carto: Carto) -> None:
    job = carto.batch.begin("SELECT pg_sleep(0.5)")
    states = [state.status for state in job.states(timeout=30)]
    assert states[-1] == "done"
    assert len(states) == len(set(states))


def test_a_failed_job_raises_with_the_servers_reason(carto: Carto) -> None:
    with pytest.raises(JobFailedError, match="division by zero") as caught:
        carto.batch.run("SELECT 1/0", timeout=30)
    assert caught.value.job_id in str(caught.value)


def test_a_wait_has_an_end_and_the_job_can_be_taken_up_again(carto: Carto) -> None:
    job = carto.batch.begin("SELECT pg_sleep(2)")
    with pytest.raises(JobTimeoutError, match=job.id):
        job.wait(timeout=0.2)
    again = carto.batch.job(job.id)
    assert (again.wait(timeout=30)).status == "done"


def test_a_cancelled_job_is_not_taken_for_a_good_one(carto: Carto) -> None:
    job = carto.batch.begin("SELECT pg_sleep(60)")
    assert (job.cancel()).status == "cancelled"
    with pytest.raises(JobCancelledError):
        job.wait(timeout=30)
    with pytest.raises(InvalidRequestError, match="Cannot set status from cancelled"):
        job.cancel()
