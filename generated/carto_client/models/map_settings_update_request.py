# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MapSettingsUpdateRequest(Extensible[Any]):
    """Changes to a map. Empty strings and nulls are ignored."""

    bounding_box_ne: str | Unset = UNSET
    """ Corner as JSON in a string: latitude, longitude. """
    bounding_box_sw: str | Unset = UNSET
    """ Corner as JSON in a string. """
    center: str | Unset = UNSET
    """ Point as JSON in a string. """
    view_bounds_ne: str | Unset = UNSET
    """ Corner of the view as JSON in a string. """
    view_bounds_sw: str | Unset = UNSET
    """ Corner of the view as JSON in a string. """
    options: Any | Unset = UNSET
    """ Switches of the Builder. **All four**, `dashboard_menu`, `layer_selector`, `legends` and `scrollwheel`, or
    422. """
    provider: str | Unset = UNSET
    """ `leaflet` or `googlemaps`. """
    zoom: int | Unset = UNSET
    """ Zoom level. """
    legends: bool | Unset = UNSET
    """ True if legends are shown. """
    scrollwheel: bool | Unset = UNSET
    """ True if the wheel zooms. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        bounding_box_ne = self.bounding_box_ne

        bounding_box_sw = self.bounding_box_sw

        center = self.center

        view_bounds_ne = self.view_bounds_ne

        view_bounds_sw = self.view_bounds_sw

        options = self.options

        provider = self.provider

        zoom = self.zoom

        legends = self.legends

        scrollwheel = self.scrollwheel

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if bounding_box_ne is not UNSET:
            field_dict["bounding_box_ne"] = bounding_box_ne
        if bounding_box_sw is not UNSET:
            field_dict["bounding_box_sw"] = bounding_box_sw
        if center is not UNSET:
            field_dict["center"] = center
        if view_bounds_ne is not UNSET:
            field_dict["view_bounds_ne"] = view_bounds_ne
        if view_bounds_sw is not UNSET:
            field_dict["view_bounds_sw"] = view_bounds_sw
        if options is not UNSET:
            field_dict["options"] = options
        if provider is not UNSET:
            field_dict["provider"] = provider
        if zoom is not UNSET:
            field_dict["zoom"] = zoom
        if legends is not UNSET:
            field_dict["legends"] = legends
        if scrollwheel is not UNSET:
            field_dict["scrollwheel"] = scrollwheel

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        bounding_box_ne = d.pop("bounding_box_ne", UNSET)

        bounding_box_sw = d.pop("bounding_box_sw", UNSET)

        center = d.pop("center", UNSET)

        view_bounds_ne = d.pop("view_bounds_ne", UNSET)

        view_bounds_sw = d.pop("view_bounds_sw", UNSET)

        options = d.pop("options", UNSET)

        provider = d.pop("provider", UNSET)

        zoom = d.pop("zoom", UNSET)

        legends = d.pop("legends", UNSET)

        scrollwheel = d.pop("scrollwheel", UNSET)

        map_settings_update_request = cls(
            bounding_box_ne=bounding_box_ne,
            bounding_box_sw=bounding_box_sw,
            center=center,
            view_bounds_ne=view_bounds_ne,
            view_bounds_sw=view_bounds_sw,
            options=options,
            provider=provider,
            zoom=zoom,
            legends=legends,
            scrollwheel=scrollwheel,
        )

        map_settings_update_request.additional_properties = d
        return map_settings_update_request
