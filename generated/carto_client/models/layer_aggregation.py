# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class LayerAggregation(Extensible[Any]):
    """For each format, true if features are aggregated."""

    png: bool | Unset = UNSET
    """ In images. """
    mvt: bool | Unset = UNSET
    """ In vector tiles. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        png = self.png

        mvt = self.mvt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if png is not UNSET:
            field_dict["png"] = png
        if mvt is not UNSET:
            field_dict["mvt"] = mvt

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        png = d.pop("png", UNSET)

        mvt = d.pop("mvt", UNSET)

        layer_aggregation = cls(png=png, mvt=mvt)

        layer_aggregation.additional_properties = d
        return layer_aggregation
