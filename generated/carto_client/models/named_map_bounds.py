# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class NamedMapBounds(Extensible[Any]):
    """Bounds, in degrees."""

    west: float | Unset = UNSET
    """ Western bound. """
    south: float | Unset = UNSET
    """ Southern bound. """
    east: float | Unset = UNSET
    """ Eastern bound. """
    north: float | Unset = UNSET
    """ Northern bound. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        west = self.west

        south = self.south

        east = self.east

        north = self.north

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if west is not UNSET:
            field_dict["west"] = west
        if south is not UNSET:
            field_dict["south"] = south
        if east is not UNSET:
            field_dict["east"] = east
        if north is not UNSET:
            field_dict["north"] = north

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        west = d.pop("west", UNSET)

        south = d.pop("south", UNSET)

        east = d.pop("east", UNSET)

        north = d.pop("north", UNSET)

        named_map_bounds = cls(west=west, south=south, east=east, north=north)

        named_map_bounds.additional_properties = d
        return named_map_bounds
