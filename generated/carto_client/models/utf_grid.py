# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.utf_grid_data import UtfGridData


@cache
def _nested_models() -> Any:
    from ..models.utf_grid_data import UtfGridData

    return (UtfGridData,)


@_attrs_define
class UtfGrid(Extensible[Any]):
    """The features by their places on a tile."""

    grid: list[str]
    """ 64 rows of 64 characters; each stands for an index of `keys`, encoded as UTFGrid says. """
    keys: list[str]
    """ Keys of `data`, the first one empty (no feature). """
    data: UtfGridData
    """ Key to an object with the columns of `interactivity`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (UtfGridData,) = _nested_models()

        grid = self.grid

        keys = self.keys

        data = to_object("data", self.data, UtfGridData)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"grid": grid, "keys": keys, "data": data})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (UtfGridData,) = _nested_models()

        d = require_object(src_dict)
        grid = cast("list[str]", require_list(d.pop("grid")))

        keys = cast("list[str]", require_list(d.pop("keys")))

        data = UtfGridData.from_dict(d.pop("data"))

        utf_grid = cls(grid=grid, keys=keys, data=data)

        utf_grid.additional_properties = d
        return utf_grid
