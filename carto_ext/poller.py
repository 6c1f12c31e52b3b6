# Made from carto_ext/aio/poller.py by scripts/unasync; do not edit.
"""Waiting for work that goes on at CARTO, with a deadline, from this process or another."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from time import monotonic
from typing import Generic, TypeVar

from carto_ext.blocking import sleep
from carto_ext.errors import JobTimeoutError
from carto_ext.jobs import Outcome, poll_delays

State = TypeVar("State")

# Long enough for nearly every import and job; whoever knows better says so.
DEFAULT_WAIT = 3600.0


class Job(ABC, Generic[State]):
    """Work at CARTO. `id` is all another process needs to go on waiting for it.

    Leaving a wait, by its deadline or by an exception, leaves the work running at CARTO.
    """

    _group: str  # where `job(id)` gives it back

    def __init__(self, job_id: str) -> None:
        self.id = job_id

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"

    @abstractmethod
    def read(self) -> State:
        """Ask CARTO once for the job as it stands."""

    @abstractmethod
    def _label(self, state: State) -> str:
        """CARTO's word for where the job stands."""

    @abstractmethod
    def _outcome(self, state: State) -> Outcome: ...

    @abstractmethod
    def _raise_unless_done(self, state: State) -> None: ...

    def states(self, *, timeout: float = DEFAULT_WAIT) -> Iterator[State]:
        """Each new state as it is seen, the final one last; whether that one is good is the caller's to judge.

        Asks often while the job is young, then less and less. Raises JobTimeoutError after `timeout` seconds.
        """
        deadline = monotonic() + timeout
        seen = None
        for delay in poll_delays():
            state = self.read()
            final = self._outcome(state) is not Outcome.RUNNING
            if final or self._label(state) != seen:
                seen = self._label(state)
                yield state
            if final:
                return
            left = deadline - monotonic()
            if left <= 0:
                raise JobTimeoutError(self.id, group=self._group, seconds=timeout, state=seen)
            sleep(min(delay, left))

    def wait(self, *, timeout: float = DEFAULT_WAIT) -> State:
        """The finished job. Raises JobFailedError with CARTO's own reason, JobCancelledError, or JobTimeoutError."""
        for state in self.states(timeout=timeout):
            last = state
        self._raise_unless_done(last)
        return last
