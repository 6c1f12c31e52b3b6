"""Reading of the data to send, without blocking the event loop. The sync version is also written by hand."""

import inspect
from collections.abc import AsyncIterable, Awaitable, Callable
from functools import partial
from time import monotonic
from typing import TypeAlias

from carto_ext._async.concurrency import run
from carto_ext._shared.chunks import CHUNK_BYTES
from carto_ext._shared.sources import Source, SourceFailure, SourceLike, checked_piece, is_reader, open_source

# Handing work to a worker thread takes as long as compressing a tenth of this.
_WORTH_A_TRIP = 1024 * 1024
_TRIP_SECONDS = 0.02
DataSource: TypeAlias = SourceLike | AsyncIterable[bytes]


class AsyncData:
    """Pieces of data, b"" at the end; `name` and `size` as in Source."""

    def __init__(
        self,
        what: str,
        take: Callable[[], Awaitable[object]],
        close: Callable[[], Awaitable[None]],
        *,
        name: str | None = None,
        size: int | None = None,
    ) -> None:
        self.what, self.name, self.size = what, name, size
        self._take, self.aclose = take, close
        self._first = b""

    async def begin(self) -> bytes:
        """Return the first piece, which `read` returns again. Raises InvalidArgumentError for empty data."""
        self._first = checked_piece(await self._take(), self.what, first=True)
        return self._first

    async def read(self) -> bytes:
        """Return the next piece. Raises InvalidArgumentError if it is not bytes, SourceFailure if the source fails."""
        first, self._first = self._first, b""
        return first or checked_piece(await self._take(), self.what)


async def open_data(source: DataSource, *, what: str) -> AsyncData:
    """Open a source. Raises InvalidArgumentError if it cannot be read or is empty."""
    if isinstance(source, AsyncIterable) and not is_reader(source):
        return _from_loop(source, what)
    opened = await run(partial(open_source, source, what=what), dispose=Source.close)

    async def close() -> None:
        opened.close()  # not in a thread: a cancelled task could not wait for one

    return AsyncData(what, lambda: run(partial(_read_some, opened)), close, name=opened.name, size=opened.size)


def _from_loop(source: AsyncIterable[bytes], what: str) -> AsyncData:
    pieces = aiter(source)

    async def take() -> object:
        try:
            async for piece in pieces:
                if not isinstance(piece, bytes | bytearray | memoryview) or len(piece):
                    return piece
        except Exception as error:  # noqa: BLE001 - passed on to the caller
            raise SourceFailure(error) from None
        return b""

    async def close() -> None:
        if inspect.isasyncgen(pieces):
            await pieces.aclose()

    return AsyncData(what, take, close)


def _read_some(source: Source) -> object:
    """Read several pieces at a time, because a worker thread costs more than a row. A slow source gives one piece."""
    late = monotonic() + _TRIP_SECONDS
    piece = source.take(CHUNK_BYTES if source.size is None else _WORTH_A_TRIP)
    if not isinstance(piece, bytes | bytearray | memoryview):
        return piece
    pieces, size = [piece], len(piece)
    while len(piece) and size < _WORTH_A_TRIP and monotonic() < late:
        piece = checked_piece(source.take(CHUNK_BYTES), source.what)
        pieces.append(piece)
        size += len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
