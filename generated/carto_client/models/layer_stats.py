# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class LayerStats(Extensible[Any]):
    """Statistics of a layer; more if `metadata` of its options asks for them."""

    estimated_feature_count: int | Unset = UNSET
    """ Estimated number of features. """
    feature_count: int | Unset = UNSET
    """ Number of features, with `featureCount` in `metadata`. """
    geometry_type: None | str | Unset = UNSET
    """ Type of the geometries, such as `ST_Point`, with `geometryType` in `metadata`. """
    columns: Any | Unset = UNSET
    """ Facts by column, an object with `type` and, with `columnStats` in `metadata`, `min`, `max`, `avg`, `sum`,
    `categories`. """
    dimensions: Any | Unset = UNSET
    """ Column to the dimension of an aggregation that it is, with `dimensions` in `metadata`. """
    sample: list[Any] | Unset = UNSET
    """ Some of the features, with `sample` in `metadata`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        estimated_feature_count = self.estimated_feature_count

        feature_count = self.feature_count

        geometry_type: None | str | Unset
        if isinstance(self.geometry_type, Unset):
            geometry_type = UNSET
        else:
            geometry_type = self.geometry_type

        columns = self.columns

        dimensions = self.dimensions

        sample: list[Any] | Unset = UNSET
        if not isinstance(self.sample, Unset):
            sample = self.sample

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if estimated_feature_count is not UNSET:
            field_dict["estimatedFeatureCount"] = estimated_feature_count
        if feature_count is not UNSET:
            field_dict["featureCount"] = feature_count
        if geometry_type is not UNSET:
            field_dict["geometryType"] = geometry_type
        if columns is not UNSET:
            field_dict["columns"] = columns
        if dimensions is not UNSET:
            field_dict["dimensions"] = dimensions
        if sample is not UNSET:
            field_dict["sample"] = sample

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        estimated_feature_count = d.pop("estimatedFeatureCount", UNSET)

        feature_count = d.pop("featureCount", UNSET)

        geometry_type = cast("None | str | Unset", d.pop("geometryType", UNSET))

        columns = d.pop("columns", UNSET)

        dimensions = d.pop("dimensions", UNSET)

        sample = cast("list[Any] | Unset", require_list(d.pop("sample", UNSET)))

        layer_stats = cls(
            estimated_feature_count=estimated_feature_count,
            feature_count=feature_count,
            geometry_type=geometry_type,
            columns=columns,
            dimensions=dimensions,
            sample=sample,
        )

        layer_stats.additional_properties = d
        return layer_stats
