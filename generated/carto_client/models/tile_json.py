# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class TileJson(Extensible[Any]):
    """A TileJSON document."""

    tilejson: str
    """ Version, `2.2.0`. """
    tiles: list[str]
    """ URLs with `{z}`, `{x}`, `{y}`, one for each subdomain; they can end in `?api_key=` and the key. """
    grids: list[str] | Unset = UNSET
    """ The same for grids, if the layer has `interactivity`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        tilejson = self.tilejson

        tiles = self.tiles

        grids: list[str] | Unset = UNSET
        if not isinstance(self.grids, Unset):
            grids = self.grids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"tilejson": tilejson, "tiles": tiles})
        if grids is not UNSET:
            field_dict["grids"] = grids

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        tilejson = d.pop("tilejson")

        tiles = cast("list[str]", require_list(d.pop("tiles")))

        grids = cast("list[str] | Unset", require_list(d.pop("grids", UNSET)))

        tile_json = cls(tilejson=tilejson, tiles=tiles, grids=grids)

        tile_json.additional_properties = d
        return tile_json
