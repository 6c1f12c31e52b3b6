# Made from carto_ext/_async/frames/dumping.py by scripts/unasync; do not edit.
"""Dumps: a whole account as files in a folder."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from carto_ext._frames.names import qualified
from carto_ext._frames.portals import Manifest, dumped, failed, file_name, now
from carto_ext._sync.concurrency import gather, run, sleep
from carto_ext.errors import CartoError, InvalidArgumentError
from carto_ext.frames import Dump, DumpedTable, FileResult, ReadableTable


def dump_tables(
    tables: Sequence[ReadableTable],
    write: Callable[[str, Path], FileResult],
    folder: Path,
    account: str,
    concurrency: int,
    pause: float,
) -> Dump:
    """Write each table and note it in the manifest at once, so that an interrupted dump can continue."""
    if concurrency < 1 or pause < 0:
        raise InvalidArgumentError(
            f"concurrency is {concurrency} and pause {pause}: concurrency must be at least 1, pause at least 0 seconds"
        )
    manifest = run(lambda: Manifest(folder, account))
    turn = monotonic()

    def dump_one(table: ReadableTable) -> DumpedTable:
        nonlocal turn
        if known := manifest.complete(table):
            return known
        wait, turn = turn - monotonic(), max(turn, monotonic()) + pause
        if wait > 0:
            sleep(wait)
        file, begun = file_name(table, tables), now()
        try:
            result = write(f"SELECT * FROM {qualified((table.schema or None, table.name))}", folder / file)
            done = dumped(table, file, begun, result)
        except CartoError as error:
            done = failed(table, file, begun, error)
        run(lambda: manifest.add(done))
        return done

    outcomes = gather(dump_one, tables, concurrency, CartoError)
    return Dump(folder, [one for one in outcomes if isinstance(one, DumpedTable)])
