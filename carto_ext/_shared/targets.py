"""Where a download goes: a path, written beside it and renamed when complete, or a file object."""

import errno
import io
import os
import re
import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from select import select
from stat import S_IMODE, S_ISDIR, S_ISFIFO, S_ISREG
from typing import IO, TypeAlias

from attrs import frozen

from carto_ext.errors import InvalidArgumentError

DataTarget: TypeAlias = str | os.PathLike[str] | IO[bytes]

# Paths that stand for open files: a redirected one is not replaced, nor are its earlier bytes lost.
_DESCRIPTORS = re.compile(r"/dev/(stdout|stderr|fd/\d+)|/proc/(self|\d+)/fd/\d+")
# File systems take names of 255 bytes; the rest of the part's name needs 16.
_NAME_BYTES = 200
# A FIFO can be opened once its reader has opened it.
_READER_SECONDS = 10.0
_ASK_AGAIN_SECONDS = 0.02


@frozen
class DownloadResult:
    """The size of a download that is complete."""

    bytes_received: int


class PathTarget:
    """A file of its own beside the target; nobody sees a half-written target, and a failed download leaves nothing.

    A file that is replaced keeps its permissions and, where the system allows it, its owner. A link is followed.
    """

    def __init__(self, path: Path, old: os.stat_result | None) -> None:
        self._path = Path(os.path.realpath(path)) if path.is_symlink() else path
        name = os.fsencode(self._path.name)[:_NAME_BYTES].decode(errors="ignore")
        self._part = self._path.with_name(f".{name}.{secrets.token_hex(4)}.part")
        self._file = self._part.open("xb", buffering=0)
        if old is not None:
            try:
                self._take_over(old)
            except BaseException:
                self.abort(keep=False)
                raise

    def _take_over(self, old: os.stat_result) -> None:
        if hasattr(os, "fchown"):
            with suppress(PermissionError):
                os.fchown(self._file.fileno(), old.st_uid, old.st_gid)
        os.chmod(self._part, S_IMODE(old.st_mode))

    def write(self, pieces: Sequence[bytes]) -> None:
        start = self._file.tell()
        _write_all(self._file, pieces)
        # Linux begins to write it and keeps it for whoever reads it next; of 200 MB the fsync at the end then takes 6
        # instead of 110 ms.
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self._file.fileno(), start, self._file.tell() - start, os.POSIX_FADV_DONTNEED)

    def commit(self) -> None:
        """On disk before it gets its name."""
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._path)

    def abort(self, *, keep: bool) -> Path | None:
        """Remove the part, or keep it beside the target as NAME.part and return its path."""
        self._file.close()
        if not keep:
            self._part.unlink(missing_ok=True)
            return None
        try:
            return self._part.replace(self._path.with_name(f"{self._path.name}.part"))
        except OSError:  # a name that is too long with those letters more
            return self._part


class FileTarget:
    """A binary file object of the caller's, who also closes it; or a device, FIFO or socket opened here by its path."""

    def __init__(self, file: IO[bytes] | io.RawIOBase, *, owned: bool = False) -> None:
        self._file, self._owned = file, owned

    def write(self, pieces: Sequence[bytes]) -> None:
        _write_all(self._file, pieces)

    def commit(self) -> None:
        flush = getattr(self._file, "flush", None)
        if flush is not None:
            flush()
        self._close()

    def abort(self, *, keep: bool) -> None:
        """Nothing can be taken back: the bytes written stay in any case."""
        self._close()

    def _close(self) -> None:
        if self._owned:
            self._file.close()


def open_target(target: DataTarget) -> PathTarget | FileTarget:
    """Raises InvalidArgumentError, before anything is asked of CARTO, for targets that cannot be written."""
    if isinstance(target, (str, os.PathLike)):
        try:
            return _open_path(target)
        except (OSError, ValueError) as error:
            if isinstance(error, InvalidArgumentError):
                raise
            reason = getattr(error, "strerror", None) or error
            raise InvalidArgumentError(
                f"{os.fspath(target)!r} cannot be written: {reason}; choose a folder that exists and is writable"
            ) from error
    _check_file(target)
    return FileTarget(target)


def _open_path(target: str | os.PathLike[str]) -> PathTarget | FileTarget:
    text = os.fspath(target)
    if not isinstance(text, str) or not text:
        raise InvalidArgumentError(f"target is {text!r}: pass the path of the file to write, as text")
    path = Path(text)
    try:
        old = path.stat()
    except FileNotFoundError:
        old = None
    if text.endswith(tuple(filter(None, (os.sep, os.altsep)))) or (old is not None and S_ISDIR(old.st_mode)):
        raise InvalidArgumentError(f"{text} is a folder; pass the path of the file to write")
    if old is not None and S_ISFIFO(old.st_mode):
        return FileTarget(_open_fifo(path), owned=True)
    if _DESCRIPTORS.fullmatch(text) or not (old is None or S_ISREG(old.st_mode)):
        return FileTarget(path.open("ab", buffering=0), owned=True)
    return PathTarget(path, old)


def _open_fifo(path: Path) -> io.FileIO:
    """Open a FIFO for writing; a plain open() would wait for its reader without end, and could not be cancelled."""
    deadline = time.monotonic() + _READER_SECONDS
    while True:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > deadline:
                raise InvalidArgumentError(
                    f"{path} is a FIFO that no process reads; start its reader first, within {_READER_SECONDS:.0f} s"
                ) from None
            time.sleep(_ASK_AGAIN_SECONDS)
            continue
        os.set_blocking(descriptor, True)
        return io.FileIO(descriptor, "wb")


def _check_file(file: IO[bytes]) -> None:
    if isinstance(file, io.TextIOBase) or "b" not in getattr(file, "mode", "b"):
        raise InvalidArgumentError("target is a text file; open it with mode 'wb'")
    if getattr(file, "closed", False) is True:
        raise InvalidArgumentError("target is a closed file; open it again with mode 'wb'")
    if not callable(getattr(file, "write", None)):
        raise InvalidArgumentError(f"target must be a path or a binary file, not {type(file).__name__}")
    if isinstance(file, io.IOBase) and not file.writable():
        raise InvalidArgumentError("target is open for reading only; open it with mode 'wb'")


def _write_all(file: IO[bytes] | io.RawIOBase, pieces: Sequence[bytes]) -> None:
    """A raw file may take fewer bytes than it is given, or none (None) while a pipe or socket is full."""
    # Joined, since a few large pieces are so written faster: their memory can be used again the sooner.
    rest = memoryview(b"".join(pieces))
    while rest:
        try:
            written: object = file.write(rest)
        except BlockingIOError as error:  # a buffered file over a pipe that is full
            rest = rest[error.characters_written :]
            _wait_until_writable(file)
            continue
        if written is None and isinstance(file, io.RawIOBase):
            _wait_until_writable(file)
        elif isinstance(written, int) and 0 <= written < len(rest):
            rest = rest[written:]
        else:
            return  # all of it; file objects of other makers may say nothing


def _wait_until_writable(file: IO[bytes] | io.RawIOBase) -> None:
    select([], [file.fileno()], [])
