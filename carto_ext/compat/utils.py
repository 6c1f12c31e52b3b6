"""What read() needs of a response."""

from io import RawIOBase
from typing import Any


class ResponseStream(RawIOBase):
    """A response as a binary file that can be read once; a failed download raises while it is read."""

    def __init__(self, response: Any) -> None:
        self._pieces, self._left = response.iter_content(8 * 1024), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._left = self._left or next(self._pieces, b"")
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size
