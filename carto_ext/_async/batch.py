"""Batch SQL: queries that CARTO runs for minutes or hours, outside a transaction, one job at a time."""

from carto_client.api.batch import AsyncBatchApi, batch_create
from carto_client.models import BatchCreateRequest, BatchJob
from carto_ext._async.poller import DEFAULT_WAIT, AsyncJob
from carto_ext._shared.batch_forms import BatchQuery, checked_query, failure_reason, job_label, job_outcome
from carto_ext._shared.deadlines import check_wait
from carto_ext._shared.jobs import Outcome
from carto_ext.errors import JobCancelledError, JobError, JobFailedError


class AsyncBatchSqlJob(AsyncJob[BatchJob]):
    """One batch job; `wait` returns CARTO's description of it when it is done.

    A job is done when its fallbacks (`onsuccess`, `onerror`) are done as well. If a fallback fails, `wait` raises
    JobFailedError even if all queries succeeded; the error's `state` is CARTO's description of the job.
    """

    _group = "batch"
    _api: AsyncBatchApi

    async def cancel(self) -> BatchJob:
        """Cancel the job at CARTO.

        Returns:
            The cancelled job.

        Raises:
            InvalidRequestError: The job has already ended, or CARTO does not know it (any more).
            PermissionDeniedError: The key is not the master key.
        """
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
    """`/api/v2/sql/job`. Needs the master key. CARTO keeps finished jobs for two hours."""

    async def begin(self, query: BatchQuery) -> AsyncBatchSqlJob:
        """Queue a job and return without waiting for it.

        CARTO accepts up to 16,384 characters of JSON, and 64 waiting jobs. Endpoint: `POST /api/v2/sql/job`.

        Args:
            query: A SQL text, a list of SQL texts, or a fallback job: `{"query": [{"query": …, "onsuccess": …,
                "onerror": …, "timeout": ms}], "onsuccess": …, "onerror": …}`.

        Returns:
            The job. Its `id` is all that another process needs to wait for it.

        Raises:
            InvalidArgumentError: `query` has none of these forms; nothing was sent.
            PermissionDeniedError: The key is not the master key.
            InvalidRequestError: CARTO refused the job, for example because it is too long.

        Example:
            job = await carto.batch.begin("CREATE TABLE big AS SELECT * FROM bigger")
            done = await job.wait(timeout=3600)
        """
        created = await batch_create.asyncio(client=self._client, body=BatchCreateRequest(checked_query(query)))
        return self.job(created.job_id)

    async def run(self, query: BatchQuery, *, timeout: float = DEFAULT_WAIT) -> BatchJob:
        """Queue a job and wait until it and its fallbacks are done.

        Args:
            query: As in `begin`.
            timeout: Longest wait in seconds. The job continues at CARTO afterwards.

        Returns:
            CARTO's description of the finished job.

        Raises:
            JobFailedError: A query or a fallback failed; `reason` says which one and why.
            JobCancelledError: The job was cancelled.
            JobTimeoutError: The job was not done after `timeout` seconds; it continues at CARTO.

        Example:
            await carto.batch.run(["UPDATE airports SET name = trim(name)", "VACUUM airports"])
        """
        check_wait(timeout)
        return await (await self.begin(query)).wait(timeout=timeout)

    def job(self, job_id: str) -> AsyncBatchSqlJob:
        """Return a job that was started earlier, here or in another process. Sends no request.

        Args:
            job_id: The job's `id`.

        Returns:
            The job, to wait for or to cancel.
        """
        return AsyncBatchSqlJob(self, job_id)
