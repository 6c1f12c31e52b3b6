"""Request bodies made while they are sent, a chunk at a time."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from time import monotonic

from carto_ext._async._transfer.ahead import THREADS, Job, done_ahead
from carto_ext._async._transfer.data import AsyncData, DataSource, open_data
from carto_ext._shared.chunks import Coalesce, Counter, ProgressCallback
from carto_ext._shared.compression import GzipBlocks
from carto_ext._shared.multipart import MultipartForm
from carto_ext._shared.sources import SourceFailure
from carto_ext.errors import InvalidArgumentError

GZIP_MAGIC = b"\x1f\x8b\x08"
# A server gives up on input that is too slow. After this many seconds the data so far is sent, though the chunk is not
# full.
FLUSH_SECONDS = 2.0
# Chunks for a thread that has nothing to do while an event loop is late.
MORE_AHEAD = 4


@asynccontextmanager
async def opened(source: DataSource, *, gzip: bool = True) -> AsyncIterator[AsyncData]:
    """The data, whose first piece is there, so that nothing is sent of a source that cannot be read or is empty.

    In this block an error of the source is raised as it is, whatever layers it has passed. Without `gzip` data that is
    compressed already is refused.
    """
    data = await open_data(source, what="source")
    failed: Exception | None = None
    try:
        if (await data.begin()).startswith(GZIP_MAGIC) and not gzip:
            raise InvalidArgumentError(
                "source is gzip data, not rows: pass gzip.open(path, 'rb'), or the uncompressed file; "
                "it is compressed on its way anyhow"
            )
        yield data
    except SourceFailure as failure:
        failed = failure.error
    finally:
        await data.aclose()
    if failed is not None:
        raise failed


async def plain(data: AsyncData, progress: ProgressCallback | None) -> AsyncGenerator[bytes]:
    """The data in chunks; progress counts those handed on. A file whose size changes meanwhile is an error."""
    coalesce = Coalesce()
    counter = Counter(progress, total=data.size)
    came, sent = 0, monotonic()
    while piece := await data.read():
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


def _check_size(data: AsyncData, came: int, *, final: bool) -> None:
    if data.size is not None and (came > data.size or (final and came != data.size)):
        raise InvalidArgumentError(
            f"{data.what} changed its size while it was sent ({data.size:,} bytes at first); nothing was stored: "
            "send it again when it is complete"
        )


async def gzipped(data: AsyncData, progress: ProgressCallback | None) -> AsyncGenerator[bytes]:
    """The same, compressed in threads while it is sent."""
    blocks = GzipBlocks()

    async def jobs() -> AsyncGenerator[Job]:
        async with aclosing(plain(data, progress)) as chunks:
            async for chunk in chunks:
                yield blocks.add(chunk)

    async with aclosing(done_ahead(jobs(), threads=THREADS, ahead=THREADS + MORE_AHEAD)) as made:
        async for block in made:
            yield block
    yield blocks.finish()


async def enclosed(form: MultipartForm, data: AsyncData, progress: ProgressCallback | None) -> AsyncGenerator[bytes]:
    """The same, as the file of a form."""
    yield form.head
    async with aclosing(plain(data, progress)) as chunks:
        async for chunk in chunks:
            yield chunk
    yield form.tail
