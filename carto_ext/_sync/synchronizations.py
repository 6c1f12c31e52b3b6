# Made from carto_ext/_async/synchronizations.py by scripts/unasync; do not edit.
"""Synchronizations: a table that CARTO fetches again and again."""

from carto_client.api.synchronizations import SynchronizationsApi
from carto_client.models import Synchronization
from carto_client.types import UNSET, Unset
from carto_ext._shared.forms import checked_url
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
        self,
        url: str,
        *,
        interval: int = 3600,
        content_guessing: bool | Unset = UNSET,
        create_vis: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        type_guessing: bool | Unset = UNSET,
    ) -> SynchronizationJob:
        """Let CARTO fetch a file now and every `interval` seconds (900 at least); the job is its first run.

        The URL is checked here, since CARTO refuses a bad one only after it has stored the synchronization. Databases
        (`connector`) and services go through `create` and `job`.
        """
        created = self.create(
            url=checked_url(url),
            interval=interval,
            content_guessing=content_guessing,
            create_vis=create_vis,
            quoted_fields_guessing=quoted_fields_guessing,
            type_guessing=type_guessing,
        )
        return self.job(created.id)

    def job(self, synchronization_id: str) -> SynchronizationJob:
        """A synchronization that exists already. Asks nothing yet."""
        return SynchronizationJob(self, synchronization_id)
