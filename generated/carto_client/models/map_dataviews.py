# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import Extensible, require_object, show_model

if TYPE_CHECKING:
    from ..models.map_dataview import MapDataview


@cache
def _nested_models() -> Any:
    from ..models.map_dataview import MapDataview

    return (MapDataview,)


@_attrs_define
class MapDataviews(Extensible["MapDataview"]):
    """Dataviews by name."""

    additional_properties: dict[str, MapDataview] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapDataview,) = _nested_models()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = to_object(prop_name, prop, MapDataview)

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapDataview,) = _nested_models()

        d = require_object(src_dict)
        map_dataviews = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = MapDataview.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        map_dataviews.additional_properties = additional_properties
        return map_dataviews
