# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.group import Group


@cache
def _nested_models() -> Any:
    from ..models.group import Group

    return (Group,)


@_attrs_define
class OrganizationOwner(Extensible[Any]):
    """Owner of an organization."""

    id: str
    """ UUID. """
    username: str
    """ Account name. """
    avatar_url: None | str | Unset = UNSET
    """ Picture; can begin with `//`. """
    email: None | str | Unset = UNSET
    """ Address for mail. """
    groups: list[Group] | None | Unset = UNSET
    """ Groups that the owner is in. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        id = self.id

        username = self.username

        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        groups: list[dict[str, Any]] | None | Unset
        if isinstance(self.groups, Unset):
            groups = UNSET
        elif isinstance(self.groups, list):
            groups = []
            for groups_type_0_item_data in to_items("groups_type_0", self.groups):
                groups_type_0_item = to_object("groups_type_0", groups_type_0_item_data, Group)
                groups.append(groups_type_0_item)

        else:
            groups = self.groups

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "username": username})
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if email is not UNSET:
            field_dict["email"] = email
        if groups is not UNSET:
            field_dict["groups"] = groups

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Group,) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        username = d.pop("username")

        avatar_url = cast("None | str | Unset", d.pop("avatar_url", UNSET))

        email = cast("None | str | Unset", d.pop("email", UNSET))

        def _parse_groups(data: object) -> list[Group] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            groups_type_0 = []
            _groups_type_0 = data
            for groups_type_0_item_data in require_list(_groups_type_0):
                groups_type_0_item = Group.from_dict(groups_type_0_item_data)

                groups_type_0.append(groups_type_0_item)

            return groups_type_0

        groups = _parse_groups(d.pop("groups", UNSET))

        organization_owner = cls(id=id, username=username, avatar_url=avatar_url, email=email, groups=groups)

        organization_owner.additional_properties = d
        return organization_owner
