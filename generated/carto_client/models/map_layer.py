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
    from ..models.map_layer_options import MapLayerOptions


@cache
def _nested_models() -> Any:
    from ..models.map_layer_options import MapLayerOptions

    return (MapLayerOptions,)


@_attrs_define
class MapLayer(Extensible[Any]):
    """One layer."""

    options: MapLayerOptions
    """ Options of a layer. More keys than these can be given. """
    type_: str | Unset = UNSET
    """ `mapnik` (if not given; also called `cartodb`), `torque`, `http`, `plain` or `named`. Never send another
    one. """
    id: int | str | Unset = UNSET
    """ Id to name the layer by; a number stays one. The server makes up one that cannot be used so. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapLayerOptions,) = _nested_models()

        options = to_object("options", self.options, MapLayerOptions)

        type_ = self.type_

        id: int | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"options": options})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if id is not UNSET:
            field_dict["id"] = id

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapLayerOptions,) = _nested_models()

        d = require_object(src_dict)
        options = MapLayerOptions.from_dict(d.pop("options"))

        type_ = d.pop("type", UNSET)

        id = cast("int | str | Unset", d.pop("id", UNSET))

        map_layer = cls(options=options, type_=type_, id=id)

        map_layer.additional_properties = d
        return map_layer
