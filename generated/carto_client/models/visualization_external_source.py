# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class VisualizationExternalSource(Extensible[Any]):
    """A data library item. Visualizations of other types have none of these fields."""

    size: int | Unset = UNSET
    """ Bytes. """
    row_count: int | Unset = UNSET
    """ Rows. """
    geometry_types: list[str] | None | Unset = UNSET
    """ Types such as `ST_MultiPolygon`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        size = self.size

        row_count = self.row_count

        geometry_types: list[str] | None | Unset
        if isinstance(self.geometry_types, Unset):
            geometry_types = UNSET
        elif isinstance(self.geometry_types, list):
            geometry_types = self.geometry_types

        else:
            geometry_types = self.geometry_types

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if size is not UNSET:
            field_dict["size"] = size
        if row_count is not UNSET:
            field_dict["row_count"] = row_count
        if geometry_types is not UNSET:
            field_dict["geometry_types"] = geometry_types

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        size = d.pop("size", UNSET)

        row_count = d.pop("row_count", UNSET)

        def _parse_geometry_types(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            geometry_types_type_0 = cast("list[str]", require_list(data))

            return geometry_types_type_0

        geometry_types = _parse_geometry_types(d.pop("geometry_types", UNSET))

        visualization_external_source = cls(size=size, row_count=row_count, geometry_types=geometry_types)

        visualization_external_source.additional_properties = d
        return visualization_external_source
