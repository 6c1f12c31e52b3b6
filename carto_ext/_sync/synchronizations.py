# Made from carto_ext/_async/synchronizations.py by scripts/unasync; do not edit.
"""Synchronizations: tables that CARTO fetches at regular intervals."""

from typing import Unpack

from carto_client.api.synchronizations import SynchronizationsApi, synchronizations_create
from carto_client.models import Synchronization, SynchronizationCreateRequest
from carto_ext._shared.forms import SyncSource, check_source, checked_url
from carto_ext._shared.jobs import Outcome, sync_outcome
from carto_ext._sync.poller import Job
from carto_ext.errors import JobError, JobFailedError


class SynchronizationJob(Job[Synchronization]):
    """The latest run of a synchronization; `wait` returns the synchronization, whose `name` is the table's name."""

    _group = "synchronizations"
    _api: SynchronizationsApi

    def sync_now(self) -> bool:
        """Ask CARTO for a run now.

        Returns:
            False if CARTO refuses: a run is in progress, the last one was less than 15 minutes ago, or three other
            synchronizations of the account are running.
        """
        return (self._api.sync_now(self.id)).enqueued

    def _outcome(self, state: Synchronization) -> Outcome:
        return sync_outcome(state.state)

    def _failure(self, state: Synchronization) -> JobError:
        code = f" (error code {state.error_code})" if state.error_code else ""
        return JobFailedError(self.id, reason=f"{state.error_message or 'CARTO gave no reason'}{code}")


class Synchronizations(SynchronizationsApi):
    """`/api/v1/synchronizations`."""

    def begin(
        self, url: str | None = None, *, interval: int = 3600, **source: Unpack[SyncSource]
    ) -> SynchronizationJob:
        """Let CARTO fetch a file now and at regular intervals.

        The URL is checked here because CARTO stores the synchronization before it refuses a bad one. Endpoint:
        `POST /api/v1/synchronizations`.

        Args:
            url: An http, https or ftp URL. Leave it out for another source.
            interval: Seconds between two runs, at least 900.
            **source: Another source: `connector`, `remote_visualization_id`, or `service_item_id` with
                `service_name`, as in `carto.imports.begin`; and options of the import.

        Returns:
            The job of the first run.

        Raises:
            InvalidArgumentError: `url` is not an absolute URL, or there is no source; nothing was sent.
            InvalidRequestError: CARTO refused the interval or the source.
            AuthenticationError: The key is not the master key, or synchronizations are not in the account's plan.

        Example:
            job = carto.synchronizations.begin("https://example.com/airports.csv", interval=3600)
            table = (job.wait()).name
        """
        body = SynchronizationCreateRequest(interval=interval, **source)
        if url is None:
            check_source(source)
        else:
            body.url = checked_url(url)
        created = synchronizations_create.sync(client=self._client, body=body)
        return self.job(created.id)

    def job(self, synchronization_id: str) -> SynchronizationJob:
        """Return the job of an existing synchronization. Sends no request.

        Args:
            synchronization_id: The synchronization's id.

        Returns:
            The job, which stands for the latest run.
        """
        return SynchronizationJob(self, synchronization_id)
