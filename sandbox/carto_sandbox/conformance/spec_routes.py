"""The operations of the spec that match a request."""

import re
from dataclasses import dataclass, field
from typing import Any

from carto_sandbox.conformance.spec_file import Node, SpecFile, escape, kind_of

_METHODS = ("get", "put", "post", "delete", "patch")
_ACCOUNT = re.compile(r"^/(?:user|u)/[^/]+(?=/api/)")
# The SQL API looks at no version; the spec names the one that its clients use.
_SQL_VERSION = (
    (re.compile(r"^/api/[^/]+(?=/sql(?:/|$))"), "/api/v2"),
    (re.compile(r"^/api/[^/]+(?=/(?:version|health|jobs-wip)/?$)"), "/api/v1"),
)
_VARIABLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Media:
    """One content type of a body, and the place of its schema; ``None`` where anything goes."""

    type: str
    schema: str | None
    is_binary: bool


@dataclass(frozen=True)
class Parameter:
    name: str
    where: str
    required: bool
    schema: str
    kind: str
    """The schema's `type`; "json" for a parameter whose text is JSON, empty where anything goes."""


@dataclass
class Operation:
    id: str
    parameters: list[Parameter] = field(default_factory=list)
    bodies: dict[str, Media] = field(default_factory=dict)
    body_required: bool = False
    body_fields: dict[str, str] = field(default_factory=dict)
    """Fields of the body and their types."""
    responses: dict[str, dict[str, Media]] = field(default_factory=dict)
    """By status, `4XX` for a family: the content types; none for an answer without a body."""


@dataclass(frozen=True)
class Match:
    operation: Operation
    path_values: dict[str, str]


class SpecRoutes:
    """All operations, to be found by method and path."""

    def __init__(self, spec: SpecFile) -> None:
        self._spec = spec
        self._routes: list[tuple[re.Pattern[str], int, dict[str, Operation]]] = []
        for path, item in spec.document["paths"].items():
            pieces = _VARIABLE.split(path.rstrip("/"))
            # An account may be everywhere the template says {user}; the spec itself names it in `servers`.
            pattern = "".join(f"(?P<{p}>[^/]+)" if n % 2 else re.escape(p) for n, p in enumerate(pieces))
            operations = {m.upper(): self._read(f"#/paths/{escape(path)}/{m}", item, m) for m in _METHODS if m in item}
            self._routes.append((re.compile(pattern), sum(map(len, pieces[::2])), operations))

    def match(self, method: str, path: str) -> list[Match]:
        """The operations at a path and at its twin with or without a slash at its end; HEAD is asked as GET."""
        path = _ACCOUNT.sub("", path).rstrip("/")
        for pattern, replacement in _SQL_VERSION:
            path = pattern.sub(replacement, path)
        found: list[tuple[int, Match]] = []
        for pattern, literal, operations in self._routes:
            operation = operations.get("GET" if method == "HEAD" else method)
            if operation and (matched := pattern.fullmatch(path)):
                found.append((literal, Match(operation, matched.groupdict())))
        most = max((literal for literal, _ in found), default=0)
        return [match for literal, match in found if literal == most]

    def _read(self, pointer: str, item: Node, method: str) -> Operation:
        node = item[method]
        operation = Operation(node["operationId"])
        shared = [(f"{pointer.rpartition('/')[0]}/parameters/{n}", p) for n, p in enumerate(item.get("parameters", []))]
        own = [(f"{pointer}/parameters/{n}", p) for n, p in enumerate(node.get("parameters", []))]
        operation.parameters = [self._read_parameter(*self._spec.follow(*place)) for place in shared + own]
        place, body = self._spec.follow(f"{pointer}/requestBody", node.get("requestBody", {}))
        operation.bodies = self._read_content(place, body)
        operation.body_required = bool(body.get("required"))
        for media in body.get("content", {}).values():
            _, schema = self._spec.follow("", media.get("schema", {}))
            for name, part in schema.get("properties", {}).items():
                operation.body_fields[name] = kind_of(self._spec.follow("", part)[1])
        for status, answer in node["responses"].items():
            response = self._spec.follow(f"{pointer}/responses/{status}", answer)
            operation.responses[str(status).upper()] = self._read_content(*response)
        return operation

    def _read_parameter(self, pointer: str, node: Node) -> Parameter:
        content: dict[str, Any] = node.get("content", {})
        schema, kind = f"{pointer}/schema", ""
        if content:
            schema, kind = f"{pointer}/content/{escape(next(iter(content)))}/schema", "json"
        else:
            kind = kind_of(self._spec.follow("", node.get("schema", {}))[1])
        return Parameter(node["name"], node["in"], bool(node.get("required")), schema, kind)

    def _read_content(self, pointer: str, node: Node) -> dict[str, Media]:
        found = {}
        for name, media in node.get("content", {}).items():
            kind = name.partition(";")[0].strip().lower()
            schema = self._spec.follow("", media.get("schema", {}))[1]
            # A schema that only describes leaves everything open: bare text under a JSON content type as well.
            place = f"{pointer}/content/{escape(name)}/schema" if schema.keys() - {"description"} else None
            found[kind] = Media(kind, place, schema.get("format") == "binary")
        return found
