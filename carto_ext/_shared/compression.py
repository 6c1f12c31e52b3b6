"""gzip both ways, in pieces that threads can work on; nothing here waits.

With the extra `speed` ISA-L does the work, without it zlib; only time and the length of what is sent differ. On CSV,
one thread each, here: zlib 138 MB/s in and 503 out, ISA-L 572 and 1,186, and its output is 11 % shorter.
"""

import zlib
from collections import deque
from collections.abc import Callable
from typing import Any

import httpx

_isal: Any
try:
    from isal import isal_zlib as _isal
except ImportError:
    _isal = None

_FASTEST = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x04\xff"
_LAST_BLOCK = b"\x03\x00"
_RAW, _GZIP = -15, 31
_WINDOW = 32 * 1024
# A kilobyte may hold a megabyte of zeros: the output of a step is bounded, whatever its input.
_STEP_OUTPUT = 1024 * 1024


class GzipBlocks:
    """One gzip member made of blocks, each compressed on its own with the end of the one before as its dictionary.

    At level 1: on CSV higher ones cost far more time than the smaller output saves. The blocks are as short together as
    in one piece, and each can be decoded when it comes, which a slow source needs.
    """

    def __init__(self, library: Any = _isal or zlib) -> None:
        self._library = library
        self._head = _FASTEST
        self._before = b""
        self._checksum = 0
        self._size = 0

    def add(self, data: bytes) -> Callable[[], bytes]:
        """What makes the next block of the output; it may be called in any thread, beside others."""
        head, before, self._head, self._before = self._head, self._before, b"", data[-_WINDOW:]
        self._checksum = self._library.crc32(data, self._checksum)
        self._size += len(data)
        return lambda: head + self._compressed(data, before)

    def _compressed(self, data: bytes, before: bytes) -> bytes:
        options = (1, zlib.DEFLATED, _RAW, 8, zlib.Z_DEFAULT_STRATEGY)
        compressor = self._library.compressobj(*options, before) if before else self._library.compressobj(*options)
        made: bytes = compressor.compress(data) + compressor.flush(zlib.Z_SYNC_FLUSH)
        return made

    def finish(self) -> bytes:
        """The end of the output; nothing can be added after it."""
        sizes = self._checksum.to_bytes(4, "little") + (self._size % 2**32).to_bytes(4, "little")
        return self._head + _LAST_BLOCK + sizes


class Gunzip:
    """Unpacks one or several gzip members. One thread may feed it while another calls `step`."""

    def __init__(self, library: Any = _isal or zlib) -> None:
        self._library = library
        self._errors = (zlib.error, library.error)
        self._member: Any = None
        self._input: deque[bytes] = deque()

    def feed(self, data: bytes) -> None:
        self._input.append(data)

    @property
    def is_behind(self) -> bool:
        """Whether `step` has more to do, as far as is known now."""
        return bool(self._input)

    def step(self) -> bytes:
        """Up to 1 MB more, b"" when all input is used. Raises httpx.DecodingError."""
        try:
            while self._input:
                if made := self._unpack():
                    return made
        except self._errors as error:
            self._input.clear()
            raise httpx.DecodingError(f"the gzip data is damaged: {error}") from error
        return b""

    def _unpack(self) -> bytes:
        data = self._input[0]
        if self._member is None:
            data = data.lstrip(b"\0")  # padding between members, as gzip itself takes it
            self._member = self._library.decompressobj(_GZIP) if data else None
        made, rest = b"", b""
        if self._member is not None:
            made = self._member.decompress(data, _STEP_OUTPUT)
            rest = self._member.unused_data or self._member.unconsumed_tail
            if self._member.eof:
                self._member = None
        if rest:
            self._input[0] = rest
        elif len(made) < _STEP_OUTPUT or self._member is None:
            self._input.popleft()
        else:
            self._input[0] = b""  # all is read, but the decompressor may hold more output
        return made

    def finish(self) -> None:
        """Raises httpx.DecodingError if a member lacks its end."""
        if self._member is not None:
            raise httpx.DecodingError("the gzip data is truncated")
