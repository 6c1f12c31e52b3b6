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
    from ..models.map_template import MapTemplate


@cache
def _nested_models() -> Any:
    from ..models.map_template import MapTemplate

    return (MapTemplate,)


@_attrs_define
class MapTemplateList(Extensible[Any]):
    """Map templates."""

    items: list[MapTemplate]
    """ The templates. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapTemplate,) = _nested_models()

        items = []
        for items_item_data in to_items("items", self.items):
            items_item = to_object("items", items_item_data, MapTemplate)
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"items": items})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapTemplate,) = _nested_models()

        d = require_object(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in require_list(_items):
            items_item = MapTemplate.from_dict(items_item_data)

            items.append(items_item)

        map_template_list = cls(items=items)

        map_template_list.additional_properties = d
        return map_template_list
