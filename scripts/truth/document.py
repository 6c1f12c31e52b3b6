"""The spec as something to ask: which routes there are, does a value fit a schema, which fields are not described."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from openapi_schema_validator import OAS31Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from spec_document import Node, Operation, each_operation, escape, find_target, follow

UNDESCRIBED = "the spec does not describe this field"
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Mismatch(NamedTuple):
    """Something that is not as the spec says: where it was found, the JSON pointer in there, and what differs."""

    where: str
    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{' '.join(filter(None, (self.where, self.pointer)))}: {self.message}"


class Route(NamedTuple):
    method: str
    template: str
    pattern: re.Pattern[str]
    operation: Operation

    @property
    def name(self) -> str:
        return str(self.operation.spec["operationId"])

    @property
    def tag(self) -> str:
        return str(self.operation.spec["tags"][0])

    @property
    def concreteness(self) -> tuple[float, ...]:
        """Compares as OpenAPI wants it: from the left, a concrete segment wins over one with a parameter in it."""
        segments = self.template.strip("/").split("/")
        return tuple(len(PLACEHOLDER.sub("", part)) if "{" in part else float("inf") for part in segments)


class Document:
    """An OpenAPI document that is read once and asked often."""

    def __init__(self, path: Path) -> None:
        self.node: Node = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        contents = Resource.from_contents(self.node, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource("urn:spec", contents)
        self.routes = [make_route(operation) for operation in each_operation(self.node)]
        self.by_name = {route.name: route for route in self.routes}

    def follow(self, pointer: str, node: Node) -> tuple[str, Node]:
        """The place itself, or the place that it refers to."""
        return follow(self.node, pointer, node)

    @functools.cache  # noqa: B019 - one document lives as long as the program
    def _validator(self, pointer: str) -> OAS31Validator:
        return OAS31Validator({"$ref": f"urn:spec{pointer}"}, registry=self._registry)

    def faults(self, pointer: str, value: object) -> Iterator[tuple[str, str]]:
        """Pointer in the value and message, for all in which it does not fit the schema at `pointer`."""
        for error in self._validator(pointer).iter_errors(value):
            yield join(error.absolute_path), shorten(error.message)

    def undescribed(self, schema: Node, value: object, pointer: str = "") -> list[tuple[str, str]]:
        """Fields that came though the schema neither names them nor says that others may come."""
        schema = find_target(self.node, schema["$ref"]) if "$ref" in schema else schema
        if choices := schema.get("oneOf", schema.get("anyOf")):
            return min((self.undescribed(choice, value, pointer) for choice in choices), key=len)
        if isinstance(value, list):
            items = schema.get("items", {})
            return [found for i, item in enumerate(value) for found in self.undescribed(items, item, f"{pointer}/{i}")]
        if not isinstance(value, dict):
            return []
        fields, others = self._fields(schema)
        found: list[tuple[str, str]] = []
        for name, item in value.items():
            place = f"{pointer}/{escape(str(name))}"
            if name not in fields and others is None and fields:
                found.append((place, UNDESCRIBED))
            else:
                found += self.undescribed(fields.get(name, others or {}), item, place)
        return found

    def fields(self, schema: Node) -> dict[str, Node]:
        """The described fields of an object."""
        return self._fields(schema)[0]

    def _fields(self, schema: Node) -> tuple[dict[str, Node], Node | None]:
        """The described fields, those of all parts of an allOf together, and the schema of others where allowed."""
        schema = find_target(self.node, schema["$ref"]) if "$ref" in schema else schema
        fields, others = dict(schema.get("properties", {})), schema.get("additionalProperties")
        for part in schema.get("allOf", []):
            more, more_others = self._fields(part)
            fields |= more
            others = more_others if others is None else others
        return fields, {} if others is True else others


def make_route(operation: Operation) -> Route:
    path, _, method = operation.pointer.removeprefix("#/paths/").rpartition("/")
    template = path.replace("~1", "/").replace("~0", "~")
    parts = re.split(r"(\{\w+\})", template.rstrip("/"))
    pattern = "".join(f"(?P<{part[1:-1]}>[^/]+?)" if part.startswith("{") else re.escape(part) for part in parts)
    return Route(method.upper(), template, re.compile(pattern + "/?"), operation)


def join(parts: Any) -> str:
    """Keys and indexes as a JSON pointer."""
    return "".join(f"/{escape(str(part))}" for part in parts)


def shorten(text: str, length: int = 160) -> str:
    """One line that fits a terminal."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1]}…"
