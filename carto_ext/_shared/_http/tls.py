"""TLS inside TLS: to a server through an https:// proxy."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
_PIECE = 16 * 1024


class TlsInTls:
    """TLS over a socket that is an SSLSocket already, which ssl.SSLSocket itself cannot wrap."""

    def __init__(self, outer: ssl.SSLSocket, context: ssl.SSLContext, host: str) -> None:
        self.outer = outer
        self.fileno, self.close = outer.fileno, outer.close
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_hostname=host)
        self._unsent = b""

    def do_handshake(self) -> None:
        self._pump(self._tls.do_handshake)

    def recv(self, most: int) -> bytes:
        try:
            return self._pump(lambda: self._tls.read(most))
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""

    def send(self, data: memoryview) -> int:
        return self._pump(lambda: self._tls.write(data[:_PIECE]))

    def _pump(self, action: Callable[[], T]) -> T:
        while True:
            self._flush()
            try:
                done = action()
            except ssl.SSLWantReadError:
                self._flush()
                if data := self.outer.recv(_PIECE):
                    self._in.write(data)
                else:
                    self._in.write_eof()
            else:
                with suppress(ssl.SSLWantReadError, ssl.SSLWantWriteError):  # the next call sends it
                    self._flush()
                return done

    def _flush(self) -> None:
        self._unsent += self._out.read()
        while self._unsent:
            self._unsent = self._unsent[self.outer.send(self._unsent) :]
