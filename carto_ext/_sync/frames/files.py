# Made from carto_ext/_async/frames/files.py by scripts/unasync; do not edit.
"""GeoParquet while rows come."""

from __future__ import annotations

import os

from carto_ext._sync.concurrency import Behind, run
from carto_ext._sync.frames.reading import Batches
from carto_ext.frames import FileResult


def write_file(batches: Batches, path: str | os.PathLike[str], *, hilbert: bool) -> FileResult:
    """The file is opened before rows are asked for; it gets its name when it is complete, and else is gone."""
    from carto_ext._frames.geoparquet import Measure, Writer

    writer = run(Writer, path, batches.columns, batches.schema)
    if hilbert and writer.primary is not None:
        batches.along_curve(writer.primary)
    writing = Behind()
    try:
        for measured in batches.made(Measure(writer)):
            writing.wait()
            writing.begin(writer.write, measured)
        writing.wait()
        return run(writer.commit)
    except BaseException:
        writing.close()  # not awaited: a cancelled task leaves no file either
        writer.abort()
        raise
    finally:
        writing.close()
