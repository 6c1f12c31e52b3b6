# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.map_layer_change import MapLayerChange


@cache
def _nested_models() -> Any:
    from ..models.map_layer_change import MapLayerChange

    return (MapLayerChange,)


@_attrs_define
class MapLayersUpdateRequest(Extensible[Any]):
    """Changes to several layers."""

    layers: list[MapLayerChange]
    """ The layers. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapLayerChange,) = _nested_models()

        layers = []
        for layers_item_data in to_items("layers", self.layers):
            layers_item = to_object("layers", layers_item_data, MapLayerChange)
            layers.append(layers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"layers": layers})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapLayerChange,) = _nested_models()

        d = require_object(src_dict)
        layers = []
        _layers = d.pop("layers")
        for layers_item_data in require_list(_layers):
            layers_item = MapLayerChange.from_dict(layers_item_data)

            layers.append(layers_item)

        map_layers_update_request = cls(layers=layers)

        map_layers_update_request.additional_properties = d
        return map_layers_update_request
