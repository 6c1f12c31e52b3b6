"""Where a download goes: a path, written beside it and renamed when complete, or a file object."""

import io
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, TypeAlias

from attrs import frozen

from carto_ext.errors import InvalidArgumentError

# What may lie in memory alone before it is sent on to the disk, while more comes: otherwise a large download would end
# in a long silence, until the disk has taken all of it.
_UNSYNCED_BYTES = 32 * 1024 * 1024

# So many pieces are written as they are, where the system can do that: to join them first takes a sixth longer. A few
# large ones are joined, whose memory can be used again the sooner: otherwise a download is slower by a third.
_GATHERED = range(9, 1001) if hasattr(os, "writev") else range(0)

DataTarget: TypeAlias = str | os.PathLike[str] | IO[bytes]


@frozen
class DownloadResult:
    """What a download to a path or file came to."""

    bytes_received: int


class PathTarget:
    """A file of its own beside the target; nobody sees a half-written target, and a failed download leaves nothing."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        if self.path.is_dir():
            raise InvalidArgumentError(f"{self.path} is a folder; pass the path of the file to write")
        self._part = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}.part")
        try:
            self._file = self._part.open("xb", buffering=0)
        except OSError as error:
            reason = f"{self.path} cannot be written: {error.strerror}; choose a folder that exists and is writable"
            raise InvalidArgumentError(reason) from error
        self._unsynced = 0
        self._syncing: Thread | None = None

    def write(self, pieces: Sequence[bytes]) -> None:
        size = sum(map(len, pieces))
        done = os.writev(self._file.fileno(), pieces) if len(pieces) in _GATHERED else 0
        if done < size:
            rest = memoryview(b"".join(pieces))[done:]
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        self._unsynced += size
        if self._unsynced >= _UNSYNCED_BYTES and not (self._syncing and self._syncing.is_alive()):
            self._unsynced = 0
            with suppress(RuntimeError):  # Python is on its way out, and starts no more threads
                self._syncing = Thread(target=_sync, args=[self._file.fileno()], daemon=True)
                self._syncing.start()

    def commit(self) -> None:
        """On disk before it gets its name."""
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self.path)

    def abort(self, *, keep: bool) -> Path | None:
        """Remove what was written, or keep it beside the target as NAME.part and say where."""
        self._file.close()
        if keep:
            return self._part.replace(self.path.with_name(f"{self.path.name}.part"))
        self._part.unlink(missing_ok=True)
        return None


def _sync(descriptor: int) -> None:
    with suppress(OSError):  # commit meets it again; after abort the file is gone
        os.fsync(descriptor)


class FileTarget:
    """A binary file object of the caller's, who also closes it."""

    def __init__(self, file: IO[bytes]) -> None:
        if isinstance(file, io.TextIOBase):
            raise InvalidArgumentError("target is a text file; open it with mode 'wb'")
        if getattr(file, "closed", False):
            raise InvalidArgumentError("target is a closed file; open it again with mode 'wb'")
        if not hasattr(file, "write"):
            raise InvalidArgumentError(f"target must be a path or a binary file, not {type(file).__name__}")
        if isinstance(file, io.IOBase) and not file.writable():
            raise InvalidArgumentError("target is open for reading only; open it with mode 'wb'")
        self._file = file

    def write(self, pieces: Sequence[bytes]) -> None:
        self._file.write(b"".join(pieces))

    def commit(self) -> None:
        self._file.flush()

    def abort(self, *, keep: bool) -> None:
        """What was written stays in any case: the file is the caller's."""


def open_target(target: DataTarget) -> PathTarget | FileTarget:
    """Raises InvalidArgumentError, before anything is asked of CARTO, for what cannot be written."""
    if isinstance(target, (str, os.PathLike)):
        return PathTarget(target)
    return FileTarget(target)
