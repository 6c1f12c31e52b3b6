# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class LayerStats(Extensible[Any]):
    """Statistics of a layer; more if `metadata` of its options asks for them."""

    estimated_feature_count: int | Unset = UNSET
    """ Estimated number of features. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        estimated_feature_count = self.estimated_feature_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if estimated_feature_count is not UNSET:
            field_dict["estimatedFeatureCount"] = estimated_feature_count

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        estimated_feature_count = d.pop("estimatedFeatureCount", UNSET)

        layer_stats = cls(estimated_feature_count=estimated_feature_count)

        layer_stats.additional_properties = d
        return layer_stats
