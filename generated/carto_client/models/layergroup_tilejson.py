# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.tile_json import TileJson


@cache
def _nested_models() -> Any:
    from ..models.tile_json import TileJson

    return (TileJson,)


@_attrs_define
class LayergroupTilejson(Extensible[Any]):
    """Tiles by kind."""

    vector: TileJson | Unset = UNSET
    """ A TileJSON document. """
    raster: TileJson | Unset = UNSET
    """ A TileJSON document. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (TileJson,) = _nested_models()

        vector: dict[str, Any] | Unset = UNSET
        if not isinstance(self.vector, Unset):
            vector = to_object("vector", self.vector, TileJson)

        raster: dict[str, Any] | Unset = UNSET
        if not isinstance(self.raster, Unset):
            raster = to_object("raster", self.raster, TileJson)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if vector is not UNSET:
            field_dict["vector"] = vector
        if raster is not UNSET:
            field_dict["raster"] = raster

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (TileJson,) = _nested_models()

        d = require_object(src_dict)
        _vector = d.pop("vector", UNSET)
        vector: TileJson | Unset
        if isinstance(_vector, Unset):
            vector = UNSET
        else:
            vector = TileJson.from_dict(_vector)

        _raster = d.pop("raster", UNSET)
        raster: TileJson | Unset
        if isinstance(_raster, Unset):
            raster = UNSET
        else:
            raster = TileJson.from_dict(_raster)

        layergroup_tilejson = cls(vector=vector, raster=raster)

        layergroup_tilejson.additional_properties = d
        return layergroup_tilejson
