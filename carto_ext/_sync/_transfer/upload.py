# Made from carto_ext/_async/_transfer/upload.py by scripts/unasync; do not edit.
"""Request bodies made while they are sent, a chunk at a time."""

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
# A server gives up on input that is too slow. After this many seconds the data so far is sent, though the chunk is not
# full.
FLUSH_SECONDS = 2.0
# Chunks for a thread that has nothing to do while an event loop is late.
MORE_AHEAD = 4


@contextmanager
def opened(source: DataSource, *, gzip: bool = True) -> Iterator[Data]:
    """The data, whose first piece is there, so that nothing is sent of a source that cannot be read or is empty.

    In this block an error of the source is raised as it is, whatever layers it has passed. Without `gzip` data that is
    compressed already is refused.
    """
    data = open_data(source, what="source")
    failed: Exception | None = None
    try:
        if (data.begin()).startswith(GZIP_MAGIC) and not gzip:
            raise InvalidArgumentError(
                "source is gzip data, not rows: pass gzip.open(path, 'rb'), or the uncompressed file; "
                "it is compressed on its way anyhow"
            )
        yield data
    except SourceFailure as failure:
        failed = failure.error
    finally:
        data.close()
    if failed is not None:
        raise failed


def plain(data: Data, progress: ProgressCallback | None) -> Generator[bytes]:
    """The data in chunks; progress counts those handed on. A file whose size changes meanwhile is an error."""
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
            f"{data.what} changed its size while it was sent ({data.size:,} bytes at first); nothing was stored: "
            "send it again when it is complete"
        )


def gzipped(data: Data, progress: ProgressCallback | None) -> Generator[bytes]:
    """The same, compressed in threads while it is sent."""
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
    """The same, as the file of a form."""
    yield form.head
    with closing(plain(data, progress)) as chunks:
        for chunk in chunks:
            yield chunk
    yield form.tail
