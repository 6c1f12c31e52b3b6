"""In which ways a recorded request is not the one that an operation describes."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from spec_document import Node, escape, find_target, kind_of

from truth.document import Document, Route, shorten
from truth.recordings import Exchange, gather, read_body

# Understood by every operation; the spec says so once, in its security schemes and the tags' descriptions.
EVERYWHERE = {"api_key", "map_key", "client"}
NOT_DESCRIBED = "is not described"
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")

Fault = tuple[str, str]  # JSON pointer and message


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
    known = {*EVERYWHERE, *body_fields(document, route)}
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


def body_of(document: Document, route: Route) -> tuple[str, Node]:
    return document.follow(f"{route.operation.pointer}/requestBody", route.operation.spec.get("requestBody", {}))


def body_fields(document: Document, route: Route) -> dict[str, Node]:
    """The fields of a body, which all three servers read from the query string as well."""
    content = body_of(document, route)[1].get("content", {})
    return document.fields(next(iter(content.values()))["schema"]) if content else {}


def check_body(document: Document, route: Route, exchange: Exchange) -> list[Fault]:
    pointer, node = body_of(document, route)
    content, kind = node.get("content", {}), exchange.content_type
    fields = body_fields(document, route)
    beside = {name: text for name, text in gather(exchange.query).items() if name in fields}
    if not exchange.body and not beside:
        return [("/request/body", "is missing")] if node.get("required") else []
    if exchange.body and kind not in content:
        described = f"a body of type {kind or 'unknown'} is not described"
        fits = not content and holds_a_key_only(exchange)
        return [] if fits else [("/request/headers/content-type", described)]
    kind = kind if exchange.body else next(iter(content))
    place, schema = document.follow(f"{pointer}/content/{escape(kind)}/schema", content[kind]["schema"])
    if schema.get("format") == "binary":
        return []
    try:
        value = read_body(kind, exchange.headers["content-type"], exchange.body) if exchange.body else {}
    except ValueError as error:
        return [("/request/body", f"is not {kind}: {shorten(str(error))}")]
    if isinstance(value, dict):
        value = {name: item for name, item in value.items() if name not in EVERYWHERE}
        texts = beside if kind == "application/json" else {**beside, **value}
        value |= {name: read_text(document, fields.get(name, {}), text) for name, text in texts.items()}
    found = [*document.faults(place, value), *document.undescribed(schema, value)]
    return [(f"/request/body{inner}", message) for inner, message in found]


def holds_a_key_only(exchange: Exchange) -> bool:
    """A key may be sent in the body of any request, of one that has no other use for a body as well."""
    try:
        value = read_body(exchange.content_type, exchange.headers.get("content-type", ""), exchange.body)
    except ValueError:
        return False
    return isinstance(value, dict) and value.keys() <= EVERYWHERE


def read_text(document: Document, schema: Node, value: Any) -> Any:
    """Return the value of a text in a URL or form; the text itself if it is not of that type."""
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
