# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MeDeleteRequest(Extensible[Any]):
    """Confirms that the account is to be deleted."""

    deletion_password_confirmation: str | Unset = UNSET
    """ Password of the account, if it has one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        deletion_password_confirmation = self.deletion_password_confirmation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if deletion_password_confirmation is not UNSET:
            field_dict["deletion_password_confirmation"] = deletion_password_confirmation

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        deletion_password_confirmation = d.pop("deletion_password_confirmation", UNSET)

        me_delete_request = cls(deletion_password_confirmation=deletion_password_confirmation)

        me_delete_request.additional_properties = d
        return me_delete_request
