"""The arguments of a method: what they are called, and how they make the path, the query and the body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ListProperty, ModelProperty, UnionProperty

from .problems import GenerationError

_PREFIX = "..."


@dataclass(frozen=True)
class Argument:
    """One argument of a method; endpoint functions and models call it `target`."""

    name: str
    target: str
    annotation: str
    required: bool
    description: str
    imports: frozenset[str] = frozenset()
    default: str = "UNSET"
    #: The type in the endpoint function or model, if the method accepts more.
    narrow: str = ""

    @property
    def declaration(self) -> str:
        return f"{self.name}: {self.annotation}" + ("" if self.required else f" = {self.default}")

    @property
    def value(self) -> str:
        """The value to pass on. Its narrower type is checked when it is sent."""
        return f'cast("{self.narrow}", {self.name})' if self.narrow else self.name


def argument_of(prop: Any) -> Argument:
    annotation, wider = prop.get_type_string().as_unembedded_code(), widened(prop)
    return Argument(
        name=public_name(prop),
        target=str(prop.python_name),
        annotation=wider,
        required=prop.required,
        description=description_of(prop),
        imports=imports_of(prop),
        narrow="" if wider == annotation else annotation,
    )


def widened(prop: Any) -> str:
    """The type of a property, with a mapping in place of each model: `list[Model]` becomes a sequence of either."""
    annotation: str = prop.get_type_string().as_unembedded_code()
    for name in _models_in(prop):
        either = f"{name} | Mapping[str, Any]"
        annotation = re.sub(rf"\b{name}\b", either, annotation).replace(f"list[{either}]", f"Sequence[{either}]")
    return annotation


def _models_in(prop: Any) -> list[str]:
    if isinstance(prop, ModelProperty):
        return [str(prop.class_info.name)]
    if isinstance(prop, ListProperty):
        return _models_in(prop.inner_property)
    return sorted(
        {name for one in prop.inner_properties for name in _models_in(one)} if isinstance(prop, UnionProperty) else []
    )


def parameters_of(endpoint: Endpoint) -> list[Any]:
    return [
        *endpoint.path_parameters,
        *endpoint.query_parameters,
        *endpoint.header_parameters,
        *endpoint.cookie_parameters,
    ]


def properties_of(model: ModelProperty) -> list[Any]:
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def public_name(prop: Any) -> str:
    """The generator avoids the names of builtins, which do no harm to a method's arguments: `format`, not `format_`."""
    name = str(prop.python_name).removesuffix("_")
    return name if name != "self" and not iskeyword(name) else str(prop.python_name)


def wire_name(prop: Any) -> str:
    return str(prop.name.get_untrusted_value())


def description_of(prop: Any) -> str:
    return prop.description.get_untrusted_value() if prop.description else ""


def imports_of(prop: Any) -> frozenset[str]:
    found = prop.get_imports(prefix=_PREFIX) | prop.get_lazy_imports(prefix=_PREFIX)
    return frozenset(line for line in found if not line.endswith("import UNSET, Unset"))


def flatten_body(endpoint: Endpoint) -> tuple[list[Argument], str, str]:
    """The arguments that make the body, the expression that does, and the import that needs."""
    if not endpoint.bodies:
        return [], "", ""
    body = endpoint.bodies[0].prop
    if not isinstance(body, ModelProperty) or not properties_of(body):
        argument = replace(argument_of(body), narrow="")  # the endpoint function takes as much
        return [argument], str(body.python_name), ""
    fields = [argument_of(prop) for prop in properties_of(body)]
    call = ", ".join(f"{field.target}={field.value}" for field in fields)
    (model_import,) = body.get_lazy_imports(prefix=_PREFIX)
    return fields, f"{body.class_info.name}({call})", model_import


def refuse_conflicts(operation: str, arguments: list[Argument]) -> None:
    names = [argument.name for argument in arguments]
    for name in sorted({name for name in names if names.count(name) > 1} | ({"client", "self"} & set(names))):
        raise GenerationError(
            f"{operation}: the name {name!r} is taken: a field of a body needs another name than every parameter."
        )


def qualify(argument: Argument, shadowed: list[str]) -> Argument:
    return replace(argument, annotation=qualify_type(argument.annotation, shadowed))


def qualify_type(annotation: str, shadowed: list[str]) -> str:
    """In a class with a method `list`, the type is `builtins.list`."""
    for name in shadowed:
        annotation = re.sub(rf"(?<![\w.]){name}\b", f"builtins.{name}", annotation)
    return annotation
