"""Batch SQL: queries that run at CARTO for minutes or hours, outside a transaction, one job at a time."""

from carto_client.api.batch import AsyncBatchApi, batch_create
from carto_client.models import BatchCreateRequest, BatchJob
from carto_ext._async.poller import DEFAULT_WAIT, AsyncJob
from carto_ext._shared.batch_forms import BatchQuery, checked_query, failure_reason, job_label, job_outcome
from carto_ext._shared.deadlines import check_wait
from carto_ext._shared.jobs import Outcome
from carto_ext.errors import JobCancelledError, JobError, JobFailedError


class AsyncBatchSqlJob(AsyncJob[BatchJob]):
    """One batch job; `wait` returns it as CARTO describes it when done.

    Done is a job when its fallbacks are, too (`onsuccess`, `onerror`). If one of them failed, JobFailedError says so,
    also where all queries went well; `state` of the error is the job as CARTO describes it.
    """

    _group = "batch"
    _api: AsyncBatchApi

    async def cancel(self) -> BatchJob:
        """End the job at CARTO. InvalidRequestError if it is over already."""
        return await self._api.cancel(self.id)

    def _outcome(self, state: BatchJob) -> Outcome:
        return job_outcome(state)

    def _label(self, state: BatchJob) -> str:
        return job_label(state)

    def _failure(self, state: BatchJob) -> JobError:
        if self._outcome(state) is Outcome.CANCELLED:
            return JobCancelledError(self.id)
        return JobFailedError(self.id, reason=failure_reason(state), state=state)


class AsyncBatch(AsyncBatchApi):
    """`/api/v2/sql/job`. Needs the master key. Finished jobs are kept for two hours."""

    async def begin(self, query: BatchQuery) -> AsyncBatchSqlJob:
        """Queue a query, a list of queries, or a fallback job; returns at once with the job.

        A fallback job is `{"query": [{"query": …, "onsuccess": …, "onerror": …, "timeout": ms}], "onsuccess": …,
        "onerror": …}`. CARTO takes up to 16,384 characters of JSON and 64 waiting jobs. InvalidArgumentError for
        anything else, before it is sent.
        """
        created = await batch_create.asyncio(client=self._client, body=BatchCreateRequest(checked_query(query)))
        return self.job(created.job_id)

    async def run(self, query: BatchQuery, *, timeout: float = DEFAULT_WAIT) -> BatchJob:
        """`begin` and `wait`, for the fallbacks as well.

        After `timeout` seconds JobTimeoutError is raised and the job goes on at CARTO. JobFailedError if a query or a
        fallback failed: its `reason` says which.
        """
        check_wait(timeout)
        return await (await self.begin(query)).wait(timeout=timeout)

    def job(self, job_id: str) -> AsyncBatchSqlJob:
        """A job that was begun before, here or elsewhere. Asks nothing yet."""
        return AsyncBatchSqlJob(self, job_id)
