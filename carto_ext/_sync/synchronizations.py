# Made from carto_ext/_async/synchronizations.py by scripts/unasync; do not edit.
"""Synchronizations: a table that CARTO fetches again and again."""

from typing import Unpack

from carto_client.api.synchronizations import SynchronizationsApi, synchronizations_create
from carto_client.models import Synchronization, SynchronizationCreateRequest
from carto_ext._shared.forms import SyncSource, check_source, checked_url
from carto_ext._shared.jobs import Outcome, sync_outcome
from carto_ext._sync.poller import Job
from carto_ext.errors import JobError, JobFailedError


class SynchronizationJob(Job[Synchronization]):
    """The latest run of a synchronization; `wait` returns the synchronization, its `name` that of the table."""

    _group = "synchronizations"
    _api: SynchronizationsApi

    def sync_now(self) -> bool:
        """Ask for a run now. False if CARTO refuses: one is under way, the last was less than 15 minutes ago, or
        three others are running."""
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
        """Let CARTO fetch a file now and every `interval` seconds (900 at least); the job is its first run.

        The URL is checked here, since CARTO refuses a bad one only after it has stored the synchronization. Instead of
        it a `connector`, a `remote_visualization_id` or a `service_item_id` with its `service_name` will do, as in
        `carto.imports.begin`.
        """
        body = SynchronizationCreateRequest(interval=interval, **source)
        if url is None:
            check_source(source)
        else:
            body.url = checked_url(url)
        created = synchronizations_create.sync(client=self._client, body=body)
        return self.job(created.id)

    def job(self, synchronization_id: str) -> SynchronizationJob:
        """A synchronization that exists already. Asks nothing yet."""
        return SynchronizationJob(self, synchronization_id)
