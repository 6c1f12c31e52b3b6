"""HTTP/1.1 as bytes: writing a request's head, and parsing an answer as it arrives. No waiting happens here."""

import re
from collections.abc import Iterable
from typing import Any

import httpx
from httptools import HttpParserCallbackError, HttpParserError, HttpParserUpgrade, HttpResponseParser

_KEEP_ALIVE = re.compile(rb"timeout=(\d+)", re.IGNORECASE)
# Node closes an idle connection after 5 s; a request must not be in flight at that moment.
_IDLE_SECONDS = 4.0
# Between two bytes of a body there can be a head, 1xx answers, chunk extensions, trailers. None of them is this long.
_MOST_OVERHEAD = 100 * 1024
_MOST_INTERIM = 100


class Unseen(bytes):
    """Bytes that contain the key: a traceback with local variables shows only their length."""

    def __add__(self, more: Any) -> "Unseen":
        return Unseen(super().__add__(more))

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


def request_head(method: bytes, target: bytes, headers: Iterable[tuple[bytes, bytes]]) -> Unseen:
    """Return the head of a request. Raises httpx.LocalProtocolError for a header with a line break."""
    lines = [b"%b %b HTTP/1.1" % (method, target), *(b"%b: %b" % header for header in headers)]
    text = b"\n".join(lines)
    if text.count(b"\n") >= len(lines) or b"\r" in text or b"\0" in text:
        raise httpx.LocalProtocolError("a header contains a line break or NUL")
    return Unseen(text.replace(b"\n", b"\r\n") + b"\r\n\r\n")


class _SurplusError(Exception):
    """There are bytes after the answer."""


class Answer:
    """The answer to one request. Each answer has a parser of its own, so no state leaks into the next one.

    Parsing uses llhttp: CARTO sends each row as a chunk, for which h11 takes 20 times as long.
    """

    def __init__(self, method: bytes) -> None:
        self.status = 0  # until the head has arrived; 1xx answers do not count
        self.reason = b""
        self.headers: list[tuple[bytes, bytes]] = []
        self.is_complete = False
        self.interim = 0
        self._keeps_alive = self._has_surplus = False
        self._has_length = False  # otherwise the body ends with the connection
        self._is_head = method == b"HEAD"
        self._overhead = 0
        self._pieces: list[bytes] = []
        self._parser = HttpResponseParser(self)

    def feed(self, data: bytes) -> None:
        """Parse data; b"" is the end of the connection. Raises httpx.RemoteProtocolError for bad or incomplete HTTP."""
        if self.is_complete:
            self._has_surplus = True
        elif data:
            self._parse(data)
        elif self.status and not self._has_length:
            self.is_complete = True
        else:
            missing = "sending the whole body" if self.status else "sending a response"
            raise httpx.RemoteProtocolError(f"Server disconnected without {missing}.")

    def _parse(self, data: bytes) -> None:
        before = len(self._pieces)
        try:
            self._parser.feed_data(data)
        except HttpParserCallbackError as error:
            # httptools wraps whatever a callback raises, KeyboardInterrupt too: a signal can arrive in each line.
            raised = error.__context__ or error
            if not isinstance(raised, _SurplusError):
                raise raised from None
            self._has_surplus = True
        except (HttpParserError, HttpParserUpgrade) as error:
            if not self.is_complete:
                raise httpx.RemoteProtocolError(str(error)) from error
            self._has_surplus = True
        self._overhead = 0 if len(self._pieces) > before else self._overhead + len(data)
        if self._overhead > _MOST_OVERHEAD or self.interim > _MOST_INTERIM:
            raise httpx.RemoteProtocolError("the server sends headers or chunk framing without end")

    def take(self) -> bytes:
        """Return the bytes of the body that arrived since the last call."""
        pieces, self._pieces = self._pieces, []
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def seconds_to_keep(self) -> float:
        """Return how long the connection can stay idle, as the server says; 0 if it must not be used again."""
        if not self.is_complete or self._has_surplus or not self._keeps_alive:
            return 0.0
        told = [_KEEP_ALIVE.search(value) for name, value in self.headers if name.lower() == b"keep-alive"]
        return min([_IDLE_SECONDS, *(float(one[1]) - 1 for one in told if one)]) if told else _IDLE_SECONDS

    # Callbacks for llhttp.

    def on_message_begin(self) -> None:
        if self.is_complete:
            raise _SurplusError  # ends the parsing

    def on_status(self, text: bytes) -> None:
        self.reason += text

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self.status:  # later ones are trailers
            self.headers.append((name, value))
            kind = name.lower()
            if kind == b"content-length" or (kind == b"transfer-encoding" and b"chunked" in value.lower()):
                self._has_length = True

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        if status >= 200:
            self.status, self.is_complete = status, self._is_head

    def on_body(self, data: bytes) -> None:
        self._pieces.append(data)

    def on_message_complete(self) -> None:
        if self.status:
            self.is_complete, self._keeps_alive = True, self._parser.should_keep_alive()
        else:
            self.interim += 1
            self.headers, self.reason, self._has_length = [], b"", False
