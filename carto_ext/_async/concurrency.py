"""Concurrency in an event loop: sleeping, worker threads, many calls at a time.

The sync version is also written by hand; both have the same names.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from anyio import CancelScope, create_task_group, move_on_after, to_thread
from anyio import get_cancelled_exc_class as get_cancelled_exc_class
from anyio import sleep as sleep

from carto_ext.errors import CartoError

T = TypeVar("T")
Argument = TypeVar("Argument")
Kept = TypeVar("Kept", bound=Exception)
# A cancelled call waits this long for its worker thread to return from the caller's file or the disk. After that it
# leaves the thread running: a thread cannot be interrupted, and a call must not hang.
_PATIENCE = 5.0
_GLANCE = 0.01
# Clean-up at CARTO that takes longer is given up.
_LAST_WORDS_SECONDS = 20.0


async def run(function: Callable[[], T], *, dispose: Callable[[T], object] | None = None) -> T:
    """Call a function that can block (a disk, a compressor, the caller's file) in a worker thread.

    A cancelled task ends only when the thread does, so that the thread does not use the caller's objects afterwards;
    `dispose` receives the unused result. asyncio alone would leave the thread running.
    """
    work = _Work(function, dispose)
    try:
        return await to_thread.run_sync(work, abandon_on_cancel=True)
    except get_cancelled_exc_class():
        await _until(lambda: work.ended)
        work.abandon()
        raise


class _Work(Generic[T]):
    """One call in a thread. Its result is disposed of if the waiting task was cancelled."""

    def __init__(self, function: Callable[[], T], dispose: Callable[[T], object] | None) -> None:
        self._function, self._dispose = function, dispose
        self._lock = Lock()
        self._results: list[T] = []
        self._abandoned = False
        self.ended = False

    def __call__(self) -> T:
        try:
            result = self._function()
            with self._lock:
                self._results.append(result)
                abandoned = self._abandoned
            if abandoned:
                self.abandon()
            return result
        finally:
            self.ended = True

    def abandon(self) -> None:
        with self._lock:
            self._abandoned = True
            results, self._results = self._results, []
        for result in results:
            if self._dispose is not None:
                self._dispose(result)


async def _until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, for at most _PATIENCE, even if this task is cancelled, perhaps repeatedly."""
    latest = monotonic() + _PATIENCE
    while not condition() and monotonic() < latest:
        with suppress(get_cancelled_exc_class()), CancelScope(shield=True):
            await sleep(_GLANCE)


@asynccontextmanager
async def last_words() -> AsyncIterator[None]:
    """Run clean-up requests after an error or a cancellation: limited in time, and without hiding that error."""
    with move_on_after(_LAST_WORDS_SECONDS, shield=True), suppress(CartoError):
        yield


async def result_of(future: Future[T]) -> T:
    """Wait for the result of another thread."""
    return future.result() if future.done() else await run(future.result)


class WriteBehind:
    """Writes blocks in a thread, one after the other, while the next block is fetched."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._last: Future[object] | None = None

    async def wait(self) -> None:
        """Wait until the next write can begin. Raises the error of the previous one."""
        if self._last is not None:
            await result_of(self._last)

    def begin(self, write: Callable[[], object]) -> None:
        self._last = self._pool.submit(write)

    async def close(self, last: Callable[[], object] | None = None) -> None:
        """Wait for the running write, then make the last one, ignoring its errors.

        After a failed write there is no further one: a gap would look like complete data. This waits even if the task
        is cancelled, but not for ever, and does not block the event loop.
        """
        for write in (last, None):
            if self._last is not None:
                await _until(self._last.done)
            done = self._last is None or (self._last.done() and self._last.exception() is None)
            if done and write is not None:
                self.begin(write)
        self._pool.shutdown(wait=False)


async def gather(
    function: Callable[[Argument], Awaitable[T]], arguments: Sequence[Argument], width: int, kept: type[Kept]
) -> list[T | Kept]:
    """Call function(argument) for each argument, at most `width` at a time, and return the results in order.

    No call outlives this one. An error of the type `kept` takes the place of the result. Any other error, or a
    cancellation, ends all calls and is raised.
    """
    results: dict[int, T | Kept] = {}
    ends: list[BaseException] = []
    waiting = enumerate(arguments)

    async def work() -> None:
        for number, argument in waiting:
            try:
                results[number] = await function(argument)
            except kept as error:
                results[number] = error
            except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - raised below, not in a group
                ends.append(error)
                group.cancel_scope.cancel()
                return

    async with create_task_group() as group:
        for _ in range(min(width, len(arguments))):
            group.start_soon(work)
    if ends:
        raise ends.pop(0)
    return [results[number] for number in range(len(arguments))]
