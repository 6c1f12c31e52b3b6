"""Reading of the data to send, in the caller's thread. The async version is also written by hand."""

from typing import TypeAlias

from carto_ext._shared.chunks import CHUNK_BYTES
from carto_ext._shared.sources import Source, SourceLike, checked_piece, open_source
from carto_ext._sync.concurrency import stop_if_ended

DataSource: TypeAlias = SourceLike


class Data:
    """Pieces of data, b"" at the end; `name` and `size` as in Source."""

    def __init__(self, source: Source) -> None:
        self.what, self.name, self.size = source.what, source.name, source.size
        self._source = source
        self.close = source.close
        self._first = b""

    def begin(self) -> bytes:
        """Return the first piece, which `read` returns again. Raises InvalidArgumentError for empty data."""
        self._first = checked_piece(self._source.take(CHUNK_BYTES), self.what, first=True)
        return self._first

    def read(self) -> bytes:
        """Return the next piece. Raises InvalidArgumentError if it is not bytes, SourceFailure if the source fails."""
        stop_if_ended()
        first, self._first = self._first, b""
        return first or checked_piece(self._source.take(CHUNK_BYTES), self.what)


def open_data(source: DataSource, *, what: str) -> Data:
    """Open a source. Raises InvalidArgumentError if it cannot be read or is empty."""
    return Data(open_source(source, what=what))
