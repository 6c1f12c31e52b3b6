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
    from ..models.visualization_layer import VisualizationLayer


@cache
def _nested_models() -> Any:
    from ..models.visualization_layer import VisualizationLayer

    return (VisualizationLayer,)


@_attrs_define
class MapLayerList(Extensible[Any]):
    """All layers, without pages."""

    layers: list[VisualizationLayer]
    """ The layers. """
    total_entries: int
    """ How many there are. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (VisualizationLayer,) = _nested_models()

        layers = []
        for layers_item_data in to_items("layers", self.layers):
            layers_item = to_object("layers", layers_item_data, VisualizationLayer)
            layers.append(layers_item)

        total_entries = self.total_entries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"layers": layers, "total_entries": total_entries})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (VisualizationLayer,) = _nested_models()

        d = require_object(src_dict)
        layers = []
        _layers = d.pop("layers")
        for layers_item_data in require_list(_layers):
            layers_item = VisualizationLayer.from_dict(layers_item_data)

            layers.append(layers_item)

        total_entries = d.pop("total_entries")

        map_layer_list = cls(layers=layers, total_entries=total_entries)

        map_layer_list.additional_properties = d
        return map_layer_list
