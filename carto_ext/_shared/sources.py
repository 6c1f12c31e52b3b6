"""Sources of data to send: paths, bytes, binary files and iterables, checked before the first request."""

import inspect
import io
import os
from collections.abc import Callable, Iterable, Iterator
from stat import S_ISREG
from threading import Lock
from typing import Any, Protocol, TypeAlias, TypeGuard, TypeVar, cast

from carto_ext.errors import InvalidArgumentError

File = TypeVar("File")


class BinaryReader(Protocol):
    """A file object opened for reading bytes."""

    def read(self, size: int, /) -> bytes: ...


# A path, the data itself, a binary file object (read from its current position), or pieces of the data.
SourceLike: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryReader | Iterable[bytes]

_ADVICE = "give a path, bytes, a file opened with mode 'rb', or an iterable of bytes"


class SourceFailure(Exception):
    """Carries an error of the caller's source through layers that would take it for a connection error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Source:
    """Data to send, made by `open_source`. One thread can close it while another reads.

    `name` is the file's name without folders, `size` the number of bytes left to read; each is None if unknown.
    """

    def __init__(
        self,
        what: str,
        take: Callable[[int], object],
        *,
        name: str | None = None,
        size: int | None = None,
        release: Callable[[], object] | None = None,
    ) -> None:
        self.what, self.name, self.size = what, name, size
        self._take, self._release = take, release
        self._lock = Lock()
        self._busy = self._closed = False

    def take(self, size: int) -> object:
        """Read up to `size` bytes of a file, or one piece of an iterable of any size; b"" at the end, or after `close`.

        Raises SourceFailure with any error of the source itself.
        """
        with self._lock:
            if self._closed:
                return b""
            self._busy = True
        try:
            return self._take(size)
        except Exception as error:  # noqa: BLE001 - passed on to the caller
            raise SourceFailure(error) from None
        finally:
            with self._lock:
                self._busy = False
                closed_meanwhile = self._closed
            if closed_meanwhile and self._release is not None:
                self._release()

    def close(self) -> None:
        """Close the file if it was opened here, or the given generator; after a running read."""
        with self._lock:
            first, self._closed = not self._closed, True
            busy = self._busy
        if first and not busy and self._release is not None:
            self._release()


def checked_piece(piece: object, what: str, *, first: bool = False) -> bytes:
    """Return the piece as bytes. Raises InvalidArgumentError if it is not bytes, or if the first one is empty."""
    if not isinstance(piece, bytes | bytearray | memoryview):
        got = "None, so it has no data right now" if piece is None else f"{type(piece).__name__} instead of bytes"
        raise InvalidArgumentError(f"{what} yielded {got}; {_ADVICE}")
    if first and not len(piece):
        raise InvalidArgumentError(f"{what} has no data, so nothing was sent: check the source")
    return bytes(piece)


def open_source(source: SourceLike, *, what: str) -> Source:
    """Open any kind of source; `what` names the argument in messages.

    Raises InvalidArgumentError for a source that cannot be read or is empty. For an iterable, a pipe or a decompressing
    file, that is known only after reading.
    """
    if isinstance(source, str | os.PathLike):
        return _open_path(source, what)
    if isinstance(source, bytes | bytearray | memoryview):
        if not (size := memoryview(source).nbytes):
            raise InvalidArgumentError(f"{what} is empty, so nothing was sent: check the data")
        return Source(what, io.BytesIO(source).read, size=size)
    if is_reader(source):
        _check_reader(source, what)
        if (left := _rest(source)) == 0:
            raise InvalidArgumentError(f"{what} has nothing left to read, being empty or at its end: try seek(0)")
        return Source(what, source.read, name=_name(source), size=left)
    try:
        pieces = iter(cast(Iterable[object], source))
    except TypeError:
        raise InvalidArgumentError(f"{what} is {type(source).__name__}: {_ADVICE}") from None
    return Source(what, lambda _: _next_piece(pieces), release=getattr(pieces, "close", None))


def is_reader(source: object) -> TypeGuard[BinaryReader]:
    """Check the object, not its class: tempfile's wrappers find `read` only on attribute access."""
    return callable(getattr(source, "read", None)) and not isinstance(source, type)


def is_text_reader(reader: Any) -> bool:
    """Find out by reading zero characters, which does not move the position."""
    return isinstance(reader.read(0), str)


