# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.acl_entry import AclEntry
    from ..models.permission_entity import PermissionEntity
    from ..models.user import User


@cache
def _nested_models() -> Any:
    from ..models.acl_entry import AclEntry
    from ..models.permission_entity import PermissionEntity
    from ..models.user import User

    return (AclEntry, PermissionEntity, User)


@_attrs_define
class Permission(Extensible[Any]):
    """Owner and shares of a visualization. Those who cannot write, and summaries, get `id` and `owner` only."""

    id: str
    """ UUID of the permission. """
    owner: User
    """ An account. The account itself and administrators of its organization see everything, others what is
    required and `groups`. """
    entity: PermissionEntity | Unset = UNSET
    """ The object of a permission. """
    acl: list[AclEntry] | Unset = UNSET
    """ The shares. Those whose user, group or organization is gone are left out. """
    created_at: str | Unset = UNSET
    """ Timestamp. """
    updated_at: str | Unset = UNSET
    """ Timestamp. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (AclEntry, PermissionEntity, User) = _nested_models()

        id = self.id

        owner = to_object("owner", self.owner, User)

        entity: dict[str, Any] | Unset = UNSET
        if not isinstance(self.entity, Unset):
            entity = to_object("entity", self.entity, PermissionEntity)

        acl: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.acl, Unset):
            acl = []
            for acl_item_data in to_items("acl", self.acl):
                acl_item = to_object("acl", acl_item_data, AclEntry)
                acl.append(acl_item)

        created_at = self.created_at

        updated_at = self.updated_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "owner": owner})
        if entity is not UNSET:
            field_dict["entity"] = entity
        if acl is not UNSET:
            field_dict["acl"] = acl
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (AclEntry, PermissionEntity, User) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        owner = User.from_dict(d.pop("owner"))

        _entity = d.pop("entity", UNSET)
        entity: PermissionEntity | Unset
        if isinstance(_entity, Unset):
            entity = UNSET
        else:
            entity = PermissionEntity.from_dict(_entity)

        _acl = d.pop("acl", UNSET)
        acl: list[AclEntry] | Unset = UNSET
        if _acl is not UNSET:
            acl = []
            for acl_item_data in require_list(_acl):
                acl_item = AclEntry.from_dict(acl_item_data)

                acl.append(acl_item)

        created_at = d.pop("created_at", UNSET)

        updated_at = d.pop("updated_at", UNSET)

        permission = cls(id=id, owner=owner, entity=entity, acl=acl, created_at=created_at, updated_at=updated_at)

        permission.additional_properties = d
        return permission
