"""For griffe, which reads sources: examples as code, options and defaults one by one, verbs that are assigned."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable
from importlib import import_module
from typing import Any

import griffe

KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: griffe.ParameterKind.positional_only,
    inspect.Parameter.POSITIONAL_OR_KEYWORD: griffe.ParameterKind.positional_or_keyword,
    inspect.Parameter.VAR_POSITIONAL: griffe.ParameterKind.var_positional,
    inspect.Parameter.KEYWORD_ONLY: griffe.ParameterKind.keyword_only,
    inspect.Parameter.VAR_KEYWORD: griffe.ParameterKind.var_keyword,
}
EXAMPLE = re.compile(r"^Example:\n((?:    .*\n?|\n)+)", re.MULTILINE)
# Their classes have verbs such as `iterate = all_pages(…)`.
MODULES = ("_sync.datasets", "_sync.lists", "_sync.maps")


class ExamplesAsCode(griffe.Extension):
    """An example is Python, not prose."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = EXAMPLE.sub(as_code, obj.docstring.value)


def as_code(found: re.Match[str]) -> str:
    block = f"```python\n{textwrap.dedent(found[1]).strip()}\n```"
    return f"Examples:\n{textwrap.indent(block, '    ')}\n"


class OptionsOneByOne(griffe.Extension):
    """The descriptions of a TypedDict move to its attributes, where the signatures that take them find them."""

    def on_class_members(self, *, cls: griffe.Class, **_: Any) -> None:
        # Only a TypedDict has this keyword; bases are not known yet.
        if cls.docstring is None or "total" not in cls.keywords:
            return
        sections = cls.docstring.parse("google", warnings=False)
        items = [
            item for part in sections if isinstance(part, griffe.DocstringSectionAttributes) for item in part.value
        ]
        if items and all(item.name in cls.members for item in items):
            cls.docstring.value = cls.docstring.value.partition("\n\nAttributes:")[0]
            for item in items:
                cls.members[item.name].docstring = griffe.Docstring(item.description)


class ValuesOfDefaults(griffe.Extension):
    """`timeout: float = 120.0`, which says more than the name of the constant."""

    def on_function(self, *, func: griffe.Function, loader: griffe.GriffeLoader, **_: Any) -> None:
        for parameter in func.parameters:
            name = parameter.default
            if isinstance(name, griffe.ExprName) and name.name.isupper():
                value = constant(name.canonical_path, loader)
                parameter.default = value if value is not None else name


def constant(path: str, loader: griffe.GriffeLoader) -> str | None:
    """The value of a constant that is written as a plain number or text."""
    try:
        found = loader.modules_collection.get_member(path)
        found = found.final_target if found.is_alias else found
        return str(ast.literal_eval(str(found.value)))
    except (KeyError, ValueError, SyntaxError, griffe.AliasResolutionError):
        return None


class AssignedVerbs(griffe.Extension):
    """A verb is the function that it is at run time, with the types of the operation's own module and its docstring."""

    def on_package(self, *, pkg: griffe.Module, loader: griffe.GriffeLoader, **_: Any) -> None:
        if pkg.path != "carto_ext":
            return
        for name in MODULES:
            for found in pkg[name].classes.values():
                made = getattr(import_module(f"carto_ext.{name}"), found.name)
                for member in list(found.members.values()):
                    value = vars(made).get(member.name)
                    if not inspect.isfunction(value):
                        continue
                    if member.is_attribute:
                        found.set_member(member.name, method_of(member.name, value, found, loader))
                    elif member.docstring is None and (text := inspect.getdoc(value)):
                        member.docstring = griffe.Docstring(text)


def method_of(
    name: str, value: Callable[..., Any], owner: griffe.Class, loader: griffe.GriffeLoader
) -> griffe.Function:
    signature = inspect.signature(value)
    module = loader.modules_collection.get_member(inspect.unwrap(value).__globals__["__name__"])

    def parse(annotation: Any) -> Any:
        if annotation is inspect.Signature.empty:
            return None
        text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
        return griffe.safe_get_annotation(ast.parse(text, mode="eval").body, parent=module)

    parameters = [
        griffe.Parameter(
            one.name,
            annotation=parse(one.annotation),
            kind=KINDS[one.kind],
            default=None if one.default is inspect.Parameter.empty else repr(one.default),
        )
        for one in signature.parameters.values()
    ]
    method = griffe.Function(
        name, parameters=griffe.Parameters(*parameters), returns=parse(signature.return_annotation), parent=owner
    )
    method.docstring = griffe.Docstring(inspect.getdoc(value) or "", parent=method)
    return method
