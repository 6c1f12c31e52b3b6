"""Streamed downloads: COPY TO and exports."""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from contextlib import aclosing, suppress
from functools import partial
from math import inf
from time import monotonic
from types import TracebackType
from typing import Any, Self

import httpx

from carto_client.client import AuthenticatedClient, Client
from carto_client.redaction import secrets_of
from carto_ext._async._transfer.ahead import SLOW_SECONDS, Job, done_ahead
from carto_ext._async.concurrency import WriteBehind, run
from carto_ext._shared.chunks import Coalesce, Counter, ProgressCallback
from carto_ext._shared.compression import Gunzip
from carto_ext._shared.json_guard import JsonGuard
from carto_ext._shared.tails import Kind, TailGuard, guard_for
from carto_ext._shared.targets import DataTarget, DownloadResult, open_target
from carto_ext._shared.translate import typed_faults
from carto_ext.errors import InvalidArgumentError, TransportError

# Size of one write; with smaller ones, each write costs more than the network does.
BLOCK_BYTES = 1024 * 1024
# Size of the compressed pieces to unpack, if they arrive fast enough.
PACKED_BYTES = 256 * 1024
# Pieces that are unpacked, or queued for it, while one is written: 1 MB each. With only one, unpacking takes a sixth
# longer.
UNPACKED_AHEAD = 3


class AsyncDownload:
    """A streamed answer: iterate over its bytes, or `read` them as from a file. It can be read once.

    To stop early, close it or use it as a context manager: that closes the connection, and CARTO ends the query.
    `pandas.read_csv`, `pyarrow.csv.open_csv` and `io.TextIOWrapper` accept it as a file. Memory use is constant.

    Attributes:
        closed: True after `aclose`.

    Example:
        async with await carto.sql.copy_to("COPY airports TO STDOUT") as download:
            async for piece in download:
                file.write(piece)
    """

    def __init__(self, response: httpx.Response, progress: ProgressCallback | None, kind: Kind | None) -> None:
        self._response = response
        self._guard = None if kind is None else guard_for(kind)
        size = response.headers.get("Content-Length")
        plain = "Content-Encoding" not in response.headers
        self._counter = Counter(progress, total=int(size) if size and plain else None)
        self._pieces: AsyncGenerator[bytes] | None = None
        self._left = memoryview(b"")
        self.closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Iterate over the bytes, in pieces of the server's choice.

        Returns:
            An iterator over non-empty bytes.

        Raises:
            InvalidArgumentError: The download was read or closed before.
            DownloadError: CARTO broke off. Raised after the last good byte.
            TransportError: The connection failed. Raised after the last good byte.
        """
        if self._pieces is not None or self.closed:
            raise InvalidArgumentError(
                "this download was read or closed before, and can be read only once: request it again"
            )
        # Not a method: a reference cycle would keep a forgotten download, and its connection, alive.
        self._pieces = _checked(self._response, self._guard, self._counter)
        return self._pieces

    async def read(self, size: int = -1) -> bytes:
        """Read like a file.

        Args:
            size: Number of bytes. A negative number reads all the rest.

        Returns:
            `size` bytes, fewer at the end, and b"" after it.

        Raises:
            InvalidArgumentError: The download was closed before.
            DownloadError: CARTO broke off.
            TransportError: The connection failed.
        """
        pieces = aiter(self) if self._pieces is None else self._pieces
        held: list[bytes | memoryview] = []
        wanted = inf if size < 0 else size
        while wanted > 0 and (piece := self._left or memoryview(await anext(pieces, b""))):
            part = piece if len(piece) <= wanted else piece[: int(wanted)]
            self._left = piece[len(part) :]
            held.append(part)
            wanted -= len(part)
        return b"".join(held)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection, upon which CARTO ends the query. Closing again has no effect."""
        self.closed = True
        await self._response.aclose()
        if self._pieces is not None:
            # Another task may be reading; the closed connection ends its read.
            with suppress(RuntimeError, ValueError):
                await self._pieces.aclose()

    # io.TextIOWrapper and pyarrow need these.
    def readable(self) -> bool:
        """Return True."""
        return True

    def writable(self) -> bool:
        """Return False."""
        return False

    def seekable(self) -> bool:
        """Return False."""
        return False

    def flush(self) -> None:
        """Do nothing: a download is only read."""


