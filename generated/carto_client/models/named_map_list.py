# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class NamedMapList(Extensible[Any]):
    """Names of templates."""

    template_ids: list[str]
    """ The names as they were given, without the account's. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        template_ids = self.template_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"template_ids": template_ids})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        template_ids = cast("list[str]", require_list(d.pop("template_ids")))

        named_map_list = cls(template_ids=template_ids)

        named_map_list.additional_properties = d
        return named_map_list
