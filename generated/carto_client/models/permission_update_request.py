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
    from ..models.acl_request_entry import AclRequestEntry


@cache
def _nested_models() -> Any:
    from ..models.acl_request_entry import AclRequestEntry

    return (AclRequestEntry,)


@_attrs_define
class PermissionUpdateRequest(Extensible[Any]):
    """All shares of a visualization."""

    acl: list[AclRequestEntry]
    """ The shares; an empty list ends them all. (The server takes a missing list for an empty one.) """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (AclRequestEntry,) = _nested_models()

        acl = []
        for acl_item_data in to_items("acl", self.acl):
            acl_item = to_object("acl", acl_item_data, AclRequestEntry)
            acl.append(acl_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"acl": acl})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (AclRequestEntry,) = _nested_models()

        d = require_object(src_dict)
        acl = []
        _acl = d.pop("acl")
        for acl_item_data in require_list(_acl):
            acl_item = AclRequestEntry.from_dict(acl_item_data)

            acl.append(acl_item)

        permission_update_request = cls(acl=acl)

        permission_update_request.additional_properties = d
        return permission_update_request
