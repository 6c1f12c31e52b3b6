"""The spec's operations as the templates need them: arguments, types, checks and docstrings, ready to print."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from keyword import iskeyword

from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.responses import Response
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import pascal_case

from .arguments import (
    Argument,
    argument_of,
    flatten_body,
    imports_of,
    parameters_of,
    qualify,
    qualify_type,
    refuse_conflicts,
    wire_name,
)
from .docstrings import build_docstring, build_pointer, first_sentence, wrap
from .json_text import accept_objects
from .left_out import LeftOut
from .problems import GenerationError
from .raw_spec import RawSpec, name_list
from .taking import Taking

_POSITIONAL = 2
_SECRET = re.compile(r"(password|password_confirmation|api_key|auth_tokens?|^token)$")
_ALWAYS_PROPOSED = (
    "import builtins",
    "from collections.abc import Mapping, Sequence",
    "from typing import Any",
    "from ...client import AuthenticatedClient, Client",
    "from ...types import Unset",
)


@dataclass(frozen=True)
class Method:
    """One operation as a method of its group."""

    name: str
    module: str
    positional: list[Argument]
    keywords: list[Argument]
    passed: list[str]
    body_import: str
    returns: str
    docstring: str
    pointer: str
    imports: frozenset[str]
    get_module: str
    get_passed: list[str]

    @property
    def secrets(self) -> list[str]:
        """The arguments that no traceback may show."""
        return [a.name for a in self.positional + self.keywords if _SECRET.search(a.name)]


@dataclass(frozen=True)
class Group:
    """All operations of one tag."""

    class_name: str
    title: str
    description: str
    methods: list[Method]

    @property
    def runtime_types(self) -> list[str]:
        unset = any(argument.declaration.endswith("UNSET") for method in self.methods for argument in method.keywords)
        return ["UNSET"] * unset + ["hide"] * any(method.secrets for method in self.methods)

    @property
    def casts(self) -> bool:
        return any(argument.narrow for method in self.methods for argument in method.positional + method.keywords)

    @property
    def imports(self) -> list[str]:
        """Return the imports for the annotations: of the generator's proposals, only the names that occur."""
        arguments = [a for method in self.methods for a in method.positional + method.keywords]
        code = " ".join([a.annotation for a in arguments] + [method.returns for method in self.methods])
        used = set(re.findall(r"\w+", code)) | {"AuthenticatedClient", "Client"}
        proposed = set(_ALWAYS_PROPOSED).union(*(method.imports for method in self.methods))
        found = set()
        for line in proposed:
            module, _, names = line.rpartition("import ")
            found |= {f"{module}import {name.strip()}" for name in names.split(",") if name.strip() in used}
        return sorted(found)


