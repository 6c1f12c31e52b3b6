"""Bytes on their way to the server: where they come from, how they are cut and counted.

Nothing here waits for a network: the sync and the async loops push data through the same objects.
"""

import inspect
import io
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias, runtime_checkable

from carto_ext.errors import InvalidArgumentError

# Each chunk costs a call through httpx and, in async, a turn of the loop: at this size that is lost in the noise, while
# two of them on the way still fit into the memory nobody notices and into the 3 MB a server takes before it answers.
CHUNK_BYTES = 256 * 1024

# Called after each chunk with the bytes that were handed over so far and the number of all, None if that is unknown.
ProgressCallback: TypeAlias = Callable[[int, int | None], object]


@runtime_checkable
class BinaryReader(Protocol):
    """A file object opened for reading bytes."""

    def read(self, size: int, /) -> bytes: ...


# A path, the data itself, a binary file object (read from where it stands), or pieces of the data.
SourceLike: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryReader | Iterable[bytes]


class Coalesce:
    """Joins small chunks until they reach a size; chunks of that size or more pass uncopied, in order."""

    def __init__(self, size: int = CHUNK_BYTES) -> None:
        self._size = size
        self._held: list[bytes] = []
        self._held_bytes = 0

    def feed(self, data: bytes) -> list[bytes]:
        """The chunks to hand on now; only what is held before a big one may be smaller than the size."""
        if len(data) >= self._size:
            held = self.finish()
            return [held, data] if held else [data]
        self._held.append(data)
        self._held_bytes += len(data)
        return [self.finish()] if self._held_bytes >= self._size else []

    def finish(self) -> bytes:
        """What is held, possibly nothing."""
        held = b"".join(self._held)
        self._held.clear()
        self._held_bytes = 0
        return held


class Counter:
    """Tells a callback how far it has come; `done` and `total` are bytes of the source, before compression."""

    def __init__(self, callback: ProgressCallback | None, total: int | None) -> None:
        self.done = 0
        self.total = total
        self._callback = callback

    def add(self, count: int) -> None:
        """Count and tell; an exception of the callback goes through and so ends the transfer."""
        self.done += count
        if self._callback is not None:
            self._callback(self.done, self.total)


class Source:
    """Data to send, made by `open_source`. Read until empty, then close.

    `name` is the file's name without folders, `size` the bytes left to read, each None where unknown. Either `reader`
    or `chunks` is set; `owned` tells whether `close` closes the reader.
    """

    def __init__(
        self,
        what: str,
        *,
        reader: BinaryReader | None = None,
        chunks: Iterator[bytes] | None = None,
        name: str | None = None,
        size: int | None = None,
        owned: bool = False,
    ) -> None:
        self.what, self.reader, self.chunks = what, reader, chunks
        self.name, self.size, self.owned = name, size, owned
        self._begun = False

    def read(self, size: int = CHUNK_BYTES) -> bytes:
        """The next piece, b"" at the end: up to `size` bytes of a file, or one piece of an iterable, however big.

        Raises InvalidArgumentError if a piece is no bytes, or if there is none at all.
        """
        piece: object = self.reader.read(size) if self.reader is not None else self._next_chunk()
        if not isinstance(piece, bytes | bytearray | memoryview):
            raise InvalidArgumentError(f"{self.what} gives {type(piece).__name__}, not bytes: {_ADVICE}")
        data = bytes(piece)
        if not data and not self._begun:
            raise InvalidArgumentError(f"{self.what} gives no data: there is nothing to send")
        self._begun = True
        return data

    def _next_chunk(self) -> object:
        for chunk in self.chunks or ():
            # An empty piece in the middle must not look like the end; what is no bytes goes on, to be refused.
            if not isinstance(chunk, bytes | bytearray | memoryview) or len(chunk):
                return chunk
        return b""

    def close(self) -> None:
        """Close the file if it was opened here, or the generator that was given."""
        if self.owned or self.chunks is not None:
            close = getattr(self.reader if self.chunks is None else self.chunks, "close", None)
            if close is not None:
                close()


