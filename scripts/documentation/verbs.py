"""For griffe, which reads sources: a verb that a group gets by assignment (`iterate = all_pages(…)`) is a method."""

from __future__ import annotations

import ast
import inspect
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
# Their classes have such verbs.
MODULES = ("_sync.lists", "_sync.maps")


class AssignedVerbs(griffe.Extension):
    """Replaces the attribute by the function that it is at run time, with the types of the operation's own module."""

    def on_package(self, *, pkg: griffe.Module, loader: griffe.GriffeLoader, **_: Any) -> None:
        if pkg.path != "carto_ext":
            return
        for name in MODULES:
            for found in pkg[name].classes.values():
                made = getattr(import_module(f"carto_ext.{name}"), found.name)
                for member in list(found.attributes.values()):
                    value = vars(made).get(member.name)
                    if inspect.isfunction(value):
                        found.set_member(member.name, method_of(member.name, value, found, loader))


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
