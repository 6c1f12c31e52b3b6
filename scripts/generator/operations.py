"""The spec's operations as the templates need them: arguments, types, checks and docstrings, ready to print."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.responses import Response
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import in_double_quote_literal, pascal_case

from .docstrings import build_docstring, first_sentence, wrap
from .problems import GenerationError
from .raw_spec import RawSpec, name_list

_POSITIONAL = 2
_PREFIX = "..."
_SECRET = re.compile(r"(password|password_confirmation|api_key|auth_tokens?|^token)$")
_ALWAYS_PROPOSED = (
    "import builtins",
    "from typing import Any",
    "from ...client import AuthenticatedClient, Client",
    "from ...types import Unset",
)


@dataclass(frozen=True)
class Argument:
    """One argument of a method; endpoint functions and models call it `target`."""

    name: str
    target: str
    annotation: str
    required: bool
    description: str
    imports: frozenset[str]

    @property
    def declaration(self) -> str:
        return f"{self.name}: {self.annotation}" + ("" if self.required else " = UNSET")


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
    imports: frozenset[str]

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
        unset = any(not argument.required for method in self.methods for argument in method.keywords)
        return ["UNSET"] * unset + ["hide"] * any(method.secrets for method in self.methods)

    @property
    def imports(self) -> list[str]:
        """The imports of the annotations; of what the generator proposes, only the names that occur."""
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
    """What the templates ask for, as their global `operations`."""

    def __init__(self, raw: RawSpec, field_prefix: str) -> None:
        self._raw = raw
        self._field_prefix = field_prefix

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

    def checks(self, endpoint: Endpoint) -> list[str]:
        """The statements which refuse blank arguments, for `_get_kwargs`."""
        described = self._raw.parameter_descriptions(endpoint.name)
        names = self._raw.text_parameters(endpoint.name)
        lines = [_check("segment", p, p.python_name, described[_wire_name(p)]) for p in endpoint.path_parameters]
        others = endpoint.query_parameters + endpoint.header_parameters + endpoint.cookie_parameters
        lines += [_check("text", p, p.python_name, described[_wire_name(p)]) for p in others if _wire_name(p) in names]
        if endpoint.bodies and isinstance(endpoint.bodies[0].prop, ModelProperty):
            body = endpoint.bodies[0].prop
            fields = self._raw.text_fields(endpoint.name)
            guard = "" if body.required else "if not isinstance(body, Unset): "
            chosen = [p for p in _properties(body) if _wire_name(p) in fields]
            lines += [guard + _check("text", p, f"body.{p.python_name}", _description(p)) for p in chosen]
        return lines

    def docstring(self, endpoint: Endpoint) -> str:
        """The docstring of an endpoint function."""
        arguments = self._parameters(endpoint) + [_argument(body.prop) for body in endpoint.bodies]
        return self._docstring(endpoint, arguments, self.return_type(endpoint), named=False)

    def group(self, collection: EndpointCollection) -> Group:
        """The group of a tag."""
        title = pascal_case(collection.tag)
        names = {endpoint.name: _method_name(collection.tag, endpoint.name) for endpoint in collection.endpoints}
        shadowed = [name for name in names.values() if hasattr(builtins, name)]
        methods = [self._method(endpoint, names[endpoint.name], shadowed) for endpoint in collection.endpoints]
        description = self._raw.describe_tag(collection.tag, self._field_prefix)
        return Group(f"{title}Api", title, wrap(description), methods)

    def _method(self, endpoint: Endpoint, name: str, shadowed: list[str]) -> Method:
        path_and_query = self._parameters(endpoint)
        fields, body_call, body_import = _flatten(endpoint)
        arguments = path_and_query + fields
        _refuse_conflicts(endpoint.name, arguments)
        positional = [a for a in arguments if a.required and a.annotation != "bool"][:_POSITIONAL]
        rest = [a for a in arguments if a not in positional]
        passed = [f"{a.target}={a.name}" for a in path_and_query] + ([f"body={body_call}"] if body_call else [])
        returns = self.return_type(endpoint)
        imports = frozenset().union(*(a.imports for a in arguments), self._return_imports(endpoint))
        return Method(
            name=name,
            module=endpoint.name,
            positional=[_qualify(a, shadowed) for a in positional],
            keywords=[_qualify(a, shadowed) for a in rest if a.required]
            + [_qualify(a, shadowed) for a in rest if not a.required],
            passed=passed,
            body_import=body_import,
            returns=_qualify_type(returns, shadowed),
            docstring=self._docstring(endpoint, positional + rest, returns, named=True),
            imports=imports,
        )

    def _parameters(self, endpoint: Endpoint) -> list[Argument]:
        """The path, query, header and cookie parameters; the generator drops their descriptions."""
        described = self._raw.parameter_descriptions(endpoint.name)
        return [replace(_argument(p), description=described[_wire_name(p)]) for p in _parameters(endpoint)]

    def _return_imports(self, endpoint: Endpoint) -> frozenset[str]:
        props = [response.prop for response in self.successes(endpoint) if self.kind(response) != "none"]
        return frozenset().union(*(_imports(prop) for prop in props))

    def _docstring(self, endpoint: Endpoint, arguments: list[Argument], returns: str, *, named: bool) -> str:
        raises = [
            ("errors.ResponseError", "The server answered an error status."),
            ("errors.UnexpectedResponseError", "The answer is not what is described here."),
        ]
        if self.checks(endpoint):
            raises.insert(0, ("errors.InvalidArgumentError", "An argument is blank; nothing was sent."))
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
    endpoint.bodies = endpoint.bodies[:1]
    endpoint.requires_security = False
    wire_names = {name_list(name): name for name in raw.parameter_descriptions(endpoint.name)}
    for prop in endpoint.query_parameters:
        prop.name = UntrustedString(wire_names[_wire_name(prop)])


def _parameters(endpoint: Endpoint) -> list[Any]:
    return [
        *endpoint.path_parameters,
        *endpoint.query_parameters,
        *endpoint.header_parameters,
        *endpoint.cookie_parameters,
    ]


def _properties(model: ModelProperty) -> list[Any]:
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def _argument(prop: Any) -> Argument:
    return Argument(
        name=_public_name(prop),
        target=str(prop.python_name),
        annotation=prop.get_type_string().as_unembedded_code(),
        required=prop.required,
        description=_description(prop),
        imports=_imports(prop),
    )


def _public_name(prop: Any) -> str:
    """The generator avoids the names of builtins, which do no harm to a method's arguments: `format`, not `format_`."""
    name = str(prop.python_name).removesuffix("_")
    return name if name != "self" and not iskeyword(name) else str(prop.python_name)


