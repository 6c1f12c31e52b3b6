# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.named_map_bounds import NamedMapBounds
    from ..models.named_map_center import NamedMapCenter
    from ..models.named_map_preview_layers import NamedMapPreviewLayers


@cache
def _nested_models() -> Any:
    from ..models.named_map_bounds import NamedMapBounds
    from ..models.named_map_center import NamedMapCenter
    from ..models.named_map_preview_layers import NamedMapPreviewLayers

    return (NamedMapBounds, NamedMapCenter, NamedMapPreviewLayers)


@_attrs_define
class NamedMapView(Extensible[Any]):
    """The area of static images. `center` and `zoom` win over `bounds`."""

    zoom: float | None | Unset = UNSET
    """ Zoom, together with `center`. """
    center: NamedMapCenter | None | Unset = UNSET
    """ Center, together with `zoom`. """
    bounds: NamedMapBounds | None | Unset = UNSET
    """ Bounds. """
    preview_layers: NamedMapPreviewLayers | None | Unset = UNSET
    """ Layers to show or leave out. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (NamedMapBounds, NamedMapCenter, NamedMapPreviewLayers) = _nested_models()

        zoom: float | None | Unset
        if isinstance(self.zoom, Unset):
            zoom = UNSET
        else:
            zoom = self.zoom

        center: dict[str, Any] | None | Unset
        if isinstance(self.center, Unset):
            center = UNSET
        elif isinstance(self.center, NamedMapCenter | Mapping):
            center = to_object("center_type_0", self.center, NamedMapCenter)
        else:
            center = self.center

        bounds: dict[str, Any] | None | Unset
        if isinstance(self.bounds, Unset):
            bounds = UNSET
        elif isinstance(self.bounds, NamedMapBounds | Mapping):
            bounds = to_object("bounds_type_0", self.bounds, NamedMapBounds)
        else:
            bounds = self.bounds

        preview_layers: dict[str, Any] | None | Unset
        if isinstance(self.preview_layers, Unset):
            preview_layers = UNSET
        elif isinstance(self.preview_layers, NamedMapPreviewLayers | Mapping):
            preview_layers = to_object("preview_layers_type_0", self.preview_layers, NamedMapPreviewLayers)
        else:
            preview_layers = self.preview_layers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if zoom is not UNSET:
            field_dict["zoom"] = zoom
        if center is not UNSET:
            field_dict["center"] = center
        if bounds is not UNSET:
            field_dict["bounds"] = bounds
        if preview_layers is not UNSET:
            field_dict["preview_layers"] = preview_layers

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (NamedMapBounds, NamedMapCenter, NamedMapPreviewLayers) = _nested_models()

        d = require_object(src_dict)
        zoom = cast("float | None | Unset", d.pop("zoom", UNSET))

        def _parse_center(data: object) -> NamedMapCenter | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            center_type_0 = NamedMapCenter.from_dict(data)

            return center_type_0

        center = _parse_center(d.pop("center", UNSET))

        def _parse_bounds(data: object) -> NamedMapBounds | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            bounds_type_0 = NamedMapBounds.from_dict(data)

            return bounds_type_0

        bounds = _parse_bounds(d.pop("bounds", UNSET))

        def _parse_preview_layers(data: object) -> NamedMapPreviewLayers | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            preview_layers_type_0 = NamedMapPreviewLayers.from_dict(data)

            return preview_layers_type_0

        preview_layers = _parse_preview_layers(d.pop("preview_layers", UNSET))

        named_map_view = cls(zoom=zoom, center=center, bounds=bounds, preview_layers=preview_layers)

        named_map_view.additional_properties = d
        return named_map_view
