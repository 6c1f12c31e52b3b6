"""Everything that can go wrong with one request, as values: a script of these drives the fault server."""

import asyncio
import itertools
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal

from carto_sandbox.faults.answers import Answer, Framing
from carto_sandbox.faults.exchange import Exchange
from carto_sandbox.faults.wire import Link


class Point(Enum):
    """Where in the course of a request a connection breaks."""

    ACCEPT = "on accept"
    """Before the TLS handshake and before any byte is read. On a connection in use: after the request's head."""
    REQUEST_HEAD = "after the request head"
    REQUEST_BODY = "mid request body"
    REQUEST_END = "after the whole request"
    """It is unknown whether the request was carried out."""
    STATUS_LINE = "after the status line"
    ANSWER_HEAD = "mid answer head"
    ANSWER_BODY = "mid answer body"
    ANSWER_END = "after the whole answer"
    """The answer is good, and the connection that is kept for the next request is not."""


_BEFORE_THE_BODY = (Point.ACCEPT, Point.REQUEST_HEAD)


class Fault(ABC):
    """One fault of one request."""

    @abstractmethod
    async def apply(self, exchange: Exchange) -> None: ...


@dataclass(frozen=True)
class Fine(Fault):
    """No fault: the whole request is read, the specification's example is the answer."""

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.respond(exchange.answer)


@dataclass(frozen=True)
class Delay(Fault):
    """No byte for so many seconds once the request is there; then as `then` has it."""

    seconds: float
    then: Fault = field(default_factory=Fine)

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.connection.pause(self.seconds)
        await self.then.apply(exchange)


@dataclass(frozen=True)
class Storm(Fault):
    """The same fault for so many requests in a row. Unfolded by the script."""

    times: int
    fault: Fault

    async def apply(self, exchange: Exchange) -> None:
        await self.fault.apply(exchange)


