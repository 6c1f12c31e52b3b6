"""Reading a response like a file."""

from collections.abc import Iterator
from io import RawIOBase
from typing import Any


class ResponseStream(RawIOBase):
    """A response as a binary file that can be read once; a failed download raises while it is read."""

    def __init__(self, response: Any) -> None:
        self._response, self._pieces, self._left = response, response.iter_content(None), b""
        self.status, self.headers = response.status_code, response.headers

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, decode_content: bool = True) -> bytes:
        """Read as in urllib3, with `decode_content` always on."""
        return super().read(-1 if size is None else size) or b""

    def stream(self, size: int = 64 * 1024, decode_content: bool = True) -> Iterator[bytes]:
        while piece := self.read(size):
            yield piece

    def readinto(self, buffer: Any) -> int:
        self._left = self._left or next(self._pieces, b"")
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size

    def close(self) -> None:
        super().close()
        self._response.close()
