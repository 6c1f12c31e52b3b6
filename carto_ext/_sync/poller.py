# Made from carto_ext/_async/poller.py by scripts/unasync; do not edit.
"""Waiting for work that goes on at CARTO, with a deadline, from this process or another."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from time import monotonic
from typing import ClassVar, Generic, Protocol, TypeVar

from carto_ext._shared.deadlines import calls_end_by, end_in
from carto_ext._shared.jobs import Outcome, poll_delays
from carto_ext._sync.concurrency import get_cancelled_exc_class, sleep
from carto_ext.errors import CartoTimeoutError, InvalidRequestError, JobError, JobTimeoutError, NotFoundError

State = TypeVar("State")
Read = TypeVar("Read", covariant=True)

# Long enough for nearly every import and job; whoever knows better says so.
DEFAULT_WAIT = 3600.0
# What each question has, even when the wait is nearly over.
LEAST_SECONDS = 10.0


class _Readable(Protocol[Read]):
    def read(self, job_id: str, /) -> Read: ...


class Job(ABC, Generic[State]):
    """Work at CARTO. `id` is all another process needs to go on waiting for it.

    Leaving a wait, by its deadline or by an exception, leaves the work running at CARTO.
    """

    _group: ClassVar[str]  # its method `job(id)` gives the job back
    _field: ClassVar[str] = "state"  # where CARTO says how the job stands

    def __init__(self, api: _Readable[State], job_id: str) -> None:
        self._api = api
        self.id = job_id

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"

    def read(self) -> State:
        """Ask CARTO once for the job as it stands."""
        return self._api.read(self.id)

    @abstractmethod
    def _outcome(self, state: State) -> Outcome: ...

    def _label(self, state: State) -> str:
        """CARTO's word for where the job stands."""
        return str(getattr(state, self._field))

    @abstractmethod
    def _failure(self, state: State) -> JobError:
        """The error for a job that ended, but not well."""

    def states(self, *, timeout: float = DEFAULT_WAIT) -> Iterator[State]:
        """Each new state as it is seen, the final one last; whether that one is good is the caller's to judge.

        Asks often while the job is young, then less and less. Raises JobTimeoutError after `timeout` seconds, or up to
        ten later if CARTO is slow to answer the last question.
        """
        deadline = end_in(timeout)
        seen = None
        try:
            for delay in poll_delays():
                state = self._ask(deadline, timeout, seen)
                final = self._outcome(state) is not Outcome.RUNNING
                label = self._label(state)
                if final or label != seen:
                    seen = label
                    yield state
                if final:
                    return
                left = deadline - monotonic()
                if left <= 0:
                    raise JobTimeoutError(self.id, group=self._group, seconds=timeout, state=seen)
                sleep(min(delay, left))
        except (Exception, KeyboardInterrupt, get_cancelled_exc_class()) as error:
            # The first says so itself; the others are about a job that CARTO does not know.
            if not isinstance(error, JobTimeoutError | NotFoundError | InvalidRequestError):
                error.add_note(f"The job goes on at CARTO; take it up again with carto.{self._group}.job({self.id!r})")
            raise

    def _ask(self, deadline: float, timeout: float, seen: str | None) -> State:
        try:
            with calls_end_by(max(deadline, monotonic() + LEAST_SECONDS)):
                return self.read()
        except CartoTimeoutError as error:
            if monotonic() < deadline:
                raise
            raise JobTimeoutError(self.id, group=self._group, seconds=timeout, state=seen) from error

    def wait(self, *, timeout: float = DEFAULT_WAIT) -> State:
        """The finished job. Raises JobFailedError with CARTO's own reason, JobCancelledError, or JobTimeoutError."""
        for state in self.states(timeout=timeout):
            last = state
        if self._outcome(last) is not Outcome.DONE:
            raise self._failure(last)
        return last
