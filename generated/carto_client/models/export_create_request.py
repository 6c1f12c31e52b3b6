# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class ExportCreateRequest(Extensible[Any]):
    """A map to export."""

    visualization_id: str
    """ UUID of the map (a name will not do). """
    user_tables_ids: str | Unset = UNSET
    """ Comma list of the UUIDs of those of its tables whose data is to be exported; all by default. A string, not a
    list. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        visualization_id = self.visualization_id

        user_tables_ids = self.user_tables_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"visualization_id": visualization_id})
        if user_tables_ids is not UNSET:
            field_dict["user_tables_ids"] = user_tables_ids

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        visualization_id = d.pop("visualization_id")

        user_tables_ids = d.pop("user_tables_ids", UNSET)

        export_create_request = cls(visualization_id=visualization_id, user_tables_ids=user_tables_ids)

        export_create_request.additional_properties = d
        return export_create_request
