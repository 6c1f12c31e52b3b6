"""The synchronous side of carto_ext/_async/concurrency.py, by hand like it: everything happens here and now."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, wait
from contextlib import contextmanager, suppress
from contextvars import ContextVar, copy_context
from threading import Event, Semaphore
from typing import TypeAlias, TypeVar

from carto_ext._shared.streams import Source, SourceLike, open_source
from carto_ext.errors import CartoError

T = TypeVar("T")
Argument = TypeVar("Argument")
Kept = TypeVar("Kept", bound=Exception)
DataSource: TypeAlias = SourceLike

# Set when the calls that run beside each other are to end, the one that asks among them.
_ENDED: ContextVar[Event | None] = ContextVar("end of the calls at once", default=None)
# A thread cannot be ended from outside, so that it has to come to its next chunk or pause. One that waits for a silent
# server is left behind after so many seconds: closing the client wakes it, which nobody could do while all wait here.
_PATIENCE = 5.0


def get_cancelled_exc_class() -> type[BaseException]:
    """Nothing cancels a thread but its user."""
    return KeyboardInterrupt


def run(function: Callable[..., T], *arguments: object) -> T:
    return function(*arguments)


def sleep(seconds: float) -> None:
    ended = _ENDED.get()
    if ended is None:
        time.sleep(seconds)
    else:
        ended.wait(seconds)
        _stop_if_ended()


def _stop_if_ended() -> None:
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
    """What another thread is working on."""
    return future.result()


class Behind:
    """Calls that go on while what comes next is fetched, where that makes a difference: here they are made at once."""

    _failed = False

    def wait(self) -> None:
        """Nothing has been left for later."""

    def begin(self, function: Callable[..., object], *arguments: object) -> None:
        self._failed = True
        function(*arguments)
        self._failed = False

    def close(self) -> bool:
        """Whether the last call did what it should."""
        return not self._failed


class Slots:
    """So many calls at once, the others wait for their turn."""

    def __init__(self, count: int) -> None:
        self._free = Semaphore(count)

    def acquire(self, seconds: float | None) -> bool:
        """False: none came free in that time."""
        return self._free.acquire(timeout=seconds)

    def release(self) -> None:
        self._free.release()


def gather(
    function: Callable[[Argument], T], arguments: Sequence[Argument], width: int, kept: type[Kept]
) -> list[T | Kept]:
    """What a function gives for each argument, in their order, `width` calls at once, and none of them afterwards.

    An error that is `kept` stands where the result would be. Any other, Ctrl-C too, ends all calls and is raised.
    """
    ended = Event()
    ends: list[BaseException] = []

    def call(argument: Argument) -> T | Kept:
        _ENDED.set(ended)
        try:
            _stop_if_ended()
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
    from concurrent.futures import ThreadPoolExecutor  # late: in what was given to atexit this fails, all else works

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


def open_data(source: DataSource, *, what: str) -> Source:
    """Raises InvalidArgumentError, before anything is sent, for what cannot be read or is empty."""
    return open_source(source, what=what)


def read_piece(data: Source) -> bytes:
    """The next piece, b"" at the end."""
    _stop_if_ended()
    return data.read()


def close_data(data: Source) -> None:
    data.close()
