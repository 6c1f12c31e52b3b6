"""Waiting, with a deadline, for work that runs at CARTO."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from time import monotonic
from typing import ClassVar, Generic, Protocol, TypeVar

from carto_ext._async.concurrency import get_cancelled_exc_class, sleep
from carto_ext._shared.deadlines import calls_end_by, end_in
from carto_ext._shared.jobs import Outcome, poll_delays
from carto_ext.errors import CartoTimeoutError, InvalidRequestError, JobError, JobTimeoutError, NotFoundError

State = TypeVar("State")
Read = TypeVar("Read", covariant=True)

# Long enough for nearly every import and job; callers can pass another value.
DEFAULT_WAIT = 3600.0
# Each request gets at least this many seconds, even when the wait is nearly over.
LEAST_SECONDS = 10.0


class _Readable(Protocol[Read]):
    async def read(self, job_id: str, /) -> Read: ...


class AsyncJob(ABC, Generic[State]):
    """Work that runs at CARTO.

    If a wait ends early, by its deadline or by an exception, the work continues at CARTO.

    Attributes:
        id: CARTO's id of the job. Another process needs only this to wait for the job.
    """

    _group: ClassVar[str]  # the group whose method `job(id)` returns the job
    _field: ClassVar[str] = "state"  # the field with the job's state

    def __init__(self, api: _Readable[State], job_id: str) -> None:
        self._api = api
        self.id = job_id

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"

    async def read(self) -> State:
        """Ask CARTO once for the job's current state.

        Returns:
            CARTO's description of the job.

        Raises:
            ResponseError: CARTO answered with an error, for example because it does not know the job.
        """
        return await self._api.read(self.id)

    @abstractmethod
    def _outcome(self, state: State) -> Outcome: ...

    def _label(self, state: State) -> str:
        """Return CARTO's name for the job's state."""
        return str(getattr(state, self._field))

    @abstractmethod
    def _failure(self, state: State) -> JobError:
        """Return the error for a job that ended without success."""

    async def states(self, *, timeout: float = DEFAULT_WAIT) -> AsyncIterator[State]:
        """Iterate over the job's states, each as soon as it is seen, until the final one.

        The final state can be a failure: the caller has to check it. Asks CARTO often while the job is young, and less
        and less often later.

        Args:
            timeout: Longest wait in seconds; up to ten more if CARTO is slow to answer the last request.

        Returns:
            An iterator over CARTO's descriptions of the job.

        Raises:
            InvalidArgumentError: `timeout` is not a number of seconds.
            JobTimeoutError: The job had not ended after `timeout` seconds; it continues at CARTO.

        Example:
            async for state in job.states(timeout=300):
                print(state)
        """
        deadline = end_in(timeout)
        seen = None
        try:
            for delay in poll_delays():
                state = await self._ask(deadline, timeout, seen)
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
                await sleep(min(delay, left))
        except (Exception, KeyboardInterrupt, get_cancelled_exc_class()) as error:
            # JobTimeoutError says so itself; the other two mean that CARTO does not know the job.
            if not isinstance(error, JobTimeoutError | NotFoundError | InvalidRequestError):
                error.add_note(f"The job continues at CARTO; wait again with carto.{self._group}.job({self.id!r})")
            raise

    async def _ask(self, deadline: float, timeout: float, seen: str | None) -> State:
        try:
            with calls_end_by(max(deadline, monotonic() + LEAST_SECONDS)):
                return await self.read()
        except CartoTimeoutError as error:
            if monotonic() < deadline:
                raise
            raise JobTimeoutError(self.id, group=self._group, seconds=timeout, state=seen) from error

    async def wait(self, *, timeout: float = DEFAULT_WAIT) -> State:
        """Wait for the job to end.

        Args:
            timeout: Longest wait in seconds. The job continues at CARTO afterwards.

        Returns:
            CARTO's description of the finished job.

        Raises:
            InvalidArgumentError: `timeout` is not a number of seconds.
            JobFailedError: The job failed; `reason` is CARTO's own.
            JobCancelledError: The job was cancelled.
            JobTimeoutError: The job had not ended after `timeout` seconds; it continues at CARTO.
        """
        async for state in self.states(timeout=timeout):
            last = state
        if self._outcome(last) is not Outcome.DONE:
            raise self._failure(last)
        return last
