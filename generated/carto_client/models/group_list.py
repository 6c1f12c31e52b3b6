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
    from ..models.group import Group


@cache
def _nested_models() -> Any:
    from ..models.group import Group

    return (Group,)


@_attrs_define
class GroupList(Extensible[Any]):
    """One page of groups."""

    groups: list[Group]
    """ The page. """
    total_entries: int
    """ Groups on all pages. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        groups = []
        for groups_item_data in to_items("groups", self.groups):
            groups_item = to_object("groups", groups_item_data, Group)
            groups.append(groups_item)

        total_entries = self.total_entries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"groups": groups, "total_entries": total_entries})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        d = require_object(src_dict)
        groups = []
        _groups = d.pop("groups")
        for groups_item_data in require_list(_groups):
            groups_item = Group.from_dict(groups_item_data)

            groups.append(groups_item)

        total_entries = d.pop("total_entries")

        group_list = cls(groups=groups, total_entries=total_entries)

        group_list.additional_properties = d
        return group_list
