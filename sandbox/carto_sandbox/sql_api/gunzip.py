"""Decompression of a gzip body as it comes, in blocks of bounded size and with zlib's own words for errors."""

import zlib
from collections.abc import Iterator

_GZIP = 31
_BLOCK = 65536
_CHECKED_BLOCKS = 16


class GunzipError(ValueError):
    """The message is zlib's, such as `incorrect header check`."""


class Gunzip:
    """Several members one after another are fine, as `cat a.gz b.gz` makes them."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._fed = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP)
            try:
                # Bounded: a block of zeros may be a thousand times as large unpacked.
                block = self._member.decompress(data, _BLOCK)
            except zlib.error as error:
                raise GunzipError(str(error).rpartition(": ")[2]) from None
            self._fed = True
            if block:
                yield block
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail

    def finish(self) -> Iterator[bytes]:
        """Return the data that zlib still holds. Raises GunzipError if the last member is not complete."""
        while self._fed and not self._member.eof:
            try:
                block = self._member.decompress(self._member.unconsumed_tail, _BLOCK)
            except zlib.error as error:
                raise GunzipError(str(error).rpartition(": ")[2]) from None
            if not block and not self._member.eof:
                raise GunzipError("unexpected end of file")
            if block:
                yield block


def check_gzip(data: bytes) -> None:
    """Unpacks the beginning of a body, and throws it away; one that is empty ends too early."""
    if not data:
        raise GunzipError("unexpected end of file")
    for _ in zip(range(_CHECKED_BLOCKS), Gunzip().feed(data), strict=False):
        pass
