"""Batch jobs from begin to end."""

import math
from typing import Any

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import (
    InvalidArgumentError,
    InvalidRequestError,
    JobCancelledError,
    JobFailedError,
    JobTimeoutError,
    NotFoundError,
)

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


async def test_run_waits_for_the_fallbacks_of_the_job(aio_carto: AsyncCarto) -> None:
    """CARTO calls the job done before they begin."""
    await aio_carto.sql.query("CREATE TABLE log (line text)")
    one = {"query": "SELECT 1"}
    slow = {"query": [one], "onsuccess": "INSERT INTO log SELECT 'after' FROM pg_sleep(0.7)"}
    job = await aio_carto.batch.run(slow, timeout=30)
    assert (job.status, job.fallback_status) == ("done", "done")
    assert (await aio_carto.sql.query("SELECT line FROM log")).rows == [{"line": "after"}]
    states = [state async for state in (await aio_carto.batch.begin(slow)).states(timeout=30)]
    assert [(state.status, state.fallback_status) for state in states][-1] == ("done", "done")
    with pytest.raises(JobTimeoutError, match=r"state: (done, fallback (pending|running)|pending|running)"):
        await aio_carto.batch.run({"query": [one], "onsuccess": "SELECT pg_sleep(3)"}, timeout=0.5)


async def test_a_failed_fallback_is_told(aio_carto: AsyncCarto) -> None:
    one, wrong = {"query": "SELECT 1"}, "SELECT nope"
    with pytest.raises(JobFailedError, match="the queries are done, `onsuccess` of the job failed") as caught:
        await aio_carto.batch.run({"query": [one], "onsuccess": wrong}, timeout=30)
    assert (caught.value.state.status, caught.value.state.fallback_status) == ("done", "failed")
    with pytest.raises(JobFailedError, match="division by zero; `onerror` of the job failed"):
        await aio_carto.batch.run({"query": [{"query": "SELECT 1/0"}], "onerror": wrong}, timeout=30)
    with pytest.raises(JobFailedError, match=r'`onsuccess` of query\[1\] failed: column "nope" does not exist'):
        await aio_carto.batch.run({"query": [one, one | {"onsuccess": wrong}]}, timeout=30)
    # Where CARTO skips a fallback, nothing has failed.
    assert (await aio_carto.batch.run({"query": [one], "onerror": wrong}, timeout=30)).fallback_status == "skipped"
    assert (await aio_carto.batch.run({"query": [one | {"onerror": wrong}]}, timeout=30)).status == "done"


WRONG: dict[str, tuple[Any, str]] = {
    "nothing": (None, "query is NoneType"),
    "a number": (5, "query is int"),
    "bytes": (b"SELECT 1", "query is bytes"),
    "an empty list": ([], "empty list"),
    "a blank text": (" ", "query is blank"),
    "a blank in a list": (["SELECT 1", ""], r"query\[1\] is blank"),
    "a number in a list": (["SELECT 1", 5], r"query\[1\] is int"),
    "objects": (
        [{"query": "SELECT 1", "onerror": "SELECT 2"}],
        r"query\[0\] is an object: a list holds SQL texts only",
    ),
    "an empty object": ({}, "a fallback job needs a list of objects"),
    "an object of one text": ({"query": "SELECT 1"}, "a fallback job needs a list of objects"),
    "no queries": ({"query": []}, "a fallback job needs a list of objects"),
    "texts in an object": ({"query": ["SELECT 1"]}, r'"query"\[0\] of a fallback job is str, not an object'),
    "objects without SQL": ({"query": [{"onerror": "SELECT 1"}]}, r'\["query"\] of a fallback job is NoneType'),
}


@pytest.mark.parametrize("case", WRONG)
async def test_what_is_no_job_is_refused_with_what_one_looks_like(aio_carto: AsyncCarto, case: str) -> None:
    query, told = WRONG[case]
    with pytest.raises(InvalidArgumentError, match=told) as caught:
        await aio_carto.batch.begin(query)
    assert '{"query": [{"query": "…", "onsuccess": "…", "onerror": "…"}]' in str(caught.value)


async def test_a_job_that_is_not_there_does_not_go_on(aio_carto: AsyncCarto) -> None:
    with pytest.raises(InvalidRequestError, match="not found") as caught:
        await aio_carto.batch.job("b0b0b0b0-0000-4000-8000-000000000000").wait(timeout=30)
    assert not getattr(caught.value, "__notes__", [])
    with pytest.raises(NotFoundError) as missing:
        await aio_carto.exports.job("b0b0b0b0-0000-4000-8000-000000000000").wait(timeout=30)
    assert not getattr(missing.value, "__notes__", [])


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


@pytest.mark.parametrize("timeout", [None, "5", -1, math.nan, True])
async def test_a_wait_without_a_number_of_seconds_is_refused_before_anything_is_sent(
    aio_carto: AsyncCarto, timeout: Any
) -> None:
    waits = [
        lambda: aio_carto.batch.run("SELECT 1", timeout=timeout),
        lambda: aio_carto.batch.job("none").wait(timeout=timeout),
        lambda: aio_carto.imports.job("none").wait(timeout=timeout),
        lambda: aio_carto.datasets.from_file(b"a\n1\n", name="a.csv", timeout=timeout),
        lambda: aio_carto.datasets.from_url("https://example.com/a.csv", timeout=timeout),
        lambda: aio_carto.datasets.from_sql("SELECT 1", "one", timeout=timeout),
        lambda: aio_carto.datasets.from_sync("https://example.com/a.csv", timeout=timeout),
        lambda: aio_carto.exports.export("none", "none.carto", timeout=timeout),
    ]
    for wait in waits:
        with pytest.raises(InvalidArgumentError, match=f"timeout is {timeout!r}: give a number of seconds"):
            await wait()


async def test_a_cancelled_job_is_not_taken_for_a_good_one(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.batch.begin("SELECT pg_sleep(60)")
    assert (await job.cancel()).status == "cancelled"
    with pytest.raises(JobCancelledError):
        await job.wait(timeout=30)
    with pytest.raises(InvalidRequestError, match="Cannot set status from cancelled"):
        await job.cancel()