async def _checked(
    response: httpx.Response, guard: TailGuard | JsonGuard | None, counter: Counter
) -> AsyncGenerator[bytes]:
    broken: TransportError | None = None
    try:
        async with aclosing(_chunks(response)) as chunks:
            async for chunk in chunks:
                for piece in [chunk] if guard is None else guard.feed(chunk):
                    counter.add(len(piece))
                    yield piece
    except TransportError as error:
        broken = error  # the bytes that the guard still holds come first
    if guard is not None:
        rest, hidden = guard.finish()
        if rest:
            counter.add(len(rest))
            yield rest
        if hidden is not None and broken is None:
            raise hidden.without(secrets_of(response.request))
    if broken is not None:
        raise broken


async def _chunks(response: httpx.Response) -> AsyncGenerator[bytes]:
    is_packed = response.headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip")
    # The stream below raises typed errors already, except for bad compression.
    with typed_faults(response.request):
        assert isinstance(response.stream, httpx.AsyncByteStream)
        pieces = gunzipped(response.stream) if is_packed else _plain(response.stream)
        async with aclosing(pieces) as chunks:
            async for chunk in chunks:
                yield chunk


async def _plain(stream: httpx.AsyncByteStream) -> AsyncGenerator[bytes]:
    async for chunk in stream:
        yield chunk


async def gunzipped(packed: AsyncIterable[bytes]) -> AsyncGenerator[bytes]:
    """Unpack in a thread while the next pieces arrive. Raises httpx.DecodingError, also for a missing end."""
    gunzip = Gunzip()

    async def jobs() -> AsyncGenerator[Job]:
        joined, asked = Coalesce(PACKED_BYTES), monotonic()
        broken: TransportError | None = None
        try:
            async for piece in packed:
                ready = joined.feed(piece)
                if not ready and monotonic() - asked > SLOW_SECONDS:
                    ready = [joined.finish()]
                for chunk in ready:
                    gunzip.feed(chunk)
                    while gunzip.is_behind:
                        yield gunzip.step
                asked = monotonic()
        except TransportError as error:
            broken = error  # earlier pieces are delivered first
        gunzip.feed(joined.finish())
        while gunzip.is_behind:
            yield gunzip.step
        if broken is not None:
            raise broken

    async with aclosing(done_ahead(jobs(), threads=1, ahead=UNPACKED_AHEAD)) as pieces:
        async for piece in pieces:
            yield piece
    gunzip.finish()


async def open_download(
    client: AuthenticatedClient | Client,
    request: dict[str, Any],
    progress: ProgressCallback | None,
    kind: Kind | None = None,
) -> AsyncDownload:
    """Send a generated operation's request and return its answer unread; `kind` says where an error can hide in it."""
    http = client.get_async_httpx_client()
    return AsyncDownload(await http.send(http.build_request(**request), stream=True), progress, kind)


async def download_to(
    target: DataTarget,
    client: AuthenticatedClient | Client,
    request: dict[str, Any],
    progress: ProgressCallback | None,
    kind: Kind | None = None,
    *,
    keep_partial: bool = False,
) -> DownloadResult:
    """Download to a target, which is opened before anything is sent.

    Afterwards the target is complete. On an error it does not appear, and the part received is removed unless
    `keep_partial`.
    """
    opened = await run(partial(open_target, target), dispose=lambda target: target.abort(keep=False))
    pieces: list[bytes] = []
    writing = WriteBehind()
    received = held = 0
    try:
        async with await open_download(client, request, progress, kind) as download:
            async for chunk in download:
                pieces.append(chunk)
                received += len(chunk)
                held += len(chunk)
                if held >= BLOCK_BYTES:
                    await writing.wait()
                    block, pieces, held = pieces, [], 0
                    writing.begin(partial(opened.write, block))
        await writing.wait()
        block, pieces = pieces, []
        writing.begin(partial(opened.write, block))
        await writing.wait()
        await run(opened.commit)
    except BaseException as error:
        await writing.close(partial(opened.write, pieces))
        if kept := opened.abort(keep=keep_partial and received > 0):
            error.add_note(f"The {kept.stat().st_size:,} bytes received are kept in {kept}.")
        raise
    await writing.close()
    return DownloadResult(bytes_received=received)
