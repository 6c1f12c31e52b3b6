# Made from carto_ext/_async/_transfer/upload.py by scripts/unasync; do not edit.
"""Request bodies that are produced while they are sent, a chunk at a time."""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from time import monotonic

from carto_ext._shared.chunks import Coalesce, Counter, ProgressCallback
from carto_ext._shared.compression import GzipBlocks
from carto_ext._shared.multipart import MultipartForm
from carto_ext._shared.sources import SourceFailure
from carto_ext._sync._transfer.ahead import THREADS, Job, done_ahead
from carto_ext._sync._transfer.data import Data, DataSource, open_data
from carto_ext.errors import InvalidArgumentError

GZIP_MAGIC = b"\x1f\x8b\x08"
# A server gives up on input that is too slow. After this many seconds, the data so far is sent even if the chunk is not
# full.
FLUSH_SECONDS = 2.0
# Extra chunks that keep the threads busy while an event loop is late.
MORE_AHEAD = 4


@contextmanager
def opened(source: DataSource, *, gzip: bool = True) -> Iterator[Data]:
    """Open a source and read its first piece, so that no request is sent for an unreadable or empty source.

    Inside the block, an error of the source is raised unchanged, through all layers. With `gzip=False`, data that is
    already compressed is refused.
    """
    data = open_data(source, what="source")
    failed: Exception | None = None
    try:
        if (data.begin()).startswith(GZIP_MAGIC) and not gzip:
            raise InvalidArgumentError(
                "source is gzip data, not rows: pass gzip.open(path, 'rb') or the uncompressed file; "
                "the client compresses it on the way"
            )
        yield data
    except SourceFailure as failure:
        failed = failure.error
    finally:
        data.close()
    if failed is not None:
        raise failed


def plain(data: Data, progress: ProgressCallback | None) -> Generator[bytes]:
    """Yield the data in chunks, and count them for `progress`. A file that changes its size meanwhile is an error."""
    coalesce = Coalesce()
    counter = Counter(progress, total=data.size)
    came, sent = 0, monotonic()
    while piece := data.read():
        came += len(piece)
        _check_size(data, came, final=False)
        ready = coalesce.feed(piece)
        if not ready and monotonic() - sent > FLUSH_SECONDS:
            ready = [coalesce.finish()]
        for chunk in ready:
            yield chunk
            counter.add(len(chunk))
            sent = monotonic()
    _check_size(data, came, final=True)
    if chunk := coalesce.finish():
        yield chunk
        counter.add(len(chunk))


def _check_size(data: Data, came: int, *, final: bool) -> None:
    if data.size is not None and (came > data.size or (final and came != data.size)):
        raise InvalidArgumentError(
            f"{data.what} changed its size while it was sent ({data.size:,} bytes at first), so nothing was stored: "
            "send it again when it is complete"
        )


def gzipped(data: Data, progress: ProgressCallback | None) -> Generator[bytes]:
    """Yield the data compressed. Threads compress while the network sends."""
    blocks = GzipBlocks()

    def jobs() -> Generator[Job]:
        with closing(plain(data, progress)) as chunks:
            for chunk in chunks:
                yield blocks.add(chunk)

    with closing(done_ahead(jobs(), threads=THREADS, ahead=THREADS + MORE_AHEAD)) as made:
        for block in made:
            yield block
    yield blocks.finish()


def enclosed(form: MultipartForm, data: Data, progress: ProgressCallback | None) -> Generator[bytes]:
    """Yield the data as the file of a form."""
    yield form.head
    with closing(plain(data, progress)) as chunks:
        for chunk in chunks:
            yield chunk
    yield form.tail
