# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.me_identity_owner import MeIdentityOwner


@cache
def _nested_models() -> Any:
    from ..models.me_identity_owner import MeIdentityOwner

    return (MeIdentityOwner,)


@_attrs_define
class MeIdentityOrganization(Extensible[Any]):
    """The organization of the caller."""

    name: str
    """ Name. """
    owner: MeIdentityOwner | Unset = UNSET
    """ Owner of the caller's organization. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MeIdentityOwner,) = _nested_models()

        name = self.name

        owner: dict[str, Any] | Unset = UNSET
        if not isinstance(self.owner, Unset):
            owner = to_object("owner", self.owner, MeIdentityOwner)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name})
        if owner is not UNSET:
            field_dict["owner"] = owner

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MeIdentityOwner,) = _nested_models()

        d = require_object(src_dict)
        name = d.pop("name")

        _owner = d.pop("owner", UNSET)
        owner: MeIdentityOwner | Unset
        if isinstance(_owner, Unset):
            owner = UNSET
        else:
            owner = MeIdentityOwner.from_dict(_owner)

        me_identity_organization = cls(name=name, owner=owner)

        me_identity_organization.additional_properties = d
        return me_identity_organization
