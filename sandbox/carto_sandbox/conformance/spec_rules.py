"""Requests and answers held against the spec: pure questions, each answered with a list of findings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from carto_sandbox.conformance.spec_file import SpecFile
from carto_sandbox.conformance.spec_routes import Match, Media, Operation, Parameter

# Keys are the security schemes'; the others the spec leaves out on purpose (see its description).
_ANYWHERE = frozenset({"api_key", "map_key", "client", "callback"})
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Message:
    """A request or an answer; `body` is None where it is not looked at: too large, or never read to its end."""

    headers: Mapping[str, str]
    body: bytes | None
    query: str = ""

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def check_request(spec: SpecFile, match: Match, request: Message) -> list[str]:
    operation = match.operation
    query = parse_qsl(request.query, keep_blank_values=True)
    given = {"path": match.path_values, "header": request.headers, "query": dict(query), "cookie": {}}
    known = {parameter.name for parameter in operation.parameters if parameter.where == "query"}
    # CARTO takes the fields of a body from the query string too.
    known |= _ANYWHERE | set(operation.body_fields)
    found = [f"query {name}: the operation has no such parameter" for name, _ in query if _base(name) not in known]
    for parameter in operation.parameters:
        text = given[parameter.where].get(parameter.name)
        if text is None:
            found += [f"{parameter.where} {parameter.name}: is required"] if parameter.required else []
        elif text or parameter.required:
            found += _check_parameter(spec, parameter, text, [v for n, v in query if n == parameter.name])
    fields_in_query = any(name in operation.body_fields for name, _ in query)
    return found if fields_in_query else found + _check_request_body(spec, operation, request)


def _base(name: str) -> str:
    """`limits[rows]` is a part of `limits`, and so is `tags[]` of `tags`, as Rails reads them."""
    return name.partition("[")[0] if name.endswith("]") else name


def _check_parameter(spec: SpecFile, parameter: Parameter, text: str, repeated: list[str]) -> list[str]:
    value: object = _read_value(parameter.kind, text)
    if parameter.kind == "array":
        value = repeated if len(repeated) > 1 else text.split(",")
    return spec.find_errors(parameter.schema, value, f"{parameter.where} {parameter.name}")


def _read_value(kind: str, text: str) -> object:
    """A text as the type that the spec gives it; where that fails it stays a text, which the schema then refuses."""
    try:
        if kind == "integer":
            return int(text)
        if kind == "number":
            return float(text)
        if kind in ("json", "object"):
            return json.loads(text)
    except (ValueError, RecursionError):
        return text
    return {"true": True, "false": False}.get(text.lower(), text) if kind == "boolean" else text


def _check_request_body(spec: SpecFile, operation: Operation, request: Message) -> list[str]:
    if request.body == b"":
        return ["body: is required"] if operation.body_required else []
    if not operation.bodies:
        return ["body: the operation has none"] if request.body else []
    media = operation.bodies.get(request.content_type)
    if media is None:
        binary = next((media for media in operation.bodies.values() if media.is_binary), None)
        return [] if binary else [f"body: the operation takes no {request.content_type or 'body without content type'}"]
    if media.schema is None or media.is_binary or request.body is None:
        return []
    if media.type == _FORM:
        pairs = parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True)
        return spec.find_errors(media.schema, {n: _read_value(operation.body_fields.get(n, ""), v) for n, v in pairs})
    return _check_json(spec, media, request.body)


def _check_json(spec: SpecFile, media: Media, body: bytes) -> list[str]:
    if not media.type.endswith("json") or media.schema is None or media.is_binary:
        return []
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        return [f"body: is not JSON: {error}"]
    return spec.find_errors(media.schema, value)


def count_unknown(operation: Operation, request: Message) -> int:
    """Fields of a body that the operation does not describe: none is wrong, and yet it may be meant for another."""
    if request.body is None or not operation.body_fields:
        return 0
    if request.content_type == _FORM:
        names = {name for name, _ in parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True)}
    else:
        try:
            names = set(json.loads(request.body))
        except (ValueError, RecursionError, TypeError):
            return 0
    return len(names - _ANYWHERE - operation.body_fields.keys())


def check_answer(spec: SpecFile, operation: Operation, status: int, answer: Message) -> list[str]:
    """If `answer.body` is None, the body is not checked, as for HEAD and for streams."""
    responses = operation.responses
    content = responses.get(str(status), responses.get(f"{status // 100}XX", responses.get("DEFAULT")))
    if content is None:
        return [f"status {status} is not described"]
    if answer.body == b"" and (status >= 400 or not content):
        return []  # any error of the central application may come without a body
    if not content:
        return [f"status {status} is described without a body"] if answer.body else []
    media = content.get(answer.content_type)
    if media is None:
        return [f"status {status} is not described with content type {answer.content_type or 'none'}"]
    if answer.body is None:
        return []
    is_file = any(media.is_binary for media in content.values())  # some of CARTO's files are not JSON
    return [] if is_file and not _is_json(answer.body) else _check_json(spec, media, answer.body)


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
