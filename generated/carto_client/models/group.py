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
    from ..models.user import User


@cache
def _nested_models() -> Any:
    from ..models.user import User

    return (User,)


@_attrs_define
class Group(Extensible[Any]):
    """A group of members of an organization."""

    id: str
    """ UUID. """
    name: str
    """ Name. """
    organization_id: str | Unset = UNSET
    """ UUID of the organization. """
    display_name: None | str | Unset = UNSET
    """ Name for people. """
    shared_tables_count: int | Unset = UNSET
    """ Datasets shared with it. """
    shared_maps_count: int | Unset = UNSET
    """ Maps shared with it. """
    users: list[User] | Unset = UNSET
    """ Its members. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (User,) = _nested_models()

        id = self.id

        name = self.name

        organization_id = self.organization_id

        display_name: None | str | Unset
        if isinstance(self.display_name, Unset):
            display_name = UNSET
        else:
            display_name = self.display_name

        shared_tables_count = self.shared_tables_count

        shared_maps_count = self.shared_maps_count

        users: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.users, Unset):
            users = []
            for users_item_data in to_items("users", self.users):
                users_item = to_object("users", users_item_data, User)
                users.append(users_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "name": name})
        if organization_id is not UNSET:
            field_dict["organization_id"] = organization_id
        if display_name is not UNSET:
            field_dict["display_name"] = display_name
        if shared_tables_count is not UNSET:
            field_dict["shared_tables_count"] = shared_tables_count
        if shared_maps_count is not UNSET:
            field_dict["shared_maps_count"] = shared_maps_count
        if users is not UNSET:
            field_dict["users"] = users

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (User,) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        organization_id = d.pop("organization_id", UNSET)

        display_name = cast("None | str | Unset", d.pop("display_name", UNSET))

        shared_tables_count = d.pop("shared_tables_count", UNSET)

        shared_maps_count = d.pop("shared_maps_count", UNSET)

        _users = d.pop("users", UNSET)
        users: list[User] | Unset = UNSET
        if _users is not UNSET:
            users = []
            for users_item_data in require_list(_users):
                users_item = User.from_dict(users_item_data)

                users.append(users_item)

        group = cls(
            id=id,
            name=name,
            organization_id=organization_id,
            display_name=display_name,
            shared_tables_count=shared_tables_count,
            shared_maps_count=shared_maps_count,
            users=users,
        )

        group.additional_properties = d
        return group
