"""carto_ext/_shared/_http/http1.py without httptools: regular expressions for heads, slices for bodies."""

import re

import httpx

from carto_ext._shared._http import http1

_STATUS = re.compile(rb"HTTP/1\.([01]) (\d{3})(?: ([^\r\n]*))?")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00\r\n]*?)[ \t]*")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?")


class Answer(http1.Answer):
    def __init__(self, method: bytes) -> None:
        super().__init__(method)
        self._buffer = b""
        self._left: int | None = None  # of the body or the chunk; None if the length is in the next line, or unknown
        self._is_chunked = self._in_trailers = False
        self._sizes: dict[bytes, int] = {}

    def _parse(self, data: bytes) -> None:
        before = len(self._pieces)
        self._buffer += data
        while not self.status and self._take_head():
            pass
        if self.status and not self.is_complete:
            self._take_body()
        if self.is_complete and self._buffer:
            self._has_surplus = True
        self._overhead = 0 if len(self._pieces) > before else self._overhead + len(data)
        if self._overhead > http1._MOST_OVERHEAD or self.interim > http1._MOST_INTERIM:
            raise httpx.RemoteProtocolError("the server sends heads, or what surrounds a body, without an end")

    def _take_head(self) -> bool:
        head, end, rest = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.split(b"\r\n")
        status = _STATUS.fullmatch(first) if end or b"\r\n" in self._buffer else None
        if status is None and (end or len(first) > 8) and not first.startswith(b"HTTP/1."):
            raise httpx.RemoteProtocolError("the answer is not HTTP")
        if not end:
            return False
        fields = [_FIELD.fullmatch(line) for line in lines]
        if status is None or None in fields:
            raise httpx.RemoteProtocolError("the head of the answer is not HTTP")
        self._buffer, code = rest, int(status[2])
        if code < 200:
            self.interim += 1
            if code == 101:
                raise httpx.RemoteProtocolError("the server wants to speak another protocol")
            return True
        self.headers = [(one[1], one[2]) for one in fields if one]
        self.status, self.reason = code, status[3] or b""
        self._frame(status[1] == b"1")
        return False

    def _frame(self, keeps_alive: bool) -> None:
        told: dict[bytes, bytes] = {}
        for name, value in self.headers:
            told[name.lower()] = told[name.lower()] + b"," + value if name.lower() in told else value
        self._keeps_alive = keeps_alive and b"close" not in told.get(b"connection", b"").lower()
        lengths = set(told.get(b"content-length", b"").replace(b" ", b"").split(b",")) - {b""}
        if b"transfer-encoding" in told:
            self._is_chunked = self._has_length = told[b"transfer-encoding"].lower() == b"chunked"
            self._keeps_alive = self._keeps_alive and not lengths
        elif len(lengths) > 1 or any(not one.isdigit() for one in lengths):
            raise httpx.RemoteProtocolError("the lengths of the answer contradict each other")
        elif lengths:
            self._left, self._has_length = int(lengths.pop()), True
        if self._is_head or self.status in (204, 304) or self._left == 0:
            self.is_complete = True

    def _take_body(self) -> None:
        if not self._has_length:
            self._pieces.append(self._buffer)
            self._buffer = b""
        elif not self._is_chunked:
            assert self._left is not None
            piece, self._buffer = self._buffer[: self._left], self._buffer[self._left :]
            self._pieces += [piece] if piece else []
            self._left -= len(piece)
            self.is_complete = self._left == 0
        else:
            self._buffer = self._buffer[self._take_chunks() :]

    def _take_chunks(self) -> int:
        buffer, at, sizes, pieces = self._buffer, 0, self._sizes, self._pieces
        find = buffer.find
        while not self._in_trailers:
            if self._left is not None:  # in the middle of one
                piece = buffer[at : at + self._left]
                pieces += [piece] if piece else []
                at, self._left = at + len(piece), self._left - len(piece)
                if self._left or len(buffer) < at + 2:
                    return at
                if buffer[at : at + 2] != b"\r\n":
                    raise httpx.RemoteProtocolError("a chunk is longer than it says")
                at, self._left = at + 2, None
            if (end := find(b"\r\n", at)) < 0:
                return at
            line = buffer[at:end]
            if (size := sizes.get(line)) is None:
                if (match := _CHUNK.fullmatch(line)) is None:
                    raise httpx.RemoteProtocolError("a chunk has no length")
                size = sizes[line] = int(match[1], 16)
            at, stop = end + 2, end + 2 + size
            if size == 0:
                self._in_trailers = True
            elif buffer[stop : stop + 2] == b"\r\n":  # whole, as most are
                pieces.append(buffer[at:stop])
                at = stop + 2
            else:
                self._left = size
        while (end := find(b"\r\n", at)) >= 0:
            line, at = buffer[at:end], end + 2
            if not line:
                self.is_complete = True
                break
        return at
