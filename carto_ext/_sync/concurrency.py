"""How work waits in a thread: sleeping, many calls at once. The asynchronous side is written by hand as well."""

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

# Set when the calls that run beside each other are to end, the one that asks among them.
_ENDED: ContextVar[Event | None] = ContextVar("end of the calls at once", default=None)
# A thread cannot be ended from outside, so that it has to come to its next chunk or pause. One that waits for a silent
# server is left behind after so many seconds: closing the client wakes it, which nobody could do while all wait here.
_PATIENCE = 5.0


def get_cancelled_exc_class() -> type[BaseException]:
    """Nothing cancels a thread but its user."""
    return KeyboardInterrupt


def run(function: Callable[[], T], *, dispose: Callable[[T], object] | None = None) -> T:
    """Call it here and now; nothing can come between the call and its result that `dispose` would be for."""
    return function()


def sleep(seconds: float) -> None:
    ended = _ENDED.get()
    if ended is None:
        time.sleep(seconds)
    else:
        ended.wait(seconds)
        stop_if_ended()


def stop_if_ended() -> None:
    """Raise KeyboardInterrupt in a call whose companions were ended."""
    ended = _ENDED.get()
    if ended is not None and ended.is_set():
        raise KeyboardInterrupt


@contextmanager
def last_words() -> Iterator[None]:
    """For a request that puts things right after an error or Ctrl-C, and does not hide it. It ends by its timeout."""
    ended = _ENDED.set(None)
    try:
        with suppress(CartoError):
            yield
    finally:
        _ENDED.reset(ended)


def result_of(future: Future[T]) -> T:
    """The result of another thread's work."""
    return future.result()


class WriteBehind:
    """Writes at once: a second thread would only wait for the first one's lock."""

    _failed = False

    def wait(self) -> None:
        """Nothing has been left for later."""

    def begin(self, write: Callable[[], object]) -> None:
        self._failed = True
        write()
        self._failed = False

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Make the last write, whose errors are not told; none after a failed one: a gap would look like whole data."""
        if last is not None and not self._failed:
            with suppress(Exception):
                last()


def gather(
    function: Callable[[Argument], T], arguments: Sequence[Argument], width: int, kept: type[Kept]
) -> list[T | Kept]:
    """Call function(argument) for each argument, at most `width` at a time, and return the results in order.

    An error that is `kept` stands where the result would be. Any other, Ctrl-C too, ends all calls and is raised.
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
        # Deadlines, and what logs must not show, are in context variables.
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
