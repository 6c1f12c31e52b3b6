# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `batch`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import documented_by

if TYPE_CHECKING:
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.batch_in_progress import BatchInProgress
    from ...models.batch_job import BatchJob

__all__ = ("AsyncBatchApi", "BatchApi")


class BatchApi:
    """The operations of `batch`.

    Long-running SQL in the background, on the SQL API, whose tag `sql` describes errors and limits. One job of
    an account runs at a time.

    Functions without a method, because another method replaces them: `batch_create` (`batch.begin`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def read(self, job_id: str) -> BatchJob:
        """Look at a job.

        Needs the master key. A job of several statements goes back to `pending` between two of them, so that is not
        a sign that it has not begun.

        Args:
            job_id (str): Id of the job (`job_id` of its creation). An id that is unknown, or of a job that ended
                more than two hours ago, gives 400 `Job with id … not found`, not 404.

        Returns:
            BatchJob: The job as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .batch_read import sync as _call

        return _call(client=self._client, job_id=job_id)

    def update(self, job_id: str, query: Any) -> BatchJob:
        """Change the SQL of a job (refused by the server).

        **Do not use.** CARTO's documentation describes it, but the server has no such route: every call is answered
        by 404 with an HTML page (`Cannot PUT /…`). Cancel the job and create another.

        Args:
            job_id (str): Id of the job (`job_id` of its creation). An id that is unknown, or of a job that ended
                more than two hours ago, gives 400 `Job with id … not found`, not 404.
            query (Any): One of three forms:

                1. a string: one statement;
                2. a list of strings: run in order, the rest stays `pending` for ever after a failure. An empty list is
                  accepted and never ends;
                3. an object `{"query": [{"query": "…", "onsuccess": "…", "onerror": "…", "timeout": 1000}, …],
                  "onsuccess": "…", "onerror": "…"}`: only the inner `query` is needed. The statement of `onsuccess`
                  or `onerror` runs after its query or after the whole job. `timeout` is in milliseconds. In the
                  inner ones `<%= job_id %>` and, in `onerror`, `<%= error_message %>` are replaced. Further keys,
                  such as `id`, are kept.

                Otherwise 400: `You must indicate a valid SQL` (nothing, empty, null) or `there is no job class for the
                provided query`.

        Returns:
            BatchJob: Promised by the documentation. The server was never seen to send it.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.batch_create_request import BatchCreateRequest
        from .batch_update import sync as _call

        return _call(client=self._client, job_id=job_id, body=BatchCreateRequest(query=query))

    def cancel(self, job_id: str) -> BatchJob:
        """Cancel a job.

        Needs the master key. Stops a waiting or running job; of a list, the current statement is cancelled and the
        rest stays `pending` for ever. A job that has ended cannot be cancelled: 400 `Cannot set status from done to
        cancelled`.

        Args:
            job_id (str): Id of the job (`job_id` of its creation). An id that is unknown, or of a job that ended
                more than two hours ago, gives 400 `Job with id … not found`, not 404.

        Returns:
            BatchJob: The job, its status now `cancelled`.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .batch_cancel import sync as _call

        return _call(client=self._client, job_id=job_id)

    def in_progress(self) -> BatchInProgress:
        """List the jobs that are at work on the server.

        The running jobs of **all** accounts of the server, whichever account the address names. Needs no key.
        Waiting and ended jobs are not listed.

        Returns:
            BatchInProgress: Account names and the ids of their jobs; an empty object if none runs.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .batch_in_progress import sync as _call

        return _call(client=self._client)


@documented_by(BatchApi)
class AsyncBatchApi:
    """The operations of `batch`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def read(self, job_id: str) -> BatchJob:
        """Look at a job: see `BatchApi.read`."""
        from .batch_read import asyncio as _call

        return await _call(client=self._client, job_id=job_id)

    async def update(self, job_id: str, query: Any) -> BatchJob:
        """Change the SQL of a job (refused by the server): see `BatchApi.update`."""
        from ...models.batch_create_request import BatchCreateRequest
        from .batch_update import asyncio as _call

        return await _call(client=self._client, job_id=job_id, body=BatchCreateRequest(query=query))

    async def cancel(self, job_id: str) -> BatchJob:
        """Cancel a job: see `BatchApi.cancel`."""
        from .batch_cancel import asyncio as _call

        return await _call(client=self._client, job_id=job_id)

    async def in_progress(self) -> BatchInProgress:
        """List the jobs that are at work on the server: see `BatchApi.in_progress`."""
        from .batch_in_progress import asyncio as _call

        return await _call(client=self._client)
