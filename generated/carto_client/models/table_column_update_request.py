# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class TableColumnUpdateRequest(Extensible[Any]):
    """Changes to a column."""

    type_: str | Unset = UNSET
    """ New type, `number`, `string`, `date`, `boolean` or `geometry`. """
    new_name: str | Unset = UNSET
    """ New name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        new_name = self.new_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if new_name is not UNSET:
            field_dict["new_name"] = new_name

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        type_ = d.pop("type", UNSET)

        new_name = d.pop("new_name", UNSET)

        table_column_update_request = cls(type_=type_, new_name=new_name)

        table_column_update_request.additional_properties = d
        return table_column_update_request
