"""Which operation of the spec a recorded request is, and whether it is one that the spec allows."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple
from urllib.parse import unquote

from spec_document import Node, escape, find_target, kind_of

from truth.document import Document, Mismatch, Route, shorten
from truth.recordings import Exchange, gather, read_body

# Understood by every operation; the spec says so once, in its introduction.
EVERYWHERE = {"api_key", "map_key", "client"}
# The answers of CARTO to what it calls malformed. A wrong key (401) or name (404) makes no request malformed.
MALFORMED = {400, 413, 414, 415, 422, 431}
NOT_DESCRIBED = "is not described"
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
MATCHED, UNROUTED, WRONG, LEFT_OUT = "matched", "unrouted", "wrong on purpose", "left out"

Fault = tuple[str, str]  # JSON pointer and message


class Verdict(NamedTuple):
    kind: str
    route: Route | None
    reason: str = ""
    mismatches: tuple[Mismatch, ...] = ()


def find_operation(document: Document, exchange: Exchange) -> Verdict:
    """Exactly one operation, or why it is right that there is none, or else mismatches."""
    routes = [r for r in document.routes if r.method == exchange.method and r.pattern.fullmatch(exchange.path)]
    if not routes:
        return judge_unknown(exchange)
    most = max(route.concreteness for route in routes)
    faults = {r.name: find_faults(document, r, exchange) for r in routes if r.concreteness == most}
    fitting = [name for name, found in faults.items() if not found]
    if len(fitting) == 1:
        return Verdict(MATCHED, document.by_name[fitting[0]])
    if fitting:
        several = f"{exchange.request_line} fits {len(fitting)} operations: {', '.join(fitting)}"
        return Verdict(MATCHED, None, mismatches=(Mismatch(exchange.where, "/request", several),))
    nearest = min(faults, key=lambda name: len(faults[name]))
    return judge_faults(exchange, document.by_name[nearest], faults[nearest])


def judge_unknown(exchange: Exchange) -> Verdict:
    """CARTO answers what it does not route with 404: an HTML page (SQL API), or nothing at all (Maps API)."""
    answer = exchange.answer
    if exchange.method in ("HEAD", "OPTIONS"):
        return Verdict(LEFT_OUT, None, f"{exchange.method} is HTTP's own and not described")
    if answer.status == 404 and (not answer.body.strip() or answer.content_type == "text/html"):
        what = "an HTML page" if answer.body.strip() else "an empty body"
        return Verdict(UNROUTED, None, f"CARTO has no such route (404 with {what})")
    message = f"no operation has the route {exchange.request_line}, which CARTO answered with {answer.status}"
    return Verdict(MATCHED, None, mismatches=(Mismatch(exchange.where, "/request/uri", message),))


def judge_faults(exchange: Exchange, route: Route, faults: list[Fault]) -> Verdict:
    if faults == [("/request/query/callback", NOT_DESCRIBED)]:
        return Verdict(LEFT_OUT, None, "JSONP (callback) is left out of the spec except in the operations made for it")
    if exchange.answer.status in MALFORMED:
        reason = "; ".join(f"{pointer.removeprefix('/request/')} {message}" for pointer, message in faults)
        return Verdict(WRONG, route, f"{reason} ({exchange.answer.status})")
    found = (Mismatch(exchange.where, pointer, f"{route.name}: {message}") for pointer, message in faults)
    return Verdict(MATCHED, route, mismatches=tuple(found))


def find_faults(document: Document, route: Route, exchange: Exchange) -> list[Fault]:
    return check_parameters(document, route, exchange) + check_body(document, route, exchange)


def check_parameters(document: Document, route: Route, exchange: Exchange) -> list[Fault]:
    match = route.pattern.fullmatch(exchange.path)
    sent: dict[str, dict[str, Any]] = {
        "path": {name: unquote(value) for name, value in match.groupdict().items()} if match else {},
        "query": gather(exchange.query),
        "header": exchange.headers,
    }
    faults: list[Fault] = []
    known = set(EVERYWHERE)
    for pointer, parameter in route.operation.parameters:
        place, name = parameter["in"], parameter["name"]
        known |= {name} if place == "query" else set()
        value = sent.get(place, {}).get(name.lower() if place == "header" else name)
        where = f"/request/{place}/{name}"
        if value is None:
            faults += [(where, "is missing")] if parameter.get("required") else []
            continue
        value = read_text(document, parameter["schema"], value)
        faults += [(where + inner, message) for inner, message in document.faults(f"{pointer}/schema", value)]
    return faults + [(f"/request/query/{name}", NOT_DESCRIBED) for name in dict(exchange.query) if name not in known]


def check_body(document: Document, route: Route, exchange: Exchange) -> list[Fault]:
    pointer, node = document.follow(
        f"{route.operation.pointer}/requestBody", route.operation.spec.get("requestBody", {})
    )
    if not exchange.body:
        return [("/request/body", "is missing")] if node.get("required") else []
    content, kind = node.get("content", {}), exchange.content_type
    if kind not in content:
        said = f"of type {kind or 'unknown'}"
        return [("/request/headers/content-type", f"a body {said} is not described")]
    place, schema = document.follow(f"{pointer}/content/{escape(kind)}/schema", content[kind]["schema"])
    if schema.get("format") == "binary":
        return []
    try:
        value = read_body(kind, exchange.headers["content-type"], exchange.body)
    except ValueError as error:
        return [("/request/body", f"is not {kind}: {shorten(str(error))}")]
    if isinstance(value, dict):
        value = {name: item for name, item in value.items() if name not in EVERYWHERE}
        if kind != "application/json":
            value = {name: read_text(document, field_of(schema, name), item) for name, item in value.items()}
    found = [*document.faults(place, value), *document.undescribed(schema, value)]
    return [(f"/request/body{inner}", message) for inner, message in found]


def field_of(schema: Node, name: str) -> Node:
    field: Node = schema.get("properties", {}).get(name, {})
    return field


def read_text(document: Document, schema: Node, value: Any) -> Any:
    """The value that a text in a URL or form stands for; the text itself where it stands for nothing of that type."""
    schema = find_target(document.node, schema["$ref"]) if "$ref" in schema else schema
    kind = kind_of(schema)
    if kind == "array":
        items = value if isinstance(value, list) else [value]
        return [read_text(document, schema.get("items", {}), item) for item in items]
    if not isinstance(value, str):
        return value
    if kind == "boolean" and value in ("true", "false"):
        return value == "true"
    if kind == "integer" and re.fullmatch(r"-?\d+", value):
        return int(value)
    if kind == "number" and NUMBER.fullmatch(value):
        return float(value)
    if kind == "object":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
