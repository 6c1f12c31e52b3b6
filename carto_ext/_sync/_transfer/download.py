# Made from carto_ext/_async/_transfer/download.py by scripts/unasync; do not edit.
"""Answers that are read as they come: COPY TO, exports."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from functools import partial
from math import inf
from time import monotonic
from types import TracebackType
from typing import Any, Self

import httpx

from carto_client.client import AuthenticatedClient, Client
from carto_client.redaction import secrets_of
from carto_ext._shared.chunks import Coalesce, Counter, ProgressCallback
from carto_ext._shared.compression import Gunzip
from carto_ext._shared.json_guard import JsonGuard
from carto_ext._shared.tails import Kind, TailGuard, guard_for
from carto_ext._shared.targets import DataTarget, DownloadResult, open_target
from carto_ext._shared.translate import typed_faults
from carto_ext._sync._transfer.ahead import SLOW_SECONDS, Job, done_ahead
from carto_ext._sync.concurrency import WriteBehind, run
from carto_ext.errors import InvalidArgumentError, TransportError

# What is written at once; for smaller pieces each write costs more than the network does.
BLOCK_BYTES = 1024 * 1024
# What is unpacked at once, if it comes fast enough.
PACKED_BYTES = 256 * 1024
# So much of that is unpacked, or about to be, while one is written: 1 MB each. With one unpacking takes a sixth longer.
UNPACKED_AHEAD = 3


class Download:
    """A streamed answer: iterate over its bytes, or `read` them as from a file, in one pass.

    To stop early close it, or use it as a context manager: that closes the connection, upon which CARTO ends the query.
    `pandas.read_csv`, `pyarrow.csv.open_csv` and `io.TextIOWrapper` take it as the file it is.
    """

    def __init__(self, response: httpx.Response, progress: ProgressCallback | None, kind: Kind | None) -> None:
        self._response = response
        self._guard = None if kind is None else guard_for(kind)
        size = response.headers.get("Content-Length")
        plain = "Content-Encoding" not in response.headers
        self._counter = Counter(progress, total=int(size) if size and plain else None)
        self._pieces: Generator[bytes] | None = None
        self._left = memoryview(b"")
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        """Raises DownloadError after the last good byte if CARTO broke off, TransportError if the connection did."""
        if self._pieces is not None or self.closed:
            raise InvalidArgumentError("this download was read or closed before, and comes once: ask for it again")
        # Not a method: a download that is forgotten is to be gone at once, and must be in no circle.
        self._pieces = _checked(self._response, self._guard, self._counter)
        return self._pieces

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes as a file gives them, all the rest if it is negative; b"" at the end. Raises as above."""
        pieces = iter(self) if self._pieces is None else self._pieces
        held: list[bytes | memoryview] = []
        wanted = inf if size < 0 else size
        while wanted > 0 and (piece := self._left or memoryview(next(pieces, b""))):
            part = piece if len(piece) <= wanted else piece[: int(wanted)]
            self._left = piece[len(part) :]
            held.append(part)
            wanted -= len(part)
        return b"".join(held)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.closed = True
        self._response.close()
        if self._pieces is not None:
            with suppress(RuntimeError, ValueError):  # another task is reading it, and hears of it by its connection
                self._pieces.close()

    # io.TextIOWrapper and pyarrow ask a file for these.
    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def flush(self) -> None:
        """Nothing is written."""


def _checked(response: httpx.Response, guard: TailGuard | JsonGuard | None, counter: Counter) -> Generator[bytes]:
    broken: TransportError | None = None
    try:
        with closing(_chunks(response)) as chunks:
            for chunk in chunks:
                for piece in [chunk] if guard is None else guard.feed(chunk):
                    counter.add(len(piece))
                    yield piece
    except TransportError as error:
        broken = error  # what the guard still holds comes first
    if guard is not None:
        rest, hidden = guard.finish()
        if rest:
            counter.add(len(rest))
            yield rest
        if hidden is not None and broken is None:
            raise hidden.without(secrets_of(response.request))
    if broken is not None:
        raise broken


def _chunks(response: httpx.Response) -> Generator[bytes]:
    is_packed = response.headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip")
    # The stream below is typed already, but for what is wrong with its compression.
    with typed_faults(response.request):
        assert isinstance(response.stream, httpx.SyncByteStream)
        pieces = gunzipped(response.stream) if is_packed else _plain(response.stream)
        with closing(pieces) as chunks:
            for chunk in chunks:
                yield chunk


def _plain(stream: httpx.SyncByteStream) -> Generator[bytes]:
    for chunk in stream:
        yield chunk


def gunzipped(packed: Iterable[bytes]) -> Generator[bytes]:
    """Unpacked in a thread while the next pieces come. Raises httpx.DecodingError, also if the end is missing."""
    gunzip = Gunzip()

    def jobs() -> Generator[Job]:
        joined, asked = Coalesce(PACKED_BYTES), monotonic()
        broken: TransportError | None = None
        try:
            for piece in packed:
                ready = joined.feed(piece)
                if not ready and monotonic() - asked > SLOW_SECONDS:
                    ready = [joined.finish()]
                for chunk in ready:
                    gunzip.feed(chunk)
                    while gunzip.is_behind:
                        yield gunzip.step
                asked = monotonic()
        except TransportError as error:
            broken = error  # what came before is handed on
        gunzip.feed(joined.finish())
        while gunzip.is_behind:
            yield gunzip.step
        if broken is not None:
            raise broken

    with closing(done_ahead(jobs(), threads=1, ahead=UNPACKED_AHEAD)) as pieces:
        for piece in pieces:
            yield piece
    gunzip.finish()


def open_download(
    client: AuthenticatedClient | Client,
    request: dict[str, Any],
    progress: ProgressCallback | None,
    kind: Kind | None = None,
) -> Download:
    """Send a generated operation's request and hand back its answer unread; `kind` says where errors hide in it."""
    http = client.get_httpx_client()
    return Download(http.send(http.build_request(**request), stream=True), progress, kind)


def download_to(
    target: DataTarget,
    client: AuthenticatedClient | Client,
    request: dict[str, Any],
    progress: ProgressCallback | None,
    kind: Kind | None = None,
    *,
    keep_partial: bool = False,
) -> DownloadResult:
    """The target is opened before anything is sent and complete afterwards; or it is not there, and the part that came
    is gone too unless `keep_partial`."""
    opened = run(partial(open_target, target), dispose=lambda target: target.abort(keep=False))
    pieces: list[bytes] = []
    writing = WriteBehind()
    received = held = 0
    try:
        with open_download(client, request, progress, kind) as download:
            for chunk in download:
                pieces.append(chunk)
                received += len(chunk)
                held += len(chunk)
                if held >= BLOCK_BYTES:
                    writing.wait()
                    block, pieces, held = pieces, [], 0
                    writing.begin(partial(opened.write, block))
        writing.wait()
        block, pieces = pieces, []
        writing.begin(partial(opened.write, block))
        writing.wait()
        run(opened.commit)
    except BaseException as error:
        writing.close(partial(opened.write, pieces))
        if kept := opened.abort(keep=keep_partial and received > 0):
            error.add_note(f"The {kept.stat().st_size:,} bytes that came are kept in {kept}.")
        raise
    writing.close()
    return DownloadResult(bytes_received=received)
