"""Checks of requests and answers against the spec, while the sandbox runs."""

import asyncio
import collections
import re
import threading
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from carto_sandbox.conformance.spec_file import SpecFile, load_spec
from carto_sandbox.conformance.spec_routes import Match, SpecRoutes
from carto_sandbox.conformance.spec_rules import Message, check_answer, check_request, count_unknown

_MAX_BODY_BYTES = 1024 * 1024
_KEPT_REQUESTS = 1000
# CARTO answers every method alike here; the spec describes the usual ones.
_ANY_METHOD = "/sql"
# The older addresses of dataviews, which the spec only mentions.
_WIDGET = re.compile(r"/api/v1/map/[^/]+/[^/]+/widget/[^/]+(/search)?$")
# Files that CARTO's web server has, not its application.
_FILE = re.compile(r"/uploads/")


@dataclass(frozen=True)
class Violation:
    """`what` is not as the spec has it; `operation` is empty where the spec has none for the request."""

    operation: str
    method: str
    path: str
    what: str
    status: int | None = None
    """The answer's, None when the request is at fault."""

    def __str__(self) -> str:
        answered = "" if self.status is None else f" -> {self.status}"
        return f"{self.operation or 'no operation'}: {self.method} {self.path}{answered}: {self.what}"


class Conformance:
    """The violations found so far. `strict` turns a bad answer into a 500 if its first byte has not been sent yet.

    Bodies over 1 MB, and the rest of a request that was refused early, are not checked.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.answer_violations: list[Violation] = []
        self.request_violations: collections.deque[Violation] = collections.deque(maxlen=_KEPT_REQUESTS)
        """The latest; their number is `request_violation_count`."""
        self.request_violation_count = 0
        self.answered: collections.Counter[tuple[str, int]] = collections.Counter()
        """Answers by operation and status."""
        self._routes: SpecRoutes | None = None
        self._spec: SpecFile | None = None
        self._lock = threading.Lock()

    def load(self) -> tuple[SpecFile, SpecRoutes]:
        """Blocks for half a second the first time; may be called from any thread."""
        with self._lock:
            if self._spec is None or self._routes is None:
                self._spec = load_spec()
                self._routes = SpecRoutes(self._spec)
            return self._spec, self._routes

    async def get(self) -> tuple[SpecFile, SpecRoutes]:
        if self._spec is not None and self._routes is not None:
            return self._spec, self._routes
        return await asyncio.to_thread(self.load)


class ConformanceMiddleware:
    """Outermost: sees requests as they came and answers as they go, and holds back no more than a first piece."""

    def __init__(self, app: ASGIApp, conformance: Conformance) -> None:
        self._app = app
        self._conformance = conformance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        spec, routes = await self._conformance.get()
        exchange = _Exchange(self._conformance, spec, routes.match(scope["method"], scope["path"]), scope, send)

        async def hear() -> Event:
            event = await receive()
            if event["type"] == "http.request":
                exchange.request.add(event.get("body", b""), more=event.get("more_body", False))
            return event

        await self._app(scope, hear, exchange.send)


class _Body:
    """A body as it passes, kept as long as it is small; `whole` once it has ended and is."""

    def __init__(self) -> None:
        self._pieces: list[bytes] | None = []
        self._size = 0
        self.whole: bytes | None = None

    def add(self, piece: bytes, *, more: bool) -> None:
        self._size += len(piece)
        if self._pieces is None or self._size > _MAX_BODY_BYTES:
            self._pieces = None
            return
        self._pieces.append(piece)
        if not more:
            self.whole = b"".join(self._pieces)


class _Exchange:
    """One request and its answer."""

    def __init__(
        self, conformance: Conformance, spec: SpecFile, matches: list[Match], scope: Scope, send: Send
    ) -> None:
        self.request = _Body()
        self._answer = _Body()
        self._conformance = conformance
        self._spec = spec
        self._matches = matches
        self._scope = scope
        self._send = send
        self._start: Event | None = None
        self._refused = False
        self._judged: list[tuple[Match, list[str]]] | None = None
        self._judged_whole = False
        self._status = 0
        self._headers = Headers()
        self._query = scope["query_string"].decode("latin-1")
        # With a callback every error is a 200 of JavaScript: the spec leaves that out.
        self._is_described = scope["method"] != "OPTIONS" and "callback=" not in self._query

    async def send(self, event: Event) -> None:
        if self._refused:
            return
        if event["type"] == "http.response.start":
            self._start = event
            self._status, self._headers = event["status"], Headers(raw=event["headers"])
            return
        more = event.get("more_body", False)
        self._answer.add(event.get("body", b""), more=more)
        held, self._start = self._start, None
        violations = self._find_violations() if held is not None or not more else []
        if not more:
            self._count_request()  # before the last piece is sent, so that a client with the answer finds it counted
        if violations and held is not None and self._conformance.strict:
            self._refused = True
            texts = [str(violation) for violation in violations]
            await JSONResponse({"errors": ["The sandbox answered what the spec does not describe", *texts]}, 500)(
                self._scope, _receive_nothing, self._send
            )
            return
        if held is not None:
            await self._send(held)
        await self._send(event)

    def _find_violations(self) -> list[Violation]:
        """Recorded too; asked at the first piece and once more at the end, when the body is known."""
        if not self._is_described or self._is_described_in_words():
            return []
        if not self._matches:
            found = self._find_undescribed()
        else:
            body = None if self._scope["method"] == "HEAD" else self._answer.whole
            message = Message(self._headers, body)
            likely = self._judge_request()
            attempts = [(m, check_answer(self._spec, m.operation, self._status, message)) for m, _ in likely]
            match, texts = min(attempts, key=lambda attempt: len(attempt[1]))
            found = [self._make_violation(match.operation.id, text, self._status) for text in texts]
        new = [violation for violation in found if violation not in self._conformance.answer_violations]
        self._conformance.answer_violations += new
        return found

    def _is_described_in_words(self) -> bool:
        """Files sent by POST, which the spec has only for GET, and topojson's content type, not a valid media type."""
        kind = self._headers.get("content-type", "")
        is_file = self._scope["method"] == "POST" and not kind.startswith("application/json")
        return (
            self._status == 200
            and self._scope["path"].rstrip("/").endswith("/sql")
            and (is_file or kind == "undefined")
        )

    def _find_undescribed(self) -> list[Violation]:
        path = self._scope["path"].rstrip("/")
        if self._status >= 400 or path.endswith(_ANY_METHOD) or _WIDGET.search(path) or _FILE.match(path):
            return []
        return [self._make_violation("", "the spec has no such operation", self._status)]

    def _count_request(self) -> None:
        if not self._matches or not self._is_described:
            return
        match, texts = self._judge_request()[0]
        conformance = self._conformance
        conformance.answered[match.operation.id, self._status] += 1
        if texts:
            conformance.request_violation_count += 1
            conformance.request_violations.append(self._make_violation(match.operation.id, "; ".join(texts)))

    def _judge_request(self) -> list[tuple[Match, list[str]]]:
        """Return the operations at the path that fit the request best, with the request's errors."""
        if self._judged is None or not self._judged_whole:
            message = Message(Headers(raw=self._scope["headers"]), self.request.whole, self._query)
            attempts = [(match, check_request(self._spec, match, message)) for match in self._matches]
            distances = [len(texts) + count_unknown(match.operation, message) for match, texts in attempts]
            fewest = min(distances)
            self._judged = [one for one, distance in zip(attempts, distances, strict=True) if distance == fewest]
            self._judged_whole = self.request.whole is not None
        return self._judged

    def _make_violation(self, operation: str, what: str, status: int | None = None) -> Violation:
        return Violation(operation, self._scope["method"], self._scope["path"], what, status)


async def _receive_nothing() -> Event:
    return {"type": "http.disconnect"}
