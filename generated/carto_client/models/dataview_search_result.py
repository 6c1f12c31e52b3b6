# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.dataview_category import DataviewCategory


@cache
def _nested_models() -> Any:
    from ..models.dataview_category import DataviewCategory

    return (DataviewCategory,)


@_attrs_define
class DataviewSearchResult(Extensible[Any]):
    """Categories that were found."""

    categories: list[DataviewCategory]
    """ The categories. """
    type_: str | Unset = UNSET
    """ `aggregation`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        categories = []
        for categories_item_data in self.categories:
            categories_item = categories_item_data.to_dict()
            categories.append(categories_item)

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"categories": categories})
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (DataviewCategory,) = _nested_models()

        d = require_object(src_dict)
        categories = []
        _categories = d.pop("categories")
        for categories_item_data in require_list(_categories):
            categories_item = DataviewCategory.from_dict(categories_item_data)

            categories.append(categories_item)

        type_ = d.pop("type", UNSET)

        dataview_search_result = cls(categories=categories, type_=type_)

        dataview_search_result.additional_properties = d
        return dataview_search_result