def _next_piece(pieces: Iterator[object]) -> object:
    for piece in pieces:
        # An empty piece in the middle must not look like the end. Other types are returned too, to be refused later.
        if not isinstance(piece, bytes | bytearray | memoryview) or len(piece):
            return piece
    return b""


def _open_path(path: str | os.PathLike[str], what: str) -> Source:
    shown = repr(os.fspath(path))
    shown = shown if len(shown) <= 200 else f"{shown[:200]}… (a string is a path: give data as bytes)"
    try:
        reader = open(path, "rb")  # noqa: SIM115 - the Source closes it
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InvalidArgumentError(
            f"{what} {shown} cannot be read ({reason}): give the path of a readable file"
        ) from None
    size = _rest(reader)
    # Files in /proc report 0 bytes although they have data.
    if size == 0 and not reader.peek(1):
        reader.close()
        raise InvalidArgumentError(f"{what} {shown} is empty, so nothing was sent: check the file")
    return Source(what, reader.read, name=_name(reader), size=size or None, release=reader.close)


def _check_reader(reader: BinaryReader, what: str) -> None:
    """Raise InvalidArgumentError unless the file is open, readable and binary."""
    if getattr(reader, "closed", False) is True:
        raise InvalidArgumentError(f"{what} is a closed file: open it again and keep it open until the data is sent")
    try:
        nothing: object = reader.read(0)
    except (OSError, ValueError, TypeError) as error:
        raise InvalidArgumentError(f"{what} cannot be read ({error}): open it with mode 'rb'") from None
    if isinstance(nothing, str):
        raise InvalidArgumentError(f"{what} is a text file: open it with mode 'rb'")
    if inspect.isawaitable(nothing):
        getattr(nothing, "close", lambda: None)()
        raise InvalidArgumentError(f"{what} is an async file: {_ADVICE}")


_PLAIN = (io.BufferedReader, io.BufferedRandom, io.BytesIO)


def _rest(reader: BinaryReader) -> int | None:
    """Return the bytes from the position to the end; None if that is impossible or expensive to find."""
    if isinstance(reader, io.BufferedIOBase) and not isinstance(reader, _PLAIN):
        return None  # gzip, bz2, lzma, zip would decompress everything to find their end
    tell, seek = getattr(reader, "tell", None), getattr(reader, "seek", None)
    if tell is None or seek is None:
        return None
    try:
        position = tell()
        seek(0, os.SEEK_END)
        end = tell()
        seek(position)
        return max(int(end) - int(position), 0)
    except (OSError, ValueError, TypeError):
        return None


def _name(reader: BinaryReader) -> str | None:
    from gzip import GzipFile  # imported late: few programs need it

    name = getattr(reader, "name", None)
    if not isinstance(name, str) or name.startswith("<"):
        return None  # a descriptor's number, or <stdin>
    base = os.path.basename(name)
    # GzipFile has the name of the compressed file but yields plain bytes; CARTO would try to unpack them.
    return (base.removesuffix(".gz") if isinstance(reader, GzipFile) else base) or None


def checked_files(files: Iterable[File], concurrency: int, what: str) -> list[File]:
    """Check the arguments of a method for many files, before anything is sent."""
    if concurrency < 1:
        raise InvalidArgumentError(f"concurrency must be at least 1, not {concurrency}")
    if isinstance(files, str | bytes | bytearray | memoryview | os.PathLike) or is_reader(files):
        raise InvalidArgumentError(f"{what} must be a list, even for a single file")
    try:
        return list(files)
    except TypeError:
        raise InvalidArgumentError(f"{what} must be a list of files, not {type(files).__name__}") from None


def can_be_read_again(source: object) -> bool:
    """Return True for paths of files and for bytes; other sources yield their data only once."""
    if isinstance(source, str | os.PathLike):
        return os.path.isfile(source)
    return isinstance(source, bytes | bytearray | memoryview)


def size_of_all(sources: Iterable[object]) -> int | None:
    """Return the total, None unless all sizes are known. Opens no file: closing a pipe again would lose its writer."""
    sizes = [_size(source) for source in sources]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def _size(source: object) -> int | None:
    """Return a source's size; 0 if it cannot be read, because none of its bytes will be counted."""
    try:
        if isinstance(source, str | os.PathLike):
            found = os.stat(source)
            return found.st_size if S_ISREG(found.st_mode) else None
        if isinstance(source, bytes | bytearray | memoryview):
            return memoryview(source).nbytes
        return open_source(source, what="source").size if is_reader(source) else None
    except (OSError, ValueError):
        return 0
