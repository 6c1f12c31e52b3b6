"""Parameters whose text is JSON: a method takes the object as well, and writes the text itself."""

from __future__ import annotations

from attrs import define, fields
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import StringProperty

from .raw_spec import RawSpec, name_list


@define
class JsonTextProperty(StringProperty):
    """A query parameter with `contentMediaType: application/json` in its schema."""

    _type_string = "Mapping[str, Any] | str"
    _json_type_string = "Mapping[str, Any] | str"

    def get_imports(self, *, prefix: str) -> set[str]:
        imports: set[str] = super().get_imports(prefix=prefix)
        return imports | {"from collections.abc import Mapping", "from typing import Any"}


def accept_objects(endpoint: Endpoint, raw: RawSpec) -> None:
    """Give the parameters of an operation that are JSON text their type; the endpoint's template writes the text."""
    names = {name_list(name) for name in raw.json_parameters(endpoint.name)}
    endpoint.query_parameters = [
        JsonTextProperty(**{field.name: getattr(prop, field.name) for field in fields(StringProperty)})
        if str(prop.name.get_untrusted_value()) in names
        else prop
        for prop in endpoint.query_parameters
    ]


def json_texts(endpoint: Endpoint) -> list[str]:
    """The arguments that are to be written as JSON."""
    return [str(prop.python_name) for prop in endpoint.query_parameters if isinstance(prop, JsonTextProperty)]
