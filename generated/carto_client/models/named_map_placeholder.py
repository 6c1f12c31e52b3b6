# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class NamedMapPlaceholder(Extensible[Any]):
    """One placeholder."""

    type_: str
    """ `sql_literal` (text within quotes, which are doubled), `sql_ident` (the same for double quotes), `number` (a
    number, or text such as `.5` or `10`, but not `1.5`), `css_color` (a name, or `#` and three to six
    hexadecimal digits). Others fail when the template is instantiated. """
    default: Any
    """ Value if none is given, of any type. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        default = self.default

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_, "default": default})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        type_ = d.pop("type")

        default = d.pop("default")

        named_map_placeholder = cls(type_=type_, default=default)

        named_map_placeholder.additional_properties = d
        return named_map_placeholder
