"""Batch jobs from begin to end."""

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import InvalidRequestError, JobCancelledError, JobFailedError, JobTimeoutError

pytestmark = pytest.mark.anyio


async def test_run_waits_for_the_result(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.batch.run("CREATE TABLE made_by_batch AS SELECT 7 AS seven", timeout=30)
    assert job.status == "done"
    assert (await aio_carto.sql.query("SELECT seven FROM made_by_batch")).rows == [{"seven": 7}]


async def test_a_list_runs_in_order_outside_a_transaction(aio_carto: AsyncCarto) -> None:
    await aio_carto.batch.run(["CREATE TABLE t (i int)", "INSERT INTO t VALUES (1)", "VACUUM t"], timeout=30)
    assert (await aio_carto.sql.query("SELECT i FROM t")).rows == [{"i": 1}]


async def test_the_fallback_form_runs_its_fallbacks(aio_carto: AsyncCarto) -> None:
    await aio_carto.sql.query("CREATE TABLE log (line text)")
    fallback = {
        "query": [{"query": "SELECT nope", "onerror": "INSERT INTO log VALUES ('query failed')"}],
        "onerror": "INSERT INTO log VALUES ('job failed')",
    }
    with pytest.raises(JobFailedError, match='column "nope" does not exist'):
        await aio_carto.batch.run(fallback, timeout=30)
    lines = await aio_carto.sql.query("SELECT line FROM log ORDER BY line")
    assert [row["line"] for row in lines.rows] == ["job failed", "query failed"]


async def test_states_end_with_the_final_one(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.batch.begin("SELECT pg_sleep(0.5)")
    states = [state.status async for state in job.states(timeout=30)]
    assert states[-1] == "done"
    assert len(states) == len(set(states))


async def test_a_failed_job_raises_with_the_servers_reason(aio_carto: AsyncCarto) -> None:
    with pytest.raises(JobFailedError, match="division by zero") as caught:
        await aio_carto.batch.run("SELECT 1/0", timeout=30)
    assert caught.value.job_id in str(caught.value)


async def test_a_wait_has_an_end_and_the_job_can_be_taken_up_again(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.batch.begin("SELECT pg_sleep(2)")
    with pytest.raises(JobTimeoutError, match=job.id):
        await job.wait(timeout=0.2)
    again = aio_carto.batch.job(job.id)
    assert (await again.wait(timeout=30)).status == "done"


async def test_a_cancelled_job_is_not_taken_for_a_good_one(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.batch.begin("SELECT pg_sleep(60)")
    assert (await job.cancel()).status == "cancelled"
    with pytest.raises(JobCancelledError):
        await job.wait(timeout=30)
    with pytest.raises(InvalidRequestError, match="Cannot set status from cancelled"):
        await job.cancel()
