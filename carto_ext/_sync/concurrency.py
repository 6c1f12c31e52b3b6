"""Concurrency in threads: sleeping, many calls at a time. The async version is also written by hand."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from contextvars import ContextVar, copy_context
from threading import Event
from typing import TypeVar

from carto_ext.errors import CartoError

T = TypeVar("T")
Argument = TypeVar("Argument")
Kept = TypeVar("Kept", bound=Exception)

# Set when the parallel calls of a `gather` must end.
_ENDED: ContextVar[Event | None] = ContextVar("end of the parallel calls", default=None)
# A thread cannot be ended from outside: it stops at its next chunk or pause. One that waits for a silent server is left
# behind after this many seconds, so that the caller can close the client, which wakes it.
_PATIENCE = 5.0


def get_cancelled_exc_class() -> type[BaseException]:
    """Return KeyboardInterrupt, the only exception that cancels a thread's call."""
    return KeyboardInterrupt


def run(function: Callable[[], T], *, dispose: Callable[[T], object] | None = None) -> T:
    """Call the function in this thread. A call cannot be cancelled here, so `dispose` is not needed."""
    return function()


def sleep(seconds: float) -> None:
    ended = _ENDED.get()
    if ended is None:
        time.sleep(seconds)
    else:
        ended.wait(seconds)
        stop_if_ended()


def stop_if_ended() -> None:
    """Raise KeyboardInterrupt if the parallel calls of this one were ended."""
    ended = _ENDED.get()
    if ended is not None and ended.is_set():
        raise KeyboardInterrupt


@contextmanager
def last_words() -> Iterator[None]:
    """Run clean-up requests after an error or Ctrl-C, without hiding that error. They end by their timeout."""
    ended = _ENDED.set(None)
    try:
        with suppress(CartoError):
            yield
    finally:
        _ENDED.reset(ended)


def result_of(future: Future[T]) -> T:
    """Wait for the result of another thread."""
    return future.result()


class WriteBehind:
    """Writes in the caller's thread: a second one would only wait for the first one's lock."""

    _failed = False

    def wait(self) -> None:
        """Do nothing: every write is finished when `begin` returns."""

    def begin(self, write: Callable[[], object]) -> None:
        self._failed = True
        write()
        self._failed = False

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Make the last write, ignoring its errors. After a failed write it is left out: a gap would look complete."""
        if last is not None and not self._failed:
            with suppress(Exception):
                last()


def gather(
    function: Callable[[Argument], T], arguments: Sequence[Argument], width: int, kept: type[Kept]
) -> list[T | Kept]:
    """Call function(argument) for each argument, at most `width` at a time, and return the results in order.

    An error of the type `kept` takes the place of the result. Any other error, or Ctrl-C, ends all calls and is raised.
    """
    ended = Event()
    ends: list[BaseException] = []

    def call(argument: Argument) -> T | Kept:
        _ENDED.set(ended)
        try:
            stop_if_ended()
            return function(argument)
        except kept as error:
            return error
        except BaseException as error:
            if not ended.is_set():
                ends.append(error)
            ended.set()  # here, so that no further call begins
            raise

    if not arguments:
        return []
    pool = ThreadPoolExecutor(width)
    futures: list[Future[T | Kept]] = []
    try:
        # Deadlines are in context variables.
        futures += (pool.submit(copy_context().run, call, argument) for argument in arguments)
        wait(futures, return_when=FIRST_EXCEPTION)
    finally:
        ended.set()
        for future in futures:
            future.cancel()
        running = wait(futures, timeout=_PATIENCE).not_done
        pool.shutdown(wait=not running)
    if ends:
        raise ends.pop(0)
    return [future.result() for future in futures]
