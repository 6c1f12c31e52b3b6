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
    from ..models.grantable import Grantable


@cache
def _nested_models() -> Any:
    from ..models.grantable import Grantable

    return (Grantable,)


@_attrs_define
class GrantableList(Extensible[Any]):
    """One page of users and groups."""

    grantables: list[Grantable]
    """ The page. """
    total_entries: int
    """ Users and groups on all pages. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Grantable,) = _nested_models()

        grantables = []
        for grantables_item_data in to_items("grantables", self.grantables):
            grantables_item = to_object("grantables", grantables_item_data, Grantable)
            grantables.append(grantables_item)

        total_entries = self.total_entries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"grantables": grantables, "total_entries": total_entries})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Grantable,) = _nested_models()

        d = require_object(src_dict)
        grantables = []
        _grantables = d.pop("grantables")
        for grantables_item_data in require_list(_grantables):
            grantables_item = Grantable.from_dict(grantables_item_data)

            grantables.append(grantables_item)

        total_entries = d.pop("total_entries")

        grantable_list = cls(grantables=grantables, total_entries=total_entries)

        grantable_list.additional_properties = d
        return grantable_list
