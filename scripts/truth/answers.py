"""Whether an answer is one that the spec documents, and whether the generated client gives all of it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import unquote

import httpx
from spec_document import Node, escape, find_target

from carto_client.errors import CartoError, DownloadError
from carto_client.types import File
from carto_ext.errors import (
    ApiError,
    AuthenticationError,
    ConflictError,
    InvalidRequestError,
    NotCartoError,
    NotFoundError,
    PermissionDeniedError,
    PlatformLimitError,
    RateLimitError,
    ServerError,
    api_error,
)
from truth.document import Document, Route, shorten
from truth.recordings import Answer

Fault = tuple[str, str]  # JSON pointer and message

# These describe how the bytes travelled, not what they are.
TRAVEL = {"content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"}
CLASSES: dict[int, tuple[type[ApiError], ...]] = {
    401: (AuthenticationError,),
    403: (PermissionDeniedError,),
    404: (NotFoundError,),
    409: (ConflictError,),
    429: (RateLimitError, PlatformLimitError),
}


def check_answer(document: Document, route: Route, answer: Answer) -> list[Fault]:
    """All in which the answer differs from the spec or from what the client makes of it."""
    found = find_response(document, route, answer.status)
    if found is None:
        return [("/response/status", f"{route.name}: {answer.status} is not documented")]
    faults = check_description(document, route, answer, *found)
    if answer.status >= 400:
        return faults + check_error(route, answer)
    return faults + check_parsing(document, route, answer)


def check_description(document: Document, route: Route, answer: Answer, pointer: str, response: Node) -> list[Fault]:
    """Headers, type and body against the documented response at `pointer`."""
    faults = check_headers(document, pointer, response, answer)
    content = response.get("content", {})
    if not answer.body.strip():
        return faults + check_empty(document, response, answer)
    kind = find_content(response, answer)
    if kind is None:
        documented = ", ".join(content) or "no body"
        message = f"{route.name}: {answer.content_type or 'a body without a type'} is not documented ({documented} is)"
        return [*faults, ("/response/headers/content-type", message)]
    schema = content[kind]["schema"]
    value = read_value(document, schema, answer)
    if isinstance(value, bytes):
        return faults
    place = f"{pointer}/content/{escape(kind)}/schema"
    inner = [*document.faults(place, value), *document.undescribed(schema, value)]
    return faults + [(f"/response/body{where}", f"{route.name}: {message}") for where, message in inner]


def find_response(document: Document, route: Route, status: int) -> tuple[str, Node] | None:
    """The documented answer of that very status, or of its range."""
    responses = route.operation.spec["responses"]
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in responses:
            return document.follow(f"{route.operation.pointer}/responses/{key}", responses[key])
    return None


def check_headers(document: Document, pointer: str, response: Node, answer: Answer) -> list[Fault]:
    faults: list[Fault] = []
    for name, reference in response.get("headers", {}).items():
        place, header = document.follow(f"{pointer}/headers/{escape(name)}", reference)
        value = answer.headers.get(name.lower())
        where = f"/response/headers/{name.lower()}"
        if value is None:
            faults += [(where, "is missing")] if header.get("required") else []
            continue
        kind = header.get("schema", {}).get("type")
        read = int(value) if kind == "integer" and value.lstrip("-").isdigit() else value
        faults += [(where, message) for _, message in document.faults(f"{place}/schema", read)]
    return faults


def check_empty(document: Document, response: Node, answer: Answer) -> list[Fault]:
    """OpenAPI has no word for a body that may be empty, so the description must say it; a file may always be."""
    content = response.get("content", {})
    if not content or (answer.content_type in content and is_binary(document, content[answer.content_type]["schema"])):
        return []
    if answer.status >= 400 and "empty" in response.get("description", ""):
        return []
    return [("/response/body", "is empty, and the spec does not say that it may be")]


def find_content(response: Node, answer: Answer) -> str | None:
    """The key of `content` that describes the body; a word that is no media type can only stand in the description."""
    content: Node = response.get("content", {})
    if answer.content_type in content:
        return answer.content_type
    word = answer.content_type
    return next(iter(content), None) if "/" not in word and f"`{word}`" in response.get("description", "") else None


def is_binary(document: Document, schema: Node) -> bool:
    return (find_target(document.node, schema["$ref"]) if "$ref" in schema else schema).get("format") == "binary"


def read_value(document: Document, schema: Node, answer: Answer) -> Any:
    """JSON as data, a file as bytes; bare text under a JSON type as text, which only a free-form schema takes."""
    if is_binary(document, schema):
        return answer.body
    text = answer.body.decode("utf-8", "replace")
    if answer.content_type != "application/json":
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def to_response(answer: Answer) -> httpx.Response:
    headers = {name: value for name, value in answer.headers.items() if name not in TRAVEL}
    # The client looks at its own request for secrets that an answer must not repeat.
    request = httpx.Request("GET", "https://me.carto.com")
    return httpx.Response(answer.status, headers=headers, content=answer.body, request=request)


def check_parsing(document: Document, route: Route, answer: Answer) -> list[Fault]:
    """A success: what the client makes of it, turned back into JSON, text or bytes, must be what came."""
    module = import_module(f"carto_client.api.{route.tag}.{route.name}")
    try:
        parsed = module._parse_response(to_response(answer))
    except DownloadError as error:  # a success that ends in an error
        missing = [text for text in json.loads(answer.body)["error"] if text not in error.messages]
        return [("/response/body", f"{route.name}: the error does not say {shorten(text)!r}") for text in missing]
    except CartoError as error:
        return [("/response/body", f"{route.name}: the client refuses it: {shorten(str(error))}")]
    if isinstance(parsed, File):
        same = parsed.payload.read() == answer.body
        return [] if same else [("/response/body", f"{route.name}: the client gives back other bytes")]
    if parsed is None and not answer.body.strip():
        return []
    came = answer.body.decode() if isinstance(parsed, str) else json.loads(answer.body)
    if isinstance(parsed, str) and answer.content_type == "application/json":
        came = json.loads(answer.body)
    lost = differences(came, to_plain(parsed))
    return [(f"/response/body{where}", f"{route.name}: through the client {message}") for where, message in lost]


def to_plain(value: Any) -> Any:
    """Models, also those in lists, as the data that they stand for."""
    if isinstance(value, list):
        return [to_plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def differences(came: Any, given: Any, pointer: str = "") -> Iterator[Fault]:
    """Where two pieces of data differ, 1 and 1.0 and true being three."""
    if isinstance(came, dict) and isinstance(given, dict):
        for name in [*came, *(name for name in given if name not in came)]:
            place = f"{pointer}/{escape(str(name))}"
            if name not in given:
                yield place, "is lost"
            elif name not in came:
                yield place, "appears from nowhere"
            else:
                yield from differences(came[name], given[name], place)
    elif isinstance(came, list) and isinstance(given, list) and len(came) == len(given):
        for index, pair in enumerate(zip(came, given, strict=True)):
            yield from differences(*pair, f"{pointer}/{index}")
    elif type(came) is not type(given) or came != given:
        yield pointer, f"{shorten(json.dumps(came), 60)} becomes {shorten(json.dumps(given, default=str), 60)}"


def check_error(route: Route, answer: Answer) -> list[Fault]:
    """An error: refused by the generated client, typed by carto_ext, with every word of the server."""
    module = import_module(f"carto_client.api.{route.tag}.{route.name}")
    faults: list[Fault] = []
    try:
        module._parse_response(to_response(answer))
        faults.append(("/response/status", f"{route.name}: the client takes {answer.status} for a success"))
    except CartoError:
        pass
    path = unquote(route.template)
    error = api_error(
        status_code=answer.status, headers=answer.headers, content=answer.body, method=route.method, path=path
    )
    expected: tuple[type[ApiError], ...] = CLASSES.get(answer.status, (InvalidRequestError,))
    expected = (ServerError,) if answer.status >= 500 else expected
    expected = (NotCartoError,) if answer.content_type == "text/html" else expected
    if type(error) not in expected:
        faults.append(("/response/status", f"{route.name}: {answer.status} becomes {type(error).__name__}"))
    said = [] if type(error) is NotCartoError or is_file(answer) else list(each_message(answer.body))
    # What is said about one field gets its name in front.
    lost = [text for text in said if not any(m == text or m.endswith(f": {text}") for m in error.messages)]
    return faults + [("/response/body", f"{route.name}: the error does not say {shorten(text)!r}") for text in lost]


def is_file(answer: Answer) -> bool:
    """Over its limits the Maps API sends a tile instead of words."""
    return answer.content_type not in ("application/json", "text/plain", "")


def each_message(body: bytes) -> Iterator[str]:
    """The sentences of an error body, under whatever key this server's programmers put them that day."""
    text = body.decode("utf-8", "replace").strip()
    try:
        said = json.loads(text)
    except ValueError:
        yield from [text] if text else []
        return
    if isinstance(said, dict):
        said = next((said[key] for key in ("error", "errors", "text", "description") if said.get(key)), None)
    yield from each_text(said)


def each_text(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from each_text(item)
