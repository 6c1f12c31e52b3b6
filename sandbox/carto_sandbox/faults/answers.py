"""The fault server's answers without a fault: the examples of the specification."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from carto_sandbox.conformance.spec_file import load_spec

Framing = Literal["length", "chunked", "close"]
"""Framing of a body: Content-Length, chunks, or the end of the connection."""

PIECE = 65536
_METHODS = ("get", "put", "post", "delete", "patch")
_JSON = "application/json; charset=utf-8"
_STATE_FIELDS = ("status", "state")
_FINAL = frozenset({"done", "failed", "cancelled", "complete", "failure", "success"})
# The formats of a SQL download, by the media type under which the specification has an example of them.
_FORMATS = {
    "geojson": "application/json",
    "csv": "text/csv",
    "kml": "application/kml",
    "shp": "application/zip",
    "spatialite": "application/x-sqlite3",
    "gpkg": "application/x-sqlite3",
    "svg": "image/svg+xml",
}
# COPY … TO STDOUT WITH (FORMAT binary): signature, flags and no extension; one tuple of one int4; the trailer.
_BINARY_COPY = (b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\0\1\0\0\0\4\0\0\0\x2a", b"\xff\xff")
# Where an answer is found: operationId, and the variant, if the request asks for one.
_Key = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """One HTTP answer. Its body is `head`, `repeat` times `body`, and `tail`; it is never held in memory whole."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    head: bytes = b""
    tail: bytes = b""
    repeat: int = 1
    framing: Framing = "length"

    @property
    def size(self) -> int:
        return len(self.head) + len(self.body) * self.repeat + len(self.tail)

    def enlarged(self, size: int) -> "Answer":
        """The same rows again and again, up to about `size` bytes. For row formats only: it knows no JSON."""
        return replace(self, repeat=max(1, size // len(self.body)))

    def pieces(self) -> Iterator[bytes]:
        """The body in pieces of about 64 KB."""
        if self.head:
            yield self.head
        at_once = max(1, PIECE // max(1, len(self.body)))
        block = self.body * min(at_once, self.repeat)
        for _ in range(self.repeat // at_once if block else 0):
            yield block
        if rest := self.body * (self.repeat % at_once):
            yield rest
        if self.tail:
            yield self.tail


class Answers:
    """The answer of every operation, by operationId. Setting one replaces it in all its variants."""

    def __init__(
        self, routes: "list[_Route]", answers: Mapping[_Key, Answer], examples: Mapping[str, list[dict[str, Any]]]
    ) -> None:
        self._routes = routes
        self._answers = dict(answers)
        self._examples = examples

    def __getitem__(self, operation_id: str) -> Answer:
        return self._answers[operation_id, ""]

    def __setitem__(self, operation_id: str, answer: Answer) -> None:
        for key in [key for key in self._answers if key[0] == operation_id]:
            del self._answers[key]
        self._answers[operation_id, ""] = answer

    @property
    def operation_ids(self) -> list[str]:
        return sorted({operation_id for operation_id, _ in self._answers})

    def copy(self) -> "Answers":
        return Answers(self._routes, self._answers, self._examples)

    def find_operation(self, method: str, path: str) -> str:
        """Return the operationId, or "" for an unknown route. A trailing slash matters only if it distinguishes two."""
        method = "GET" if method == "HEAD" else method
        other = path.rstrip("/") if path.endswith("/") else f"{path}/"
        for spelling in (path, other):
            for route in self._routes:
                if route.method == method and route.pattern.fullmatch(spelling):
                    return route.operation_id
        return ""

    def get(self, operation_id: str, asked: str) -> Answer | None:
        """The answer to a request whose query string and body are `asked`."""
        return self._answers.get((operation_id, _find_variant(operation_id, asked))) or self._answers.get(
            (operation_id, "")
        )

    def in_state(self, operation_id: str, label: str) -> Answer:
        """The answer about a job in this state: the specification's example of it, or another one relabelled."""
        examples = self._examples.get(operation_id, [])
        if not any(_state_of(example) for example in examples):
            raise ValueError(f"{operation_id} has no state of a job")
        same = [example for example in examples if _state_of(example) == label]
        running = [example for example in examples if _state_of(example) not in _FINAL]
        return replace(self[operation_id], body=_dump(_relabel((same or running or examples)[0], label)))


@dataclass(frozen=True)
class _Route:
    method: str
    pattern: re.Pattern[str]
    operation_id: str
    parameters: int


def load_answers() -> Answers:
    """From the description of the API: every operation answers with the first example of its success."""
    document = load_spec().document
    routes: list[_Route] = []
    answers: dict[_Key, Answer] = {}
    examples: dict[str, list[dict[str, Any]]] = {}
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method not in item:
                continue
            operation_id = item[method]["operationId"]
            routes.append(_make_route(method, path, operation_id))
            status, response = next((int(s), r) for s, r in item[method]["responses"].items() if s.startswith("2"))
            for variant, answer, values in _read_response(document, status, _resolve(document, response)):
                answers[operation_id, variant] = answer
                if not variant:
                    examples[operation_id] = values
    for name in ("sql_copyto", "sql_copyto_post"):
        binary_head, row, trailer = _BINARY_COPY
        answers[name, "binary"] = replace(answers[name, ""], head=binary_head, body=row, tail=trailer)
    routes.sort(key=lambda route: route.parameters)
    loaded = Answers(routes, answers, examples)
    loaded["synchronizations_read"] = loaded.in_state("synchronizations_read", "success")
    return loaded


def _make_route(method: str, path: str, operation_id: str) -> _Route:
    names = re.findall(r"\{\w+\}", path)
    pattern = "".join("[^/]+?" if part in names else re.escape(part) for part in re.split(r"(\{\w+\})", path))
    return _Route(method.upper(), re.compile(f"(?:/u(?:ser)?/[^/]+)?{pattern}"), operation_id, len(names))


def _read_response(
    document: dict[str, Any], status: int, response: dict[str, Any]
) -> Iterator[tuple[str, Answer, list[dict[str, Any]]]]:
    """(variant, answer, all examples that are objects); the first is the one without a variant."""
    content = response.get("content") or {}
    if not content:
        yield "", Answer(status), []
    is_file = False
    for index, (media_type, media) in enumerate(content.items()):
        values = [_adjust(value) for value in _read_examples(document, media)]
        is_text = isinstance(values[0], str)
        body = values[0].encode() if is_text else _dump(values[0])
        is_file = is_file or (is_text and not index)  # in one form it is one in all, JSON included
        headers = {"Content-Type": _JSON if media_type == "application/json" else media_type}
        answer = Answer(status, body, headers, framing="chunked" if is_text or is_file else "length")
        variants = [name for name, of_format in _FORMATS.items() if of_format == media_type]
        for variant in variants if index else ["", *variants]:
            yield variant, answer, [value for value in values if isinstance(value, dict)]


def _read_examples(document: dict[str, Any], media: dict[str, Any]) -> list[Any]:
    if "example" in media:
        return [media["example"]]
    return [_resolve(document, example)["value"] for example in media["examples"].values()]


def _resolve(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = document
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        node = target
    return node


def _adjust(value: Any) -> Any:
    """A page of several becomes the only one, so that who follows pages gets to the end."""
    if not isinstance(value, dict):
        return value
    for total, items in (("total", "result"), ("total_entries", "visualizations")):
        if total in value and items in value:
            value = {**value, total: len(value[items])}
    if "result" in value and "_links" in value:
        value = {**value, "_links": {name: link for name, link in value["_links"].items() if name in ("first", "last")}}
    return value


def _find_variant(operation_id: str, asked: str) -> str:
    if operation_id.startswith("sql_download"):
        found = re.search(r'\bformat["\s]*[=:]["\s]*(\w+)', asked)
        return found.group(1).lower() if found else ""
    if operation_id.startswith("sql_copyto") and re.search(r"\bbinary\b", asked, re.IGNORECASE):
        return "binary"
    return ""


def _state_of(example: dict[str, Any]) -> str | None:
    return next((example[name] for name in _STATE_FIELDS if name in example), None)


def _relabel(example: dict[str, Any], label: str) -> dict[str, Any]:
    changed = {**example, next(name for name in _STATE_FIELDS if name in example): label}
    if label == "success":
        changed.update({name: None for name in ("error_code", "error_message") if name in changed})
    return changed


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
