"""What the two colours do differently: sleeping, blocking work, calls at once, and what data may come from.

carto_ext/_sync/concurrency.py is the synchronous side, by hand too; everything else in this folder has a made twin.
"""

import inspect
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import TypeAlias, TypeVar, cast

from anyio import Semaphore, WouldBlock, create_task_group, move_on_after, to_thread
from anyio import get_cancelled_exc_class as get_cancelled_exc_class
from anyio import sleep as sleep

from carto_ext._shared.streams import CHUNK_BYTES, Source, SourceLike, open_source
from carto_ext.errors import CartoError, InvalidArgumentError

T = TypeVar("T")
Argument = TypeVar("Argument")
Kept = TypeVar("Kept", bound=Exception)
# A trip to a worker thread takes as long as to compress a tenth of this.
_WORTH_A_TRIP = 1024 * 1024
_TRIP_SECONDS = 0.02
# What is left behind at CARTO when this has passed stays there.
LAST_WORDS_SECONDS = 20.0
DataSource: TypeAlias = SourceLike | AsyncIterable[bytes]


async def run(function: Callable[..., T], *arguments: object) -> T:
    """Call what may block (a disk, a compressor) in a worker thread, so that the event loop goes on."""
    return await to_thread.run_sync(function, *arguments)


@asynccontextmanager
async def last_words() -> AsyncIterator[None]:
    """For a request that puts things right after an error or a cancellation: neither hides the other, for a while."""
    with move_on_after(LAST_WORDS_SECONDS, shield=True), suppress(CartoError):
        yield


async def result_of(future: Future[T]) -> T:
    """What another thread is working on."""
    return future.result() if future.done() else await to_thread.run_sync(future.result)


class Behind:
    """Calls that go on in a thread, one after the other, while what comes next is fetched."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._last: Future[object] | None = None

    async def wait(self) -> None:
        """Until a call can begin; raises what the one before raised."""
        if self._last is not None:
            await result_of(self._last)

    def begin(self, function: Callable[..., object], *arguments: object) -> None:
        self._last = self._pool.submit(function, *arguments)

    def close(self) -> bool:
        """Waits for the call that has begun, which is only a write; whether it did what it should."""
        self._pool.shutdown()
        return self._last is None or self._last.exception() is None


class Slots:
    """So many calls at once, the others wait for their turn."""

    def __init__(self, count: int) -> None:
        self._free = Semaphore(count)

    async def acquire(self, seconds: float | None) -> bool:
        """False: none came free in that time."""
        try:
            self._free.acquire_nowait()
        except WouldBlock:
            with move_on_after(seconds):
                await self._free.acquire()
                return True
            return False
        return True

    def release(self) -> None:
        self._free.release()


async def gather(
    function: Callable[[Argument], Awaitable[T]], arguments: Sequence[Argument], width: int, kept: type[Kept]
) -> list[T | Kept]:
    """What a function gives for each argument, in their order, `width` calls at once, and none of them afterwards.

    An error that is `kept` stands where the result would be. Any other, cancellation too, ends all calls and is raised.
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


class _AsyncPieces(Source):
    """Pieces that come from an async iterable."""

    def __init__(self, what: str, pieces: AsyncIterable[bytes]) -> None:
        super().__init__(what)
        self._pieces = aiter(pieces)

    async def next_piece(self) -> bytes:
        async for piece in self._pieces:
            if not isinstance(piece, bytes | bytearray | memoryview):
                raise InvalidArgumentError(f"{self.what} gives {type(piece).__name__}, not bytes: yield bytes")
            if len(piece):
                return bytes(piece)
        return b""

    async def aclose(self) -> None:
        if inspect.isasyncgen(self._pieces):
            await self._pieces.aclose()


async def open_data(source: DataSource, *, what: str) -> Source:
    """Raises InvalidArgumentError, before anything is sent, for what cannot be read or is empty."""
    if isinstance(source, AsyncIterable) and not hasattr(source, "read"):
        return _AsyncPieces(what, source)
    return await run(lambda: open_source(cast(SourceLike, source), what=what))


async def read_piece(data: Source) -> bytes:
    """The next piece, b"" at the end."""
    return await (data.next_piece() if isinstance(data, _AsyncPieces) else run(_read_some, data))


def _read_some(data: Source) -> bytes:
    """Several pieces at once: a trip to a worker thread costs more than to make a row. Not of a slow source."""
    late = monotonic() + _TRIP_SECONDS
    piece = data.read(CHUNK_BYTES if data.size is None else _WORTH_A_TRIP)
    pieces, size = [piece], len(piece)
    while piece and size < _WORTH_A_TRIP and monotonic() < late and (piece := data.read()):
        pieces.append(piece)
        size += len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


async def close_data(data: Source) -> None:
    if isinstance(data, _AsyncPieces):
        await data.aclose()
    else:
        data.close()
