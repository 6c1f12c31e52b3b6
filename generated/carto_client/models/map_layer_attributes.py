# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class MapLayerAttributes(Extensible[Any]):
    """Attributes of single features."""

    id: str | Unset = UNSET
    """ Column that identifies features. """
    columns: list[str] | Unset = UNSET
    """ Columns to show. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        columns: list[str] | Unset = UNSET
        if not isinstance(self.columns, Unset):
            columns = self.columns

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if columns is not UNSET:
            field_dict["columns"] = columns

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id", UNSET)

        columns = cast("list[str] | Unset", require_list(d.pop("columns", UNSET)))

        map_layer_attributes = cls(id=id, columns=columns)

        map_layer_attributes.additional_properties = d
        return map_layer_attributes
