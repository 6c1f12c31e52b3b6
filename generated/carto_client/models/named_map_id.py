# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class NamedMapId(Extensible[Any]):
    """Name of a template that was stored."""

    template_id: str
    """ Its name. """
    limit_message: str | Unset = UNSET
    """ A warning that the quota of templates is near, at most once a month. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        template_id = self.template_id

        limit_message = self.limit_message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"template_id": template_id})
        if limit_message is not UNSET:
            field_dict["limit_message"] = limit_message

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        template_id = d.pop("template_id")

        limit_message = d.pop("limit_message", UNSET)

        named_map_id = cls(template_id=template_id, limit_message=limit_message)

        named_map_id.additional_properties = d
        return named_map_id
