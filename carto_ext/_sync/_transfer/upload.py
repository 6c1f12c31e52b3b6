# Made from carto_ext/_async/_transfer/upload.py by scripts/unasync; do not edit.
"""Request bodies that are made while they are sent, a chunk at a time."""

from collections.abc import Iterator
from time import monotonic

from carto_ext._shared.compression import GzipBlocks
from carto_ext._shared.multipart import MultipartForm
from carto_ext._shared.streams import Coalesce, Counter, ProgressCallback, Source
from carto_ext._sync._transfer.ahead import THREADS, Job, done_ahead
from carto_ext._sync.concurrency import read_piece
from carto_ext.errors import InvalidArgumentError

# A server gives up on input that is too slow: what a slow source gave so far is sent after this many seconds, though
# the chunk is not full.
FLUSH_SECONDS = 2.0
# Chunks for a thread that has nothing to do while an event loop is late.
MORE_AHEAD = 4


def plain(data: Source, progress: ProgressCallback | None) -> Iterator[bytes]:
    """The data in chunks; progress counts what was handed on. A file whose size changes meanwhile is an error."""
    coalesce = Coalesce()
    counter = Counter(progress, total=data.size)
    sent = monotonic()
    while piece := read_piece(data):
        ready = coalesce.feed(piece)
        if not ready and monotonic() - sent > FLUSH_SECONDS:
            ready = [coalesce.finish()]
        for chunk in ready:
            yield chunk
            counter.add(len(chunk))
            sent = monotonic()
        _check_size(data, counter.done, final=False)
    if chunk := coalesce.finish():
        yield chunk
        counter.add(len(chunk))
    _check_size(data, counter.done, final=True)


def _check_size(data: Source, sent: int, *, final: bool) -> None:
    if data.size is not None and (sent > data.size or (final and sent != data.size)):
        raise InvalidArgumentError(f"{data.what} changed its size while it was sent; nothing was stored, send it again")


def gzipped(data: Source, progress: ProgressCallback | None) -> Iterator[bytes]:
    """The same, compressed in threads while it is sent."""
    blocks = GzipBlocks()

    def jobs() -> Iterator[Job]:
        for chunk in plain(data, progress):
            yield blocks.add(chunk)

    for block in done_ahead(jobs(), threads=THREADS, ahead=THREADS + MORE_AHEAD):
        yield block
    yield blocks.finish()


def enclosed(form: MultipartForm, data: Source, progress: ProgressCallback | None) -> Iterator[bytes]:
    """The same, as the file of a form."""
    yield form.head
    for chunk in plain(data, progress):
        yield chunk
    yield form.tail
