# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class TorquePoint(Extensible[Any]):
    """One point of a torque tile."""

    x_uint8: int | Unset = UNSET
    """ Column in the tile. """
    y_uint8: int | Unset = UNSET
    """ Row in the tile. """
    vals_uint8: list[float] | Unset = UNSET
    """ Values, one for each of the dates. """
    dates_uint16: list[float] | Unset = UNSET
    """ Steps at which it has values. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        x_uint8 = self.x_uint8

        y_uint8 = self.y_uint8

        vals_uint8: list[float] | Unset = UNSET
        if not isinstance(self.vals_uint8, Unset):
            vals_uint8 = self.vals_uint8

        dates_uint16: list[float] | Unset = UNSET
        if not isinstance(self.dates_uint16, Unset):
            dates_uint16 = self.dates_uint16

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if x_uint8 is not UNSET:
            field_dict["x__uint8"] = x_uint8
        if y_uint8 is not UNSET:
            field_dict["y__uint8"] = y_uint8
        if vals_uint8 is not UNSET:
            field_dict["vals__uint8"] = vals_uint8
        if dates_uint16 is not UNSET:
            field_dict["dates__uint16"] = dates_uint16

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        x_uint8 = d.pop("x__uint8", UNSET)

        y_uint8 = d.pop("y__uint8", UNSET)

        vals_uint8 = cast("list[float] | Unset", require_list(d.pop("vals__uint8", UNSET)))

        dates_uint16 = cast("list[float] | Unset", require_list(d.pop("dates__uint16", UNSET)))

        torque_point = cls(x_uint8=x_uint8, y_uint8=y_uint8, vals_uint8=vals_uint8, dates_uint16=dates_uint16)

        torque_point.additional_properties = d
        return torque_point
