"""GeoParquet while rows come."""

from __future__ import annotations

import os

from carto_ext._async.concurrency import Behind, run
from carto_ext._async.frames.reading import AsyncBatches
from carto_ext.frames import FileResult


async def write_file(batches: AsyncBatches, path: str | os.PathLike[str], *, hilbert: bool) -> FileResult:
    """The file is opened before rows are asked for; it gets its name when it is complete, and else is gone."""
    from carto_ext._frames.geoparquet import Measure, Writer

    writer = await run(Writer, path, batches.columns, batches.schema)
    if hilbert and writer.primary is not None:
        batches.along_curve(writer.primary)
    writing = Behind()
    try:
        async for measured in batches.made(Measure(writer)):
            await writing.wait()
            writing.begin(writer.write, measured)
        await writing.wait()
        return await run(writer.commit)
    except BaseException:
        writing.close()  # not awaited: a cancelled task leaves no file either
        writer.abort()
        raise
    finally:
        writing.close()
