"""Arguments that an endpoint function accepts: dicts for models, values for JSON text, models for their fields."""

from __future__ import annotations

from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.strings import PythonCode, PythonIdentifier, in_double_quote_literal

from .arguments import description_of, parameters_of, properties_of, public_name, widened, wire_name
from .docstrings import first_sentence
from .json_text import json_texts
from .raw_spec import RawSpec


class Taking:
    """The templates' global `taking`."""

    def __init__(self, raw: RawSpec) -> None:
        self._raw = raw

    def checks(self, endpoint: Endpoint) -> list[str]:
        """The statements which refuse blank arguments, for `_get_kwargs`."""
        described = self._raw.parameter_descriptions(endpoint.name)
        names = self._raw.text_parameters(endpoint.name)
        others = endpoint.query_parameters + endpoint.header_parameters + endpoint.cookie_parameters
        lines = [_check(p, p.python_name, described[wire_name(p)]) for p in others if wire_name(p) in names]
        lines += [f'{name} = to_json_text("{name}", {name})' for name in json_texts(endpoint)]
        if endpoint.bodies and isinstance(endpoint.bodies[0].prop, ModelProperty):
            body = endpoint.bodies[0].prop
            fields = self._raw.text_fields(endpoint.name)
            guard = "" if body.required and not self.is_streamed(endpoint) else "if not isinstance(body, Unset): "
            if endpoint.bodies[0].body_type != "files":
                lines.append(f'{guard}body = as_model("body", body, {body.class_info.name})')
            chosen = [p for p in properties_of(body) if wire_name(p) in fields]
            lines += [guard + _check(p, f"body.{p.python_name}", description_of(p)) for p in chosen]
        return lines

    def segment(self, endpoint: Endpoint, parameter: Any) -> str:
        """The expression of a path parameter's text, which refuses what cannot be one."""
        name = wire_name(parameter)
        _, field = self._raw.parameter_models(endpoint.name).get(name, ("", ""))
        expected = _expected(self._raw.parameter_descriptions(endpoint.name)[name])
        last = f', "{field}"' if field else ", whole=True" if parameter.get_type_string() == PythonCode("int") else ""
        return f'to_segment("{public_name(parameter)}", {parameter.python_name}, "{expected}"{last})'

    def widen(self, endpoint: Endpoint, signature: str) -> str:
        """The printed arguments of an endpoint function, with all that its parameters and its body take."""
        for parameter in parameters_of(endpoint):
            old = parameter.get_type_string().as_unembedded_code()
            name = parameter.python_name
            signature = signature.replace(f"{name}: {old}", f"{name}: {self.accepted(endpoint, parameter)}")
        for body in endpoint.bodies:
            if body.body_type != "files":
                signature = signature.replace(
                    f"body: {body.prop.get_type_string().as_unembedded_code()}", f"body: {widened(body.prop)}"
                )
        return signature

    def accepted(self, endpoint: Endpoint, parameter: Any) -> str:
        """The type of a parameter: a model that has it stands for it."""
        annotation: str = parameter.get_type_string().as_unembedded_code()
        model, _ = self._raw.parameter_models(endpoint.name).get(wire_name(parameter), ("", ""))
        return f"{annotation} | {model}" if model else annotation

    def model_imports(self, endpoint: Endpoint) -> list[str]:
        """The imports of the models that stand for parameters."""
        models = sorted({model for model, _ in self._raw.parameter_models(endpoint.name).values()})
        return [f"from ...models.{PythonIdentifier(model, '')} import {model}" for model in models]

    def is_streamed(self, endpoint: Endpoint) -> bool:
        """True if the body can have any size: then `_get_kwargs` can also make the request without it."""
        return bool(endpoint.bodies) and endpoint.bodies[0].body_type in ("content", "files")


def _check(prop: Any, value: str, description: str) -> str:
    return f'errors.require_text("{public_name(prop)}", {value}, "{_expected(description)}")'


def _expected(description: str) -> str:
    return in_double_quote_literal(first_sentence(description) or "some text.")
