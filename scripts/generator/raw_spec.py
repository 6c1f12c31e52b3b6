"""Parts of the spec that the generator's own model leaves out, read from the raw document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import yaml
from openapi_python_client.strings import PythonIdentifier

from .left_out import LeftOut
from .problems import GenerationError

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def _is_other_yaml(tag: str, first: str) -> bool:
    """Return True if YAML 1.1 converts a text beginning with `first` that 1.2 and JSON leave alone."""
    return tag.endswith(":timestamp") or (tag.endswith(":bool") and first not in "tTfF")


class _SpecLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as OpenAPI means it: dates are text, and only true and false are booleans. In C, 20 times as fast."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if not _is_other_yaml(tag, first)]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def load_spec(spec: Path) -> dict[str, Any]:
    """The document in a YAML file."""
    try:
        document = yaml.load(spec.read_text(encoding="utf-8"), _SpecLoader)
    except FileNotFoundError:
        raise GenerationError(f"The spec does not exist: {spec}.") from None
    except yaml.YAMLError as error:
        raise GenerationError(f"{spec} is not YAML: {error}") from error
    if not isinstance(document, dict):
        raise GenerationError(f"{spec} does not hold an OpenAPI document.")
    return document


def name_list(name: str) -> str:
    """How arguments call the parameter `token[]`: `tokens`. Without its brackets it could be a second `token`."""
    return name if not name.endswith("[]") else name[:-2].removesuffix("s") + "s"


def name_lists(document: dict[str, Any]) -> dict[str, Any]:
    """The document with parameters such as `token[]` renamed; `prepare` gives them their names back."""
    components = document.get("components") or {}
    holders = [{"parameters": list((components.get("parameters") or {}).values())}]
    for item in (document.get("paths") or {}).values():
        holders += [item, *(item[method] for method in _METHODS if method in item)]
    for parameter in (p for holder in holders for p in holder.get("parameters", []) if "name" in p):
        parameter["name"] = name_list(parameter["name"])
    return document


class RawSpec:
    """The spec as plain dicts, with every operation by the name of its generated module."""

    def __init__(self, document: dict[str, Any], field_prefix: str, left_out: Mapping[str, LeftOut]) -> None:
        self._document = document
        self._left_out = left_out
        self._operations: dict[str, dict[str, Any]] = {}
        for path, item in (document.get("paths") or {}).items():
            for method in _METHODS:
                if method in item:
                    self._add(f"{method.upper()} {path}", item[method], item.get("parameters", []), field_prefix)

    def __len__(self) -> int:
        return len(self._operations)

    def _add(self, route: str, operation: dict[str, Any], shared: list[Any], field_prefix: str) -> None:
        if not operation.get("operationId") or not operation.get("tags"):
            raise GenerationError(f"{route} needs an operationId and a tag: they name its module and its group.")
        name = PythonIdentifier(operation["operationId"], field_prefix)
        if name in self._operations:
            raise GenerationError(f"{route}: the operationId {operation['operationId']!r} is used twice.")
        self._operations[name] = {**operation, "parameters": [*operation.get("parameters", []), *shared]}

    def resolve(self, node: Any) -> dict[str, Any]:
        """`node`, or what its `$ref` points to."""
        while "$ref" in node:
            target: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        resolved: dict[str, Any] = node
        return resolved

    def describe_tag(self, tag: str, field_prefix: str) -> str:
        """The spec's description of a tag, or nothing."""
        for entry in self._document.get("tags") or []:
            if PythonIdentifier(entry["name"], "tag") == tag:
                return str(entry.get("description") or "")
        return ""

    def success_description(self, operation: str) -> str:
        """The description of the first success answer."""
        for status, response in self._operations[operation].get("responses", {}).items():
            if str(status).startswith("2"):
                return self.name_methods(str(self.resolve(response).get("description") or ""))
        return ""

    def name_methods(self, text: str) -> str:
        """A description in which operations are called what users call them: `viz_list` is `viz.list`."""

        def name(match: re.Match[str]) -> str:
            if match[1] in self._left_out:
                return f"`{self._left_out[match[1]].verb}`"
            operation = self._operations.get(match[1])
            tag = operation["tags"][0] if operation else ""
            verb = match[1].removeprefix(f"{tag}_")
            return f"`{tag}.{verb}`" if operation and verb != match[1] else match[0]

        return re.sub(r"`(\w+)`", name, text)

    def parameter_descriptions(self, operation: str) -> dict[str, str]:
        """The description of every parameter, by its name in the spec."""
        parameters = map(self.resolve, self._operations[operation]["parameters"])
        return {entry["name"]: self.name_methods(str(entry.get("description") or "")) for entry in parameters}

    def parameter_models(self, operation: str) -> dict[str, tuple[str, str]]:
        """Parameters that a field of a model has, by their names: the extension `x-carto-of` says which."""
        parameters = map(self.resolve, self._operations[operation]["parameters"])
        given = {entry["name"]: str(entry["x-carto-of"]) for entry in parameters if "x-carto-of" in entry}
        return {name: (model, field) for name, value in given.items() for model, _, field in [value.partition(".")]}

    def text_parameters(self, operation: str) -> set[str]:
        """The names of the parameters that must not be blank."""
        parameters = map(self.resolve, self._operations[operation]["parameters"])
        return {entry["name"] for entry in parameters if self._refuses_blank(entry.get("schema") or {})}

    def json_parameters(self, operation: str) -> set[str]:
        """The names of the parameters whose text is JSON."""
        parameters = map(self.resolve, self._operations[operation]["parameters"])
        kinds = {entry["name"]: self.resolve(entry.get("schema") or {}).get("contentMediaType") for entry in parameters}
        return {name for name, kind in kinds.items() if kind == "application/json"}

    def text_fields(self, operation: str) -> set[str]:
        """The names of the fields of the first body that must not be blank."""
        fields = self._fields(self._first_body(operation))
        return {name for name, schema in fields if self._refuses_blank(schema)}

    def check_bodies(self, operation: str) -> None:
        """Several content types must carry the same fields: the client only ever sends the first."""
        bodies = self._bodies(operation)
        if any(body != bodies[0] for body in bodies[1:]):
            raise GenerationError(
                f"{operation} lists content types with different schemas; give the second an operation of its own."
            )

    def _bodies(self, operation: str) -> list[Any]:
        content = self.resolve(self._operations[operation].get("requestBody") or {}).get("content") or {}
        return [media.get("schema") or {} for media in content.values()]

    def _first_body(self, operation: str) -> dict[str, Any]:
        bodies = self._bodies(operation)
        return self.resolve(bodies[0]) if bodies else {}

    def _fields(self, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        schema = self.resolve(schema)
        for part in schema.get("allOf") or []:
            yield from self._fields(part)
        yield from (schema.get("properties") or {}).items()

    def _refuses_blank(self, schema: dict[str, Any]) -> bool:
        schema = self.resolve(schema)
        if "null" in schema.get("type", ""):
            return False
        return schema.get("minLength", 0) >= 1 or any(map(self._refuses_blank, schema.get("allOf") or []))
