# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MapBufferSize(Extensible[Any]):
    """Pixels around a tile that are drawn, too, by format. Numbers. **In a template that has placeholders they
    must be strings** (`"0"`, `"<%= size %>"`); an anonymous map refuses strings.

    """

    png: Any | Unset = UNSET
    """ For `png`. """
    png32: Any | Unset = UNSET
    """ For `png32`. """
    mvt: Any | Unset = UNSET
    """ For `mvt`. """
    grid_json: Any | Unset = UNSET
    """ For `grid.json`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        png = self.png

        png32 = self.png32

        mvt = self.mvt

        grid_json = self.grid_json

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if png is not UNSET:
            field_dict["png"] = png
        if png32 is not UNSET:
            field_dict["png32"] = png32
        if mvt is not UNSET:
            field_dict["mvt"] = mvt
        if grid_json is not UNSET:
            field_dict["grid.json"] = grid_json

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        png = d.pop("png", UNSET)

        png32 = d.pop("png32", UNSET)

        mvt = d.pop("mvt", UNSET)

        grid_json = d.pop("grid.json", UNSET)

        map_buffer_size = cls(png=png, png32=png32, mvt=mvt, grid_json=grid_json)

        map_buffer_size.additional_properties = d
        return map_buffer_size