@dataclass(frozen=True)
class Break(Fault):
    """Something happens to the connection `at` a point. `after` bytes of the body where the point is in one: by
    default the first byte of a request, half of an answer."""

    at: Point
    after: int | None = None

    async def apply(self, exchange: Exchange) -> None:
        if self.at is Point.REQUEST_BODY:
            await exchange.receive(1 if self.after is None else self.after)
        elif self.at not in _BEFORE_THE_BODY:
            await exchange.receive()
        answer = exchange.answer
        match self.at:
            case Point.STATUS_LINE:
                await exchange.send_status(answer)
            case Point.ANSWER_HEAD:
                await exchange.send_head(answer, half=True)
            case Point.ANSWER_BODY:
                await exchange.send_head(answer)
                await exchange.send_body(answer, answer.size // 2 if self.after is None else self.after)
            case Point.ANSWER_END:
                await exchange.respond(answer)
        await self.strike(exchange.connection)
        exchange.connection.drop()

    @abstractmethod
    async def strike(self, link: Link) -> None: ...


class Reset(Break):
    """RST: "connection reset by peer"."""

    async def strike(self, link: Link) -> None:
        link.reset()


class Close(Break):
    """FIN: an orderly end of the connection. Data that the client still sends is discarded."""

    async def strike(self, link: Link) -> None:
        await link.close()


class Stall(Break):
    """No further byte for ever, read or written, until the client leaves: at REQUEST_HEAD its body is never read,
    at ANSWER_BODY half an answer is all it gets."""

    async def strike(self, link: Link) -> None:
        await link.pause()


@dataclass(frozen=True)
class SlowBody(Fault):
    """The answer's body in pieces of `chunk` bytes with `pause` seconds between them."""

    chunk: int = 1
    pause: float = 0.1

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        answer = exchange.answer
        await exchange.send_head(answer)
        for piece in exchange.cut_body(answer, piece=self.chunk):
            await exchange.send_piece(answer, piece)
            await exchange.connection.pause(self.pause)
        await exchange.send_end(answer)


@dataclass(frozen=True)
class SlowReading(Fault):
    """The request's body is taken in pieces of at most `chunk` bytes with `pause` seconds between them."""

    chunk: int = 65536
    pause: float = 0.05

    async def apply(self, exchange: Exchange) -> None:
        while not exchange.request.complete:
            await exchange.receive(exchange.request.body_bytes + self.chunk)
            await asyncio.sleep(self.pause)
        await exchange.respond(exchange.answer)


@dataclass(frozen=True)
class Truncated(Fault):
    """The answer ends (FIN) after `sent` bytes of the body, half of it by default.

    "length": Content-Length promised more. "chunked": between two chunks, without the last one. "close": nothing in
    HTTP shows that data is missing.
    """

    framing: Framing = "length"
    sent: int | None = None

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        answer = replace(exchange.answer, framing=self.framing)
        await exchange.send_head(answer)
        await exchange.send_body(answer, answer.size // 2 if self.sent is None else self.sent)
        await exchange.connection.close()


@dataclass(frozen=True)
class Status(Fault):
    """This answer instead of the right one, after the whole request was read. The Content-Type is guessed from the
    body, unless `headers` has one."""

    code: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def get_answer(self) -> Answer:
        kinds = {b"{": "application/json; charset=utf-8", b"[": "application/json; charset=utf-8", b"<": "text/html"}
        kind = kinds.get(self.body.lstrip()[:1], "text/plain")
        return Answer(self.code, self.body, {"Content-Type": kind, **self.headers} if self.body else self.headers)

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.respond(self.get_answer())


@dataclass(frozen=True)
class EarlyAnswer(Fault):
    """The answer is there once `after` bytes of the request's body are, while the client is still sending.

    Afterwards the server stops reading, as COPY FROM does; or closes at once, so that writing soon fails; or drains
    the rest and keeps the connection.
    """

    status: Status
    after: int = 0
    then: Literal["stop reading", "close", "drain"] = "stop reading"

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive(self.after)
        await exchange.respond(self.status.get_answer())
        match self.then:
            case "drain":
                await exchange.receive()
            case "close":
                exchange.connection.half_close()
                exchange.connection.drop()
            case "stop reading":
                await exchange.connection.pause()


@dataclass(frozen=True)
class Garbage(Fault):
    """Bytes that are not HTTP, then the end of the connection."""

    data: bytes = b"\x15\x03\x01\x00\x02\x02\x46SSH-2.0-mistake\r\n\r\n"

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.connection.send(self.data)
        await exchange.connection.close()


@dataclass(frozen=True)
class EndlessHead(Fault):
    """Header after header, until the client has had enough."""

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.send_status(exchange.answer)
        for number in itertools.count():
            await exchange.connection.send(f"X-Header-{number}: {'x' * 1000}\r\n".encode())


@dataclass(frozen=True)
class HiddenError(Fault):
    """Status 200, good rows, and then the error: as a last field of JSON and GeoJSON, as a JSON object after the last
    row of COPY TO (in place of a binary copy's trailer). An empty `text` leaves a binary copy without its trailer."""

    text: str = "division by zero"

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        answer = exchange.answer
        error = json.dumps({"error": [self.text]}, separators=(",", ":")).encode() if self.text else b""
        if answer.body.endswith(b"}") and answer.repeat == 1:
            answer = replace(answer, body=answer.body[:-1] + b"," + error[1:])
        else:
            answer = replace(answer, tail=error)
        await exchange.respond(answer)


@dataclass(frozen=True)
class Surplus(Fault):
    """The right answer, followed at once by unrequested bytes: by default another answer."""

    data: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        exchange.connection.hold()
        await exchange.respond(exchange.answer)
        await exchange.connection.send(self.data)
        await exchange.connection.let_go()


@dataclass(frozen=True)
class Redirect(Fault):
    """To the same path and query at another origin, such as "http://127.0.0.1:1"."""

    origin: str
    code: int = 307

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.respond(Answer(self.code, headers={"Location": f"{self.origin}{exchange.request.target}"}))


@dataclass(frozen=True)
class JobState(Fault):
    """A job, import, synchronization or export has this state, which can be an unknown one."""

    label: str

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        await exchange.respond(exchange.answers.in_state(exchange.request.operation_id, self.label))