_ADVICE = "give a path, bytes, a file opened with mode 'rb', or an iterable of bytes"


def open_source(source: SourceLike, *, what: str) -> Source:
    """Make anything that can be sent readable; `what` names the argument in messages.

    Raises InvalidArgumentError for what cannot be read or is empty, except that an iterable, a pipe or a decompressing
    file shows that only when it is read.
    """
    if isinstance(source, str | os.PathLike):
        return _open_path(source, what)
    if isinstance(source, bytes | bytearray | memoryview):
        if not (size := memoryview(source).nbytes):
            raise InvalidArgumentError(f"{what} is empty: there is nothing to send")
        return Source(what, reader=io.BytesIO(source), size=size, owned=True)
    if isinstance(source, BinaryReader):
        _check_reader(source, what)
        if (left := _rest(source)) == 0:
            raise InvalidArgumentError(f"{what} has nothing left to read: the file is empty or at its end, try seek(0)")
        return Source(what, reader=source, name=_name(source), size=left)
    try:
        chunks = iter(source)
    except TypeError:
        raise InvalidArgumentError(f"{what} is {type(source).__name__}: {_ADVICE}") from None
    return Source(what, chunks=chunks)


def _open_path(path: str | os.PathLike[str], what: str) -> Source:
    shown = repr(os.fspath(path))
    shown = shown if len(shown) <= 200 else f"{shown[:200]}… (text is taken as a path: give data as bytes)"
    try:
        reader = open(path, "rb")  # noqa: SIM115 - the Source closes it
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InvalidArgumentError(
            f"{what} {shown} cannot be read ({reason}): give the path of a readable file"
        ) from None
    if (size := _rest(reader)) == 0:
        reader.close()
        raise InvalidArgumentError(f"{what} {shown} is empty: there is nothing to send")
    return Source(what, reader=reader, name=_name(reader), size=size, owned=True)


def _check_reader(reader: BinaryReader, what: str) -> None:
    """Reading nothing shows whether it is open, readable and binary, and moves no position."""
    if getattr(reader, "closed", False) is True:
        raise InvalidArgumentError(f"{what} is a closed file: open it again and keep it open until the data is sent")
    try:
        nothing: object = reader.read(0)
    except (OSError, ValueError, TypeError) as error:
        raise InvalidArgumentError(f"{what} cannot be read ({error}): open it with mode 'rb'") from None
    if isinstance(nothing, str):
        raise InvalidArgumentError(f"{what} is a text file: open it with mode 'rb'")
    if inspect.iscoroutine(nothing):
        nothing.close()
        raise InvalidArgumentError(f"{what} is an async file: {_ADVICE}")


_PLAIN = (io.BufferedReader, io.BufferedRandom, io.BytesIO)


def _rest(reader: BinaryReader) -> int | None:
    """Bytes from the position to the end, if finding the end is cheap and possible."""
    if isinstance(reader, io.BufferedIOBase) and not isinstance(reader, _PLAIN):
        return None  # gzip, bz2, lzma, zip: they would decompress everything to find their end
    tell, seek = getattr(reader, "tell", None), getattr(reader, "seek", None)
    if tell is None or seek is None:
        return None
    try:
        position = tell()
        seek(0, os.SEEK_END)
        end = tell()
    except (OSError, ValueError, TypeError):
        return None
    seek(position)
    return max(int(end) - int(position), 0)


def _name(reader: BinaryReader) -> str | None:
    from gzip import GzipFile  # late: few programs need it, and all would pay for it at import

    name = getattr(reader, "name", None)
    if not isinstance(name, str) or name.startswith("<"):
        return None  # a descriptor's number, or <stdin>
    base = os.path.basename(name)
    # It gives the plain bytes but has the name of the compressed file, by which CARTO would try to unpack them.
    return (base.removesuffix(".gz") if isinstance(reader, GzipFile) else base) or None
