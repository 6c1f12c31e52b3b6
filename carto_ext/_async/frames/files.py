"""GeoParquet files, written while rows arrive."""

from __future__ import annotations

import os
from functools import partial

from carto_ext._async.concurrency import WriteBehind, run
from carto_ext._async.frames.reading import AsyncBatches
from carto_ext.frames import FileResult


async def write_file(batches: AsyncBatches, path: str | os.PathLike[str], *, hilbert: bool) -> FileResult:
    """Write the batches to a file, which is opened before the first request and gets its name when complete."""
    from carto_ext._frames.geoparquet import Measure, Writer

    writer = await run(lambda: Writer(path, batches.columns, batches.schema), dispose=Writer.abort)
    if hilbert and writer.primary is not None:
        batches.along_curve(writer.primary)
    writing = WriteBehind()
    try:
        async for measured in batches.made(Measure(writer)):
            await writing.wait()
            writing.begin(partial(writer.write, measured))
        await writing.wait()
        return await run(writer.commit)
    except BaseException:
        await writing.close()
        writer.abort()  # not awaited: a cancelled task leaves no file either
        raise
    finally:
        await writing.close()
