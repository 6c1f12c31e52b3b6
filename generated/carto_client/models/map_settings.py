# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MapSettings(Extensible[Any]):
    """View and base settings of a map."""

    id: str
    """ UUID of the map (`map_id` of its visualization). """
    user_id: str
    """ UUID of its owner. """
    bounding_box_ne: None | str | Unset = UNSET
    """ Corner as JSON in a string, `"[85.0511, 179]"`: latitude, longitude. """
    bounding_box_sw: None | str | Unset = UNSET
    """ Corner as JSON in a string. """
    center: None | str | Unset = UNSET
    """ Point as JSON in a string. """
    view_bounds_ne: None | str | Unset = UNSET
    """ Corner of the view as JSON in a string. """
    view_bounds_sw: None | str | Unset = UNSET
    """ Corner of the view as JSON in a string. """
    options: Any | Unset = UNSET
    """ Switches of the Builder, an object. """
    provider: None | str | Unset = UNSET
    """ `leaflet` or `googlemaps`. """
    zoom: int | None | Unset = UNSET
    """ Zoom level. """
    legends: bool | None | Unset = UNSET
    """ True if legends are shown. """
    scrollwheel: bool | None | Unset = UNSET
    """ True if the wheel zooms. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user_id = self.user_id

        bounding_box_ne: None | str | Unset
        if isinstance(self.bounding_box_ne, Unset):
            bounding_box_ne = UNSET
        else:
            bounding_box_ne = self.bounding_box_ne

        bounding_box_sw: None | str | Unset
        if isinstance(self.bounding_box_sw, Unset):
            bounding_box_sw = UNSET
        else:
            bounding_box_sw = self.bounding_box_sw

        center: None | str | Unset
        if isinstance(self.center, Unset):
            center = UNSET
        else:
            center = self.center

        view_bounds_ne: None | str | Unset
        if isinstance(self.view_bounds_ne, Unset):
            view_bounds_ne = UNSET
        else:
            view_bounds_ne = self.view_bounds_ne

        view_bounds_sw: None | str | Unset
        if isinstance(self.view_bounds_sw, Unset):
            view_bounds_sw = UNSET
        else:
            view_bounds_sw = self.view_bounds_sw

        options = self.options

        provider: None | str | Unset
        if isinstance(self.provider, Unset):
            provider = UNSET
        else:
            provider = self.provider

        zoom: int | None | Unset
        if isinstance(self.zoom, Unset):
            zoom = UNSET
        else:
            zoom = self.zoom

        legends: bool | None | Unset
        if isinstance(self.legends, Unset):
            legends = UNSET
        else:
            legends = self.legends

        scrollwheel: bool | None | Unset
        if isinstance(self.scrollwheel, Unset):
            scrollwheel = UNSET
        else:
            scrollwheel = self.scrollwheel

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "user_id": user_id})
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
        id = d.pop("id")

        user_id = d.pop("user_id")

        bounding_box_ne = cast("None | str | Unset", d.pop("bounding_box_ne", UNSET))

        bounding_box_sw = cast("None | str | Unset", d.pop("bounding_box_sw", UNSET))

        center = cast("None | str | Unset", d.pop("center", UNSET))

        view_bounds_ne = cast("None | str | Unset", d.pop("view_bounds_ne", UNSET))

        view_bounds_sw = cast("None | str | Unset", d.pop("view_bounds_sw", UNSET))

        options = d.pop("options", UNSET)

        provider = cast("None | str | Unset", d.pop("provider", UNSET))

        zoom = cast("int | None | Unset", d.pop("zoom", UNSET))

        legends = cast("bool | None | Unset", d.pop("legends", UNSET))

        scrollwheel = cast("bool | None | Unset", d.pop("scrollwheel", UNSET))

        map_settings = cls(
            id=id,
            user_id=user_id,
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

        map_settings.additional_properties = d
        return map_settings
