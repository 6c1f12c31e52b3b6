# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MapLayerRequest(Extensible[Any]):
    """A layer to add."""

    kind: str
    """ `carto` (data), `tiled`, `torque`, `background`, `gmapsbase`, `wms`. """
    options: Any
    """ An object; for data with `table_name`. """
    infowindow: Any | Unset = UNSET
    """ Contents of the popup for clicks, an object, or null. """
    tooltip: Any | Unset = UNSET
    """ Contents of the popup for hovering, an object, or null. """
    order: int | Unset = UNSET
    """ Place among the layers, from 0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        options = self.options

        infowindow = self.infowindow

        tooltip = self.tooltip

        order = self.order

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"kind": kind, "options": options})
        if infowindow is not UNSET:
            field_dict["infowindow"] = infowindow
        if tooltip is not UNSET:
            field_dict["tooltip"] = tooltip
        if order is not UNSET:
            field_dict["order"] = order

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        kind = d.pop("kind")

        options = d.pop("options")

        infowindow = d.pop("infowindow", UNSET)

        tooltip = d.pop("tooltip", UNSET)

        order = d.pop("order", UNSET)

        map_layer_request = cls(kind=kind, options=options, infowindow=infowindow, tooltip=tooltip, order=order)

        map_layer_request.additional_properties = d
        return map_layer_request
