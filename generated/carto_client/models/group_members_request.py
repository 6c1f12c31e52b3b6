# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class GroupMembersRequest(Extensible[Any]):
    """Members to put into a group."""

    users: list[str]
    """ UUIDs of members of the organization. """
    password_confirmation: str | Unset = UNSET
    """ Password of the caller; 403 without it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        users = self.users

        password_confirmation = self.password_confirmation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"users": users})
        if password_confirmation is not UNSET:
            field_dict["password_confirmation"] = password_confirmation

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        users = cast("list[str]", require_list(d.pop("users")))

        password_confirmation = d.pop("password_confirmation", UNSET)

        group_members_request = cls(users=users, password_confirmation=password_confirmation)

        group_members_request.additional_properties = d
        return group_members_request
