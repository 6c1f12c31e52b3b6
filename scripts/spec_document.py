"""Walk an OpenAPI 3.1 document that is plain mappings and lists: its operations, schemas, bodies and examples.

Every place is named by its JSON pointer, so that findings can be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Node = dict[str, Any]
Place = tuple[str, Node]  # JSON pointer and the node there

WIDTH = 120  # of a line
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Operation(NamedTuple):
    pointer: str
    spec: Node
    parameters: list[Place]
    bodies: dict[str, Node]  # media type -> resolved schema


def escape(key: str) -> str:
    """One key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def find_target(spec: Node, reference: str) -> Node:
    """Return the target of a local reference such as `#/components/schemas/Table`."""
    target: Any = spec
    for part in reference.removeprefix("#/").split("/"):
        target = target[part.replace("~1", "/").replace("~0", "~")]
    return target if "$ref" not in target else find_target(spec, target["$ref"])


def follow(spec: Node, pointer: str, node: Node) -> Place:
    """The place itself, or the place that it refers to."""
    return (node["$ref"], find_target(spec, node["$ref"])) if "$ref" in node else (pointer, node)


def kind_of(schema: Node) -> str:
    """Its one type, apart from null; empty where anything goes or the schema is put together of others."""
    kinds = schema.get("type", "")
    return kinds if isinstance(kinds, str) else next((kind for kind in kinds if kind != "null"), "null")


def takes_null(schema: Node) -> bool:
    """Return True if null is explicitly one of its values."""
    kinds = schema.get("type", ())
    return "null" in ([kinds] if isinstance(kinds, str) else kinds) or any(map(takes_null, schema.get("anyOf", ())))


def references_of(spec: Node, nodes: list[Any]) -> set[str]:
    """Return everything that the nodes refer to, directly or through others."""
    left, seen = [*nodes], set[str]()
    while left:
        found = {node["$ref"] for _, node in each_node(left.pop()) if "$ref" in node}
        left += [find_target(spec, reference) for reference in found - seen]
        seen |= found
    return seen


def each_node(node: Any, pointer: str = "#") -> Iterator[Place]:
    """Every mapping of the document except those inside examples, which are data."""
    children: list[tuple[str, Any]] = []
    if isinstance(node, dict):
        yield pointer, node
        children = [(key, value) for key, value in node.items() if key not in ("example", "examples", "value")]
    elif isinstance(node, list):
        children = [(str(index), value) for index, value in enumerate(node)]
    for key, value in children:
        yield from each_node(value, f"{pointer}/{escape(str(key))}")


def each_schema(spec: Node) -> Iterator[Place]:
    """Every schema, nested ones too; references are not followed, since all they name is visited anyway."""
    components = spec.get("components", {})
    for name, schema in components.get("schemas", {}).items():
        yield from nested_schemas(f"#/components/schemas/{name}", schema)
    for pointer, node in each_node({"paths": spec.get("paths", {}), "components": {**components, "schemas": {}}}):
        if isinstance(node.get("schema"), dict):
            yield from nested_schemas(f"{pointer}/schema", node["schema"])


def nested_schemas(pointer: str, schema: Node) -> Iterator[Place]:
    yield pointer, schema
    for name, field in schema.get("properties", {}).items():
        yield from nested_schemas(f"{pointer}/properties/{escape(name)}", field)
    for key in ("items", "additionalProperties", "not"):
        if isinstance(schema.get(key), dict):
            yield from nested_schemas(f"{pointer}/{key}", schema[key])
    for key in ("allOf", "oneOf", "anyOf"):
        for index, part in enumerate(schema.get(key, [])):
            yield from nested_schemas(f"{pointer}/{key}/{index}", part)


def each_operation(spec: Node) -> Iterator[Operation]:
    for path, item in spec.get("paths", {}).items():
        base = f"#/paths/{escape(path)}"
        for method in METHODS:
            if method not in item:
                continue
            node, pointer = item[method], f"{base}/{method}"
            shared = [(f"{base}/parameters/{i}", p) for i, p in enumerate(item.get("parameters", []))]
            own = [(f"{pointer}/parameters/{i}", p) for i, p in enumerate(node.get("parameters", []))]
            _, body = follow(spec, pointer, node.get("requestBody", {}))
            yield Operation(
                pointer,
                node,
                [follow(spec, *place) for place in shared + own],
                {kind: follow(spec, pointer, m["schema"])[1] for kind, m in body.get("content", {}).items()},
            )


def each_content(spec: Node) -> Iterator[Place]:
    """Every `content` of a request or response, also those in components."""
    for pointer, node in each_node(spec):
        if isinstance(node.get("content"), dict) and "/schemas/" not in pointer:
            yield f"{pointer}/content", node["content"]


def each_example(spec: Node) -> Iterator[tuple[str, str, Any]]:
    """Pointer of the example, pointer of its schema, value."""
    for pointer, node in each_node(spec):
        if not isinstance(node.get("schema"), dict) or "/components/schemas/" in pointer:
            continue
        if "example" in node:
            yield f"{pointer}/example", f"{pointer}/schema", node["example"]
        for name, example in node.get("examples", {}).items():
            place, target = follow(spec, f"{pointer}/examples/{escape(name)}", example)
            yield place, f"{pointer}/schema", target.get("value")


def find_long_lines(text: str) -> list[str]:
    lines = enumerate(text.splitlines(), 1)
    return [
        f"line {number}: has {len(line)} characters; wrap it at {WIDTH}" for number, line in lines if len(line) > WIDTH
    ]
