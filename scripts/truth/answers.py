"""Checks that the spec documents an answer, and that the generated client returns all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import unquote

import httpx
from spec_document import Node, escape, find_target, kind_of

from carto_client.errors import CartoError, DownloadError
from carto_client.types import File
from carto_ext.errors import (
    ApiError,
    AuthenticationError,
    ConflictError,
    GatewayError,
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
from truth.hidden import check_hidden
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
    """Return all differences between the answer, the spec, and the client's result."""
    found = find_response(document, route, answer.status)
    if found is None:
        return [("/response/status", f"{route.name}: {answer.status} is not documented")]
    faults = check_description(document, route, answer, *found)
    if answer.status >= 400:
        return faults + check_error(route, answer)
    if answer.status >= 300:
        return faults + check_redirection(route, answer)
    return faults + check_parsing(document, route, answer)


def check_description(document: Document, route: Route, answer: Answer, pointer: str, response: Node) -> list[Fault]:
    """Headers, type and body against the documented response at `pointer`."""
    faults = check_headers(document, pointer, response, answer)
    content = response.get("content", {})
    if not answer.body.strip():
        return faults + check_empty(document, response, answer)
    kind = answer.content_type
    if kind not in content:
        documented = ", ".join(content) or "no body"
        message = f"{route.name}: {answer.content_type or 'a body without a type'} is not documented ({documented} is)"
        return [*faults, ("/response/headers/content-type", message)]
    schema = content[kind]["schema"]
    value = read_value(document, schema, answer)
    is_file = any(is_binary(document, media["schema"]) for media in content.values())
    if isinstance(value, bytes) or (is_file and isinstance(value, str)):  # of some files CARTO's JSON is none
        return faults
    place = f"{pointer}/content/{escape(kind)}/schema"
    inner = [*document.faults(place, value), *document.undescribed(schema, value)]
    return faults + [(f"/response/body{where}", f"{route.name}: {message}") for where, message in inner]


def check_redirection(route: Route, answer: Answer) -> list[Fault]:
    """A redirection is followed below the generated client, which takes it for no success."""
    faults = [] if answer.headers.get("location") else [("/response/headers/location", f"{route.name}: is missing")]
    try:
        import_module(f"carto_client.api.{route.tag}.{route.name}")._parse_response(to_response(answer))
    except CartoError:
        return faults
    return [*faults, ("/response/status", f"{route.name}: the client takes {answer.status} for a success")]


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
        kind = kind_of(header.get("schema", {}))
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
    # Servers put Latin-1 into headers, UTF-8 bytes included; httpx would refuse the text.
    pairs = [(n.encode(), to_latin(value)) for n, value in answer.headers.items() if n not in TRAVEL]
    # The client looks at its own request for secrets that an answer must not repeat.
    request = httpx.Request("GET", "https://me.carto.com")
    return httpx.Response(answer.status, headers=pairs, content=answer.body, request=request)


def to_latin(value: str) -> bytes:
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()


def check_parsing(document: Document, route: Route, answer: Answer) -> list[Fault]:
    """A success: what the client makes of it, turned back into JSON, text or bytes, must be what came."""
    module = import_module(f"carto_client.api.{route.tag}.{route.name}")
    try:
        parsed = module._parse_response(to_response(answer))
    except DownloadError as error:  # a success that ends in an error
        return check_hidden(route, answer, error.messages)
    except CartoError as error:
        return [("/response/body", f"{route.name}: the client refuses it: {shorten(str(error))}")]
    if isinstance(parsed, File):
        same = parsed.payload.read() == answer.body
        faults = [] if same else [("/response/body", f"{route.name}: the client gives back other bytes")]
        return faults + check_hidden(route, answer, None)
    if parsed is None:
        return [] if is_nothing(document, route, answer) else [("/response/body", f"{route.name}: is lost whole")]
    came = answer.body.decode() if isinstance(parsed, str) else json.loads(answer.body)
    if isinstance(parsed, str) and answer.content_type == "application/json":
        came = json.loads(answer.body)
    lost = differences(came, to_plain(parsed))
    faults = [(f"/response/body{where}", f"{route.name}: through the client {message}") for where, message in lost]
    return faults + check_hidden(route, answer, ())


def is_nothing(document: Document, route: Route, answer: Answer) -> bool:
    """Return True for an answer without content: no body, JSON's null, or text that the spec calls useless."""
    content = (find_response(document, route, answer.status) or ("", {}))[1].get("content", {})
    useless = any(media.get("x-carto-bare-text") for media in content.values())
    return useless or answer.body.strip() in (b"", b"null")


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
    if answer.content_type == "text/html" and answer.body.strip():
        expected = (GatewayError,) if answer.status >= 500 else (NotCartoError,)
    if type(error) not in expected:
        faults.append(("/response/status", f"{route.name}: {answer.status} becomes {type(error).__name__}"))
    said = [] if isinstance(error, NotCartoError) or is_file(answer) else list(each_message(answer.body))
    lost = [text for text in said if text not in error.messages]
    invented = [text for text in error.messages if said and text not in said]
    faults += [("/response/body", f"{route.name}: the error does not say {shorten(text)!r}") for text in lost]
    return faults + [("/response/body", f"{route.name}: unexpected {shorten(text)!r}") for text in invented]


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


def each_text(value: Any, field: str = "") -> Iterator[str]:
    """Yield the texts without surrounding spaces. A text about one field has the field's name in front."""
    if isinstance(value, str):
        text = value.strip()
        yield from [f"{field}: {text}" if field else text] if text else []
    elif isinstance(value, list):
        for item in value:
            yield from each_text(item, field)
    elif isinstance(value, dict):
        for name, item in value.items():
            # `imports` names the endpoint, no field.
            yield from each_text(item, "" if name == "imports" else name)
