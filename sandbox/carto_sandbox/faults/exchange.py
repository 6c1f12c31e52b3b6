"""One request and its answer: the steps out of which faults are made."""

from collections.abc import Iterator
from http import HTTPStatus

from carto_sandbox.faults.answers import PIECE, Answer, Answers
from carto_sandbox.faults.wire import BodyReader, Connection, Request

_BODILESS = (204, 304)


class Exchange:
    """Faults call these steps in their own order. `answer` is a healthy server's answer."""

    def __init__(self, connection: Connection, request: Request, answers: Answers) -> None:
        self.connection = connection
        self.request = request
        self.answers = answers
        self._body = BodyReader(connection.reader, request.headers)
        request.complete = self._body.ended

    @property
    def answer(self) -> Answer:
        """Depends on the body too (format, binary COPY), so it is exact only after `receive`."""
        asked = f"{self.request.query}\n{self.request.body_start.decode('utf-8', 'replace')}"
        found = self.answers.get(self.request.operation_id, asked)
        if found is not None:
            return found
        page = f"<!DOCTYPE html>\n<pre>Cannot {self.request.method} {self.request.path}</pre>\n"
        return Answer(404, page.encode(), {"Content-Type": "text/html; charset=utf-8"})

    async def receive(self, until: int | None = None, *, piece: int = 65536) -> None:
        """Reads the body: all of it, or until `until` bytes have come."""
        while not self.request.complete and (until is None or self.request.body_bytes < until):
            data = await self._body.read(piece if until is None else min(piece, until - self.request.body_bytes))
            self.request.add(data)
            self.request.complete = self._body.ended

    async def respond(self, answer: Answer) -> None:
        """The whole answer, correctly framed."""
        await self.send_head(answer)
        await self.send_body(answer)
        await self.send_end(answer)

    async def send_status(self, answer: Answer) -> None:
        await self.connection.send(_status_line(answer))

    async def send_head(self, answer: Answer, *, half: bool = False) -> None:
        """Status line and headers. `half` stops in the middle of the last header's line."""
        head = _status_line(answer) + b"".join(_header_lines(answer))
        await self.connection.send(head[:-5] if half else head + b"\r\n")

    async def send_body(self, answer: Answer, most: int | None = None) -> None:
        """The body, or its first `most` bytes, framed but for its end."""
        for block in self.cut_body(answer, most):
            await self.send_piece(answer, block)

    def cut_body(self, answer: Answer, most: int | None = None, *, piece: int = PIECE) -> Iterator[bytes]:
        """The body, or its first `most` bytes, in pieces of at most `piece` bytes."""
        left = (answer.size if most is None else most) if self._has_body(answer) else 0
        for block in answer.pieces():
            block = block[:left]
            left -= len(block)
            for start in range(0, len(block), piece):
                yield block[start : start + piece]
            if not left:
                return

    async def send_piece(self, answer: Answer, data: bytes) -> None:
        framed = b"%x\r\n%b\r\n" % (len(data), data) if answer.framing == "chunked" else data
        await self.connection.send(framed)

    async def send_end(self, answer: Answer) -> None:
        if answer.framing == "chunked" and self._has_body(answer):
            await self.connection.send(b"0\r\n\r\n")
        self.request.answered = True
        if answer.framing == "close":
            await self.connection.close()

    def _has_body(self, answer: Answer) -> bool:
        return self.request.method != "HEAD" and answer.status not in _BODILESS


def _status_line(answer: Answer) -> bytes:
    try:
        reason = HTTPStatus(answer.status).phrase
    except ValueError:
        reason = "Unknown"
    return f"HTTP/1.1 {answer.status} {reason}\r\n".encode()


def _header_lines(answer: Answer) -> Iterator[bytes]:
    framing = {
        "length": f"Content-Length: {answer.size}",
        "chunked": "Transfer-Encoding: chunked",
        "close": "Connection: close",
    }
    if answer.status not in _BODILESS:
        yield f"{framing[answer.framing]}\r\n".encode()
    yield b"X-Request-Id: 0badcafe\r\n"
    for name, value in answer.headers.items():
        yield f"{name}: {value}\r\n".encode()
