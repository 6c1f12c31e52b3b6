"""The OpenAPI description of the API: where it is, its places by JSON pointer, and validators of its schemas."""

import functools
import itertools
import threading
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

Node = dict[str, Any]

_URI = "urn:carto"
_MAX_FINDINGS = 3
_MAX_MESSAGE_CHARACTERS = 300
_loading = threading.Lock()


class SpecMissingError(RuntimeError):
    """The installation has no description of the API."""


def find_spec() -> Path:
    """Beside this module in an installed package, in the folder spec of the project otherwise."""
    packaged = Path(str(resources.files("carto_sandbox") / "openapi.yaml"))
    developed = Path(__file__).resolve().parents[3] / "spec" / "openapi.yaml"
    for path in (packaged, developed):
        if path.is_file():
            return path
    raise SpecMissingError("carto_sandbox/openapi.yaml is missing: install carto-client[sandbox] again")


def escape(key: str) -> str:
    """One key as a part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def kind_of(schema: Node) -> str:
    """The schema's one `type` beside null; empty where anything goes."""
    kinds = schema.get("type", "")
    return kinds if isinstance(kinds, str) else next((kind for kind in kinds if kind != "null"), "null")


class SpecFile:
    """The document, and a compiled validator for each schema that was asked for."""

    def __init__(self, document: Node) -> None:
        self.document = document
        resource: Resource[Any] = Resource.from_contents(document, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_URI, resource).crawl()
        self._validators: dict[str, OAS31Validator] = {}

    def follow(self, pointer: str, node: Node) -> tuple[str, Node]:
        """Return pointer and node of a place, or of its reference's target."""
        while "$ref" in node:
            pointer = node["$ref"]
            target: Any = self.document
            for part in pointer.removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return pointer, node

    def find_errors(self, pointer: str, value: object, name: str = "body") -> list[str]:
        """Validate a value against the schema at a pointer, and return the first few errors, each with its place.

        `name` is that of the value itself.
        """
        if pointer not in self._validators:
            self._validators[pointer] = OAS31Validator(
                {"$ref": f"{_URI}{pointer}"}, registry=self._registry, format_checker=oas31_format_checker
            )
        try:
            errors = list(itertools.islice(self._validators[pointer].iter_errors(value), _MAX_FINDINGS))
        except RecursionError:
            return [f"{name}: is nested too deeply to be looked at"]
        return [f"{'/'.join(map(str, error.absolute_path)) or name}: {_shorten(error.message)}" for error in errors]


def _shorten(message: str) -> str:
    return message if len(message) <= _MAX_MESSAGE_CHARACTERS else message[:_MAX_MESSAGE_CHARACTERS] + " …"


def load_spec() -> SpecFile:
    """Read once in a process; takes half a second, for which every caller waits."""
    with _loading:
        return _load()


@functools.cache
def _load() -> SpecFile:
    with find_spec().open("rb") as file:
        # libyaml where it is there: it reads the document ten times as quickly.
        return SpecFile(yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
