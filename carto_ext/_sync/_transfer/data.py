"""Data to send, read where it is needed. The asynchronous side is written by hand as well."""

from typing import TypeAlias

from carto_ext._shared.chunks import CHUNK_BYTES
from carto_ext._shared.sources import Source, SourceLike, checked_piece, open_source
from carto_ext._sync.concurrency import stop_if_ended

DataSource: TypeAlias = SourceLike


class Data:
    """Pieces of data, b"" at the end; `name` and `size` as Source has them."""

    def __init__(self, source: Source) -> None:
        self.what, self.name, self.size = source.what, source.name, source.size
        self._source = source
        self.close = source.close
        self._first = b""

    def begin(self) -> bytes:
        """The first piece, which `read` gives again. Raises InvalidArgumentError if there is no data at all."""
        self._first = checked_piece(self._source.take(CHUNK_BYTES), self.what, first=True)
        return self._first

    def read(self) -> bytes:
        """Raises InvalidArgumentError for pieces that are not bytes, SourceFailure for an error of the source."""
        stop_if_ended()
        first, self._first = self._first, b""
        return first or checked_piece(self._source.take(CHUNK_BYTES), self.what)


def open_data(source: DataSource, *, what: str) -> Data:
    """Raises InvalidArgumentError for data that cannot be read or is empty."""
    return Data(open_source(source, what=what))
