"""A server for many requests at once: each has a thread, and how many were there together is counted."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

_JSON = "application/json; charset=utf-8"
_KEPT = 4_000_000


@dataclass
class Asked:
    """One request. `size` is the length of its body, of which `body` keeps the first 4 MB."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    size: int = 0
    body: bytes = b""

    @property
    def page(self) -> int:
        return int(self.query["page"])


@dataclass
class Answer:
    """A dict is sent as JSON, bytes as they are."""

    body: dict[str, Any] | bytes = field(default_factory=dict)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Crowd:
    """Answers with the result of a function, which runs in the request's thread and can wait for others.

    `asked` are the requests in the order in which they came, `most` how many were there at once, `connections` over how
    many they came. With `hangs_up` it closes each after its answer, without saying so.
    """

    def __init__(self, answer: Callable[[Asked], Answer], *, hangs_up: bool = False) -> None:
        self.answer = answer
        self.hangs_up = hangs_up
        self.connections = 0
        self.asked: list[Asked] = []
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()

    def __enter__(self) -> "Crowd":
        crowd = self

        class Handler(_Handler):
            def setup(self) -> None:
                super().setup()
                with crowd._lock:
                    crowd.connections += 1

            def handle_one(self, method: str) -> None:
                crowd._serve(self, method)

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}/user/me"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()  # waits for the connections, which the clients have closed
        self._thread.join()

    def _serve(self, handler: "_Handler", method: str) -> None:
        parts = urlsplit(handler.path)
        asked = Asked(method, parts.path, dict(parse_qsl(parts.query)), dict(handler.headers))
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            self.asked.append(asked)
        try:
            handler.read_body(asked)
            answer = self.answer(asked)
        finally:
            with self._lock:
                self._now -= 1
        handler.respond(answer)
        handler.close_connection = handler.close_connection or self.hangs_up


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is part of the test."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 30

    def handle_one(self, method: str) -> None:
        raise NotImplementedError

    def do_GET(self) -> None:
        self.handle_one("GET")

    def do_POST(self) -> None:
        self.handle_one("POST")

    def read_body(self, asked: Asked) -> None:
        if self.headers.get("transfer-encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                self._take(size, asked)
                self.rfile.readline()
            self.rfile.readline()
        else:
            self._take(int(self.headers.get("content-length", 0)), asked)

    def _take(self, size: int, asked: Asked) -> None:
        while size:
            if not (data := self.rfile.read(min(size, 65536))):
                raise ConnectionError("the client has left")
            asked.size += len(data)
            asked.body += data if asked.size <= _KEPT else b""
            size -= len(data)

    def respond(self, answer: Answer) -> None:
        if isinstance(answer.body, bytes):
            body, kind = answer.body, "application/octet-stream"
        else:
            body, kind = json.dumps(answer.body).encode(), _JSON
        self.send_response(answer.status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Do not log."""
