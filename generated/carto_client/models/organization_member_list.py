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
    from ..models.user import User


@cache
def _nested_models() -> Any:
    from ..models.user import User

    return (User,)


@_attrs_define
class OrganizationMemberList(Extensible[Any]):
    """One page of members."""

    users: list[User]
    """ The page. The caller's own account, and all of them for administrators, in full; others as everybody sees
    them. """
    total_user_entries: int
    """ Members on all pages. """
    total_entries: int
    """ Members on **this** page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (User,) = _nested_models()

        users = []
        for users_item_data in to_items("users", self.users):
            users_item = to_object("users", users_item_data, User)
            users.append(users_item)

        total_user_entries = self.total_user_entries

        total_entries = self.total_entries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"users": users, "total_user_entries": total_user_entries, "total_entries": total_entries})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (User,) = _nested_models()

        d = require_object(src_dict)
        users = []
        _users = d.pop("users")
        for users_item_data in require_list(_users):
            users_item = User.from_dict(users_item_data)

            users.append(users_item)

        total_user_entries = d.pop("total_user_entries")

        total_entries = d.pop("total_entries")

        organization_member_list = cls(users=users, total_user_entries=total_user_entries, total_entries=total_entries)

        organization_member_list.additional_properties = d
        return organization_member_list