def _wire_name(prop: Any) -> str:
    return str(prop.name.get_untrusted_value())


def _description(prop: Any) -> str:
    return prop.description.get_untrusted_value() if prop.description else ""


def _imports(prop: Any) -> frozenset[str]:
    found = prop.get_imports(prefix=_PREFIX) | prop.get_lazy_imports(prefix=_PREFIX)
    return frozenset(line for line in found if not line.endswith("import UNSET, Unset"))


def _flatten(endpoint: Endpoint) -> tuple[list[Argument], str, str]:
    """The arguments that make the body, the expression that does, and the import that needs."""
    if not endpoint.bodies:
        return [], "", ""
    body = endpoint.bodies[0].prop
    if not isinstance(body, ModelProperty) or not _properties(body):
        return [_argument(body)], str(body.python_name), ""
    fields = [_argument(prop) for prop in _properties(body)]
    call = ", ".join(f"{field.target}={field.name}" for field in fields)
    (model_import,) = body.get_lazy_imports(prefix=_PREFIX)
    return fields, f"{body.class_info.name}({call})", model_import


def _refuse_conflicts(operation: str, arguments: list[Argument]) -> None:
    names = [argument.name for argument in arguments]
    for name in sorted({name for name in names if names.count(name) > 1} | ({"client", "self"} & set(names))):
        raise GenerationError(
            f"{operation}: the name {name!r} is taken: a field of a body needs another name than every parameter."
        )


def _method_name(tag: str, operation: str) -> str:
    name = operation.removeprefix(f"{tag}_")
    if name == operation:
        raise GenerationError(f"The operationId {operation!r} must begin with its tag: {tag}_….")
    return f"{name}_" if iskeyword(name) else name


def _qualify(argument: Argument, shadowed: list[str]) -> Argument:
    return replace(argument, annotation=_qualify_type(argument.annotation, shadowed))


def _qualify_type(annotation: str, shadowed: list[str]) -> str:
    """In a class with a method `list`, the type is `builtins.list`."""
    for name in shadowed:
        annotation = re.sub(rf"(?<![\w.]){name}\b", f"builtins.{name}", annotation)
    return annotation


def _check(kind: str, prop: Any, value: str, description: str) -> str:
    expected = first_sentence(description) or "some text."
    return f'errors.require_{kind}("{_public_name(prop)}", {value}, "{in_double_quote_literal(expected)}")'
