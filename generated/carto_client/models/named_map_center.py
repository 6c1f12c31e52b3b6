# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class NamedMapCenter(Extensible[Any]):
    """A point, in degrees."""

    lng: float | Unset = UNSET
    """ Longitude. """
    lat: float | Unset = UNSET
    """ Latitude. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        lng = self.lng

        lat = self.lat

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if lng is not UNSET:
            field_dict["lng"] = lng
        if lat is not UNSET:
            field_dict["lat"] = lat

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        lng = d.pop("lng", UNSET)

        lat = d.pop("lat", UNSET)

        named_map_center = cls(lng=lng, lat=lat)

        named_map_center.additional_properties = d
        return named_map_center
