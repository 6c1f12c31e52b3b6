# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class DataviewCategory(Extensible[Any]):
    """One category."""

    category: Any | Unset = UNSET
    """ The value of the column. """
    value: float | None | str | Unset = UNSET
    """ The aggregated value; `NaN`, `Infinity` and `-Infinity` are text. """
    agg: bool | Unset = UNSET
    """ True if this stands for all categories that are not listed. Not in searches. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        value: float | None | str | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        else:
            value = self.value

        agg = self.agg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if category is not UNSET:
            field_dict["category"] = category
        if value is not UNSET:
            field_dict["value"] = value
        if agg is not UNSET:
            field_dict["agg"] = agg

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        category = d.pop("category", UNSET)

        value = cast("float | None | str | Unset", d.pop("value", UNSET))

        agg = d.pop("agg", UNSET)

        dataview_category = cls(category=category, value=value, agg=agg)

        dataview_category.additional_properties = d
        return dataview_category