class Operations:
    """The templates' global `operations`."""

    def __init__(self, raw: RawSpec, field_prefix: str, left_out: Mapping[str, LeftOut]) -> None:
        self._raw = raw
        self.taking = Taking(raw)
        self._field_prefix = field_prefix
        self._left_out = left_out

    def successes(self, endpoint: Endpoint) -> list[Response]:
        """The documented answers with a 2xx status, in the order in which to try them."""
        found = [r for r in endpoint.responses.patterns if r.status_code.range and 200 <= r.status_code.range[0] < 300]
        if not found:
            raise GenerationError(f"{endpoint.name} documents no success answer.")
        return found

    def kind(self, response: Response) -> str:
        """How to read an answer: "none", "file", "json" or "text"."""
        if response.source["attribute"] == "None":
            return "none"
        if isinstance(response.prop, FileProperty):
            return "file"
        return "text" if response.source["return_type"] == "str" else "json"

    def return_type(self, endpoint: Endpoint) -> str:
        """The Python type of a success."""
        types = {
            "None" if self.kind(response) == "none" else response.prop.get_type_string().as_unembedded_code()
            for response in self.successes(endpoint)
        }
        return " | ".join(sorted(types, key=lambda name: (name == "None", name)))

    def docstring(self, endpoint: Endpoint) -> str:
        """The docstring of an endpoint function: that of its method has everything, if it has one."""
        if endpoint.name not in self._left_out:
            return self._pointer(endpoint)
        arguments = self._parameters(endpoint) + [argument_of(body.prop) for body in endpoint.bodies]
        return self._docstring(endpoint, arguments, self.return_type(endpoint), named=False)

    def _pointer(self, endpoint: Endpoint) -> str:
        summary = endpoint.summary.get_untrusted_value() or first_sentence(endpoint.description.get_untrusted_value())
        tag = str(endpoint.tags[0])
        method = f"{pascal_case(tag)}Api.{_method_name(tag, endpoint.name)}"
        return build_pointer(summary, method)

    def group(self, collection: EndpointCollection) -> Group:
        """The group of a tag."""
        tag, title = collection.tag, pascal_case(collection.tag)
        kept = {e.name: _method_name(tag, e.name) for e in collection.endpoints if e.name not in self._left_out}
        absent = {e.name: self._left_out[e.name] for e in collection.endpoints if e.name in self._left_out}
        by_get = {absent[e.name].verb: e for e in collection.endpoints if e.name in absent and absent[e.name].cacheable}
        shadowed = [name for name in kept.values() if hasattr(builtins, name)]
        methods = [
            self._method(endpoint, kept[endpoint.name], shadowed, by_get.get(f"{tag}.{kept[endpoint.name]}"))
            for endpoint in collection.endpoints
            if endpoint.name in kept
        ]
        description = wrap(self._raw.describe_tag(tag, self._field_prefix))
        if absent:
            verbs = ", ".join(f"`{name}` (`{other.verb}`)" for name, other in absent.items())
            description += "\n\n" + wrap(f"Functions without a method, because another method replaces them: {verbs}.")
        return Group(f"{title}Api", title, description, methods)

    def _method(self, endpoint: Endpoint, name: str, shadowed: list[str], get: Endpoint | None) -> Method:
        path_and_query = self._parameters(endpoint)
        fields, body_call, body_import = flatten_body(endpoint)
        arguments = path_and_query + fields
        if get is not None:
            arguments = [*arguments, self._cacheable(get, arguments)]
        refuse_conflicts(endpoint.name, arguments)
        positional = [a for a in arguments if a.required and a.annotation != "bool"][:_POSITIONAL]
        rest = [a for a in arguments if a not in positional]
        passed = [f"{a.target}={a.name}" for a in path_and_query] + ([f"body={body_call}"] if body_call else [])
        returns = self.return_type(endpoint)
        imports = frozenset().union(*(a.imports for a in arguments), self._return_imports(endpoint))
        return Method(
            name=name,
            module=endpoint.name,
            positional=[qualify(a, shadowed) for a in positional],
            keywords=[qualify(a, shadowed) for a in rest if a.required]
            + [qualify(a, shadowed) for a in rest if not a.required],
            passed=passed,
            body_import=body_import,
            returns=qualify_type(returns, shadowed),
            docstring=self._docstring(endpoint, positional + rest, returns, named=True),
            pointer=self._pointer(endpoint),
            imports=imports,
            get_module=get.name if get else "",
            get_passed=[f"{a.target}={a.name}" for a in self._parameters(get)] if get else [],
        )

    def _cacheable(self, get: Endpoint, arguments: list[Argument]) -> Argument:
        """The argument that has `get` asked, which must take what the method takes."""
        taken, needed = ({(a.name, a.annotation) for a in some} for some in (arguments, self._parameters(get)))
        if taken != needed:
            names = ", ".join(sorted({name for name, _ in taken ^ needed}))
            raise GenerationError(f"{get.name} cannot stand in for {self._left_out[get.name].verb}: {names} differ.")
        description = self._left_out[get.name].cacheable
        return Argument("cacheable", "cacheable", "bool", required=False, description=description, default="False")

    def _parameters(self, endpoint: Endpoint) -> list[Argument]:
        """The path, query, header and cookie parameters; the generator drops their descriptions."""
        described = self._raw.parameter_descriptions(endpoint.name)
        models = frozenset(self.taking.model_imports(endpoint))
        return [
            replace(
                argument_of(p),
                annotation=(accepted := self.taking.accepted(endpoint, p)),
                description=described[wire_name(p)],
                imports=imports_of(p)
                | (models if accepted != p.get_type_string().as_unembedded_code() else frozenset()),
            )
            for p in parameters_of(endpoint)
        ]

    def _return_imports(self, endpoint: Endpoint) -> frozenset[str]:
        props = [response.prop for response in self.successes(endpoint) if self.kind(response) != "none"]
        return frozenset().union(*(imports_of(prop) for prop in props))

    def _docstring(self, endpoint: Endpoint, arguments: list[Argument], returns: str, *, named: bool) -> str:
        raises = [
            ("errors.ResponseError", "The server answered with an error status."),
            ("errors.UnexpectedResponseError", "The server's answer does not match this description."),
        ]
        if self.taking.checks(endpoint) or endpoint.path_parameters:
            raises.insert(0, ("errors.InvalidArgumentError", "An argument is blank or invalid; nothing was sent."))
        success = self._raw.success_description(endpoint.name)
        return build_docstring(
            endpoint.summary.get_untrusted_value(),
            self._raw.name_methods(endpoint.description.get_untrusted_value()),
            [(a.name if named else a.target, a.annotation, a.description) for a in arguments],
            f"{returns}: {success}" if success else returns,
            raises,
        )


def prepare(endpoint: Endpoint, raw: RawSpec) -> None:
    """Make the stock macros print what we want: the first content type only, either client."""
    raw.check_bodies(endpoint.name)
    accept_objects(endpoint, raw)
    endpoint.bodies = endpoint.bodies[:1]
    endpoint.requires_security = False
    wire_names = {name_list(name): name for name in raw.parameter_descriptions(endpoint.name)}
    for prop in endpoint.query_parameters:
        prop.name = UntrustedString(wire_names[wire_name(prop)])


def _method_name(tag: str, operation: str) -> str:
    name = operation.removeprefix(f"{tag}_")
    if name == operation:
        raise GenerationError(f"The operationId {operation!r} must begin with its tag: {tag}_….")
    return f"{name}_" if iskeyword(name) else name
