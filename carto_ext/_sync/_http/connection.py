# Made from carto_ext/_async/_http/connection.py by scripts/unasync; do not edit.
"""One connection: h11 speaks HTTP on a watched socket, one call after another.

httpcore's own connection takes locks, shields and traces at each step of a call, for HTTP/2 and for tools that are not
in use here. Without them, and without its pool, a small call in an event loop takes less than half the time.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any, cast

import h11
import httpcore

# Small answers should not pay for memory that the system has to give each time; where more comes than fits, larger
# pieces take 200 MB from 0.23 to 0.17 s.
_READ = 64 * 1024
_MOST_READ = 256 * 1024
_MAX_HEAD = 100 * 1024


class Connection:
    """To one host, by way of a stream that gives up writing when an answer is there.

    What `call` and `read_body` raise are errors of httpcore; afterwards the connection can only be closed.
    """

    def __init__(self, origin: tuple[str, str, int], stream: httpcore.NetworkStream) -> None:
        self.origin = origin
        self.stream = stream
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEAD)
        self._read_size = _READ
        self._idle_since = 0.0

    def call(self, request: httpcore.Request, timeouts: Mapping[str, Any]) -> h11.Response:
        """The head of the answer; its body is to be read next."""
        with suppress(httpcore.WriteError):  # the answer, where there is one, tells why
            self._send(request, timeouts.get("write"))
        while isinstance(answer := self._receive(timeouts.get("read")), h11.InformationalResponse):
            pass
        assert isinstance(answer, h11.Response)
        return answer

    def _send(self, request: httpcore.Request, timeout: float | None) -> None:
        write, encoded = self.stream.write, self._encoded
        head = h11.Request(method=request.method, target=request.url.target, headers=request.headers)
        write(encoded(head), timeout)
        for chunk in cast(Iterable[bytes], request.stream):
            write(encoded(h11.Data(data=chunk)), timeout)
        write(encoded(h11.EndOfMessage()), timeout)

    def _encoded(self, event: h11.Event) -> bytes:
        try:
            return self._http.send(event) or b""
        except h11.LocalProtocolError as error:
            raise httpcore.LocalProtocolError(str(error)) from error

    def read_body(self, timeout: float | None) -> bytes:
        """The next piece, b"" at the end."""
        event = self._receive(timeout)
        return bytes(event.data) if isinstance(event, h11.Data) else b""

    def _receive(self, timeout: float | None) -> Any:
        while True:
            try:
                event = self._http.next_event()
            except h11.RemoteProtocolError as error:
                raise httpcore.RemoteProtocolError(str(error)) from error
            if event is not h11.NEED_DATA:
                return event
            # In no variable: a traceback that shows them would show the key to whom a server repeats it.
            came = self._take(self.stream.read(self._read_size, timeout))
            if not came and self._http.their_state is h11.SEND_RESPONSE:
                raise httpcore.RemoteProtocolError("Server disconnected without sending a response.")

    def _take(self, data: bytes) -> bool:
        self._http.receive_data(data)
        if len(data) == self._read_size:
            self._read_size = _MOST_READ
        elif len(data) < _READ // 4:
            self._read_size = _READ
        return bool(data)

    def is_ready_again(self) -> bool:
        """Whether the call that is over leaves it fit for another, which may come from now on."""
        if self._http.our_state is not h11.DONE or self._http.their_state is not h11.DONE:
            return False
        self._http.start_next_cycle()
        self._idle_since = monotonic()
        return True

    def has_expired(self, after: float | None) -> bool:
        """What can be read while nothing was asked is the server's goodbye."""
        late = after is not None and monotonic() > self._idle_since + after
        return late or bool(self.stream.get_extra_info("is_readable"))
