"""COPY's CSV, cut into blocks of whole rows."""

# A block is decoded at once, and a few are in memory at a time. Smaller ones cost more than they save.
BLOCK_BYTES = 1024 * 1024


class RowBlocks:
    """Joins pieces to blocks that end where a row does; a row of any size is in one block."""

    def __init__(self, size: int = BLOCK_BYTES) -> None:
        self._size = self._wanted = size
        self._pieces: list[bytes] = []
        self._held = 0

    def feed(self, piece: bytes) -> bytes | None:
        """A block, when there is one."""
        self._pieces.append(piece)
        self._held += len(piece)
        if self._held < self._wanted:
            return None
        data = b"".join(self._pieces)
        end = _end_of_rows(data)
        # A row that is longer than a block is looked for again when twice as much is there.
        self._wanted = self._size if end else 2 * len(data)
        self._pieces, self._held = [data[end:]], len(data) - end
        return data[:end] or None

    def finish(self) -> bytes:
        """The rows that are left."""
        data, self._pieces, self._held = b"".join(self._pieces), [], 0
        return data


def _end_of_rows(data: bytes) -> int:
    """Behind the last line feed that is outside quotes. The data begins with a row, so quotes before it are even."""
    end = data.rfind(b"\n") + 1
    quotes = data.count(b'"', 0, end)
    while end and quotes % 2:
        before = data.rfind(b"\n", 0, end - 1) + 1
        quotes -= data.count(b'"', before, end)
        end = before
    return end
