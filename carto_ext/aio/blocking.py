"""What the two colours do differently: sleeping, blocking work, calls at once, and what data may come from.

carto_ext/blocking.py is the synchronous side, by hand too; everything else in this folder has a made twin.
"""

import inspect
from collections.abc import AsyncIterable, Awaitable, Callable, Sequence
from time import monotonic
from typing import TypeAlias, TypeVar, cast

from anyio import Semaphore, WouldBlock, create_task_group, move_on_after, to_thread
from anyio import get_cancelled_exc_class as get_cancelled_exc_class
from anyio import sleep as sleep

from carto_ext.errors import InvalidArgumentError
from carto_ext.streams import Source, SourceLike, open_source

T = TypeVar("T")
Argument = TypeVar("Argument")
Kept = TypeVar("Kept", bound=Exception)
_WORTH_A_TRIP = 64 * 1024
_TRIP_SECONDS = 0.02
DataSource: TypeAlias = SourceLike | AsyncIterable[bytes]


async def run(function: Callable[..., T], *arguments: object) -> T:
    """Call what may block (a disk, a compressor) in a worker thread, so that the event loop goes on."""
    return await to_thread.run_sync(function, *arguments)


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
    """Several small pieces at once: a trip to a worker thread costs more than to make a row. Not of a slow source."""
    late = monotonic() + _TRIP_SECONDS
    piece = data.read()
    if not piece or len(piece) >= _WORTH_A_TRIP:
        return piece
    pieces, size = [piece], len(piece)
    while size < _WORTH_A_TRIP and monotonic() < late and (piece := data.read()):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


async def close_data(data: Source) -> None:
    if isinstance(data, _AsyncPieces):
        await data.aclose()
    else:
        data.close()
