"""Where a download goes: a path, written beside it and renamed when complete, or a file object."""

import io
import os
import secrets
from pathlib import Path
from typing import IO, TypeAlias

from attrs import frozen

from carto_ext.errors import InvalidArgumentError

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
            self._file = self._part.open("xb")
        except OSError as error:
            reason = f"{self.path} cannot be written: {error.strerror}; choose a folder that exists and is writable"
            raise InvalidArgumentError(reason) from error

    def write(self, data: bytes) -> None:
        self._file.write(data)

    def commit(self) -> None:
        """On disk before it gets its name."""
        self._file.flush()
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

    def write(self, data: bytes) -> None:
        self._file.write(data)

    def commit(self) -> None:
        self._file.flush()

    def abort(self, *, keep: bool) -> None:
        """What was written stays in any case: the file is the caller's."""


def open_target(target: DataTarget) -> PathTarget | FileTarget:
    """Raises InvalidArgumentError, before anything is asked of CARTO, for what cannot be written."""
    if isinstance(target, (str, os.PathLike)):
        return PathTarget(target)
    return FileTarget(target)
