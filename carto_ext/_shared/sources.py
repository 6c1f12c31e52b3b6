"""What many files to send have in common: checked, told apart, and counted together."""

import os
from collections.abc import Iterable
from stat import S_ISREG
from threading import Lock
from typing import TypeVar

from carto_ext._shared.streams import BinaryReader, ProgressCallback, open_source
from carto_ext.errors import InvalidArgumentError

File = TypeVar("File")


def checked_files(files: Iterable[File], concurrency: int, what: str) -> list[File]:
    """Raises InvalidArgumentError, before anything is sent."""
    if concurrency < 1:
        raise InvalidArgumentError(f"concurrency is {concurrency}: at least one file has to be on its way")
    if isinstance(files, str | bytes | bytearray | memoryview | os.PathLike | BinaryReader):
        raise InvalidArgumentError(f"{what} is one file: give a list, also of one")
    return list(files)


def can_be_read_again(source: object) -> bool:
    """A file object, a pipe or a generator gives its data once."""
    if isinstance(source, str | os.PathLike):
        return os.path.isfile(source)
    return isinstance(source, bytes | bytearray | memoryview)


def size_of_all(sources: Iterable[object]) -> int | None:
    """None unless known for each. Opens nothing: a pipe that is opened and closed has lost its writer."""
    sizes = [_size(source) for source in sources]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def _size(source: object) -> int | None:
    """0 for what cannot be read: nothing of it will be counted."""
    try:
        if isinstance(source, str | os.PathLike):
            found = os.stat(source)
            return found.st_size if S_ISREG(found.st_mode) else None
        if isinstance(source, bytes | bytearray | memoryview):
            return memoryview(source).nbytes
        return open_source(source, what="source").size if isinstance(source, BinaryReader) else None
    except (OSError, ValueError):
        return 0


class SharedProgress:
    """Counts the bytes of all files for one callback, which is called by one thread at a time."""

    def __init__(self, callback: ProgressCallback, total: int | None) -> None:
        self._callback, self._total = callback, total
        self._done = 0
        self._lock = Lock()

    def of_one(self) -> ProgressCallback:
        """For one file. If it is sent again, what was counted of it is taken back."""
        before = 0

        def count(done: int, _: int | None) -> None:
            nonlocal before
            with self._lock:
                self._done += done - before
                before = done
                self._callback(self._done, self._total)

        return count
