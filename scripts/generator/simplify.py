"""Simplifications of the spec before generation, where it is more exact than Python's client needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
_DATA = ("example", "examples", "value", "default")
_NAMES = ("properties", "schemas", "parameters", "responses", "headers", "requestBodies", "paths", "content")


def simplify(document: Node) -> Node:
    """Change the document in place, and give it back.

    * An enum in a request is text: callers can pass any `str`, also a value that CARTO adds later.
    * An object of whatever fields is Any: a class for each would cost a thousand times what the dict in it costs.
    * An answer that is a file in its first content type is one in all: bytes, whatever the format.
    * Bare text that only says that all went well is nothing.
    * Schemas that nothing refers to any more make no model.
    """
    for node in _each(document):
        node.pop("enum", None) if "type" in node else None
        if _is_any_object(node):
            del node["type"], node["additionalProperties"]
    for operation in _each_operation(document):
        for status, response in operation.get("responses", {}).items():
            if status.startswith("2"):
                _simplify_answer(document, _resolve(document, response))
    _drop_unused(document)
    return document


def _drop_unused(document: Node) -> None:
    schemas = document.get("components", {}).get("schemas", {})
    others = {key: value for key, value in document.get("components", {}).items() if key != "schemas"}
    used: set[str] = set()
    left = [document.get("paths", {}), others]
    while left:
        found = {node["$ref"].rpartition("/")[2] for node in _each(left.pop()) if "/schemas/" in str(node.get("$ref"))}
        left += [schemas[name] for name in found - used]
        used |= found
    for name in schemas.keys() - used:
        del schemas[name]


def _is_any_object(node: Node) -> bool:
    kinds = node.get("type")
    return kinds in ("object", ["object", "null"]) and node.get("additionalProperties") is True and not _fields(node)


def _fields(node: Node) -> Node:
    fields: Node = node.get("properties", {})
    return fields


def _simplify_answer(document: Node, response: Node) -> None:
    content = response.get("content", {})
    if any(media.get("x-carto-bare-text") for media in content.values()):
        del response["content"]
    elif content:
        first, media = next(iter(content.items()))
        if _resolve(document, media["schema"]).get("format") == "binary":
            response["content"] = {first: media}


def _resolve(document: Node, node: Node) -> Node:
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def _each(node: Any, *, are_names: bool = False) -> Iterator[Node]:
    """Yield every mapping except those in examples, which are data; names of fields are not OpenAPI keywords."""
    if isinstance(node, dict):
        if not are_names:
            yield node
        for key, value in node.items():
            if are_names or key not in _DATA:
                yield from _each(value, are_names=not are_names and key in _NAMES)
    elif isinstance(node, list):
        for value in node:
            yield from _each(value)


def _each_operation(document: Node) -> Iterator[Node]:
    for item in document.get("paths", {}).values():
        yield from (node for node in item.values() if isinstance(node, dict) and "responses" in node)
