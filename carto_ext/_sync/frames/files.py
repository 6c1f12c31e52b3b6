# Made from carto_ext/_async/frames/files.py by scripts/unasync; do not edit.
"""GeoParquet files, written while rows arrive."""

from __future__ import annotations

import os
from functools import partial

from carto_ext._sync.concurrency import WriteBehind, run
from carto_ext._sync.frames.reading import Batches
from carto_ext.frames import FileResult


def write_file(batches: Batches, path: str | os.PathLike[str], *, hilbert: bool) -> FileResult:
    """Write the batches to a file, which is opened before the first request and gets its name when complete."""
    from carto_ext._frames.geoparquet import Measure, Writer

    writer = run(lambda: Writer(path, batches.columns, batches.schema), dispose=Writer.abort)
    if hilbert and writer.primary is not None:
        batches.along_curve(writer.primary)
    writing = WriteBehind()
    try:
        for measured in batches.made(Measure(writer)):
            writing.wait()
            writing.begin(partial(writer.write, measured))
        writing.wait()
        return run(writer.commit)
    except BaseException:
        writing.close()
        writer.abort()  # not awaited: a cancelled task leaves no file either
        raise
    finally:
        writing.close()
