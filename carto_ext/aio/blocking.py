"""What the two colours do differently: sleeping, blocking work, and what data may come from.

carto_ext/blocking.py is the synchronous side, by hand too; everything else in this folder has a made twin.
"""

import inspect
from collections.abc import AsyncIterable, Callable
from time import monotonic
from typing import TypeAlias, TypeVar, cast

from anyio import get_cancelled_exc_class as get_cancelled_exc_class
from anyio import sleep as sleep
from anyio import to_thread

from carto_ext.errors import InvalidArgumentError
from carto_ext.streams import Source, SourceLike, open_source

T = TypeVar("T")
_WORTH_A_TRIP = 64 * 1024
_TRIP_SECONDS = 0.02
DataSource: TypeAlias = SourceLike | AsyncIterable[bytes]


async def run(function: Callable[..., T], *arguments: object) -> T:
    """Call what may block (a disk, a compressor) in a worker thread, so that the event loop goes on."""
    return await to_thread.run_sync(function, *arguments)


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
