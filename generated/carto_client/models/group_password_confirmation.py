# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class GroupPasswordConfirmation(Extensible[Any]):
    """Confirms a change of groups."""

    password_confirmation: str | Unset = UNSET
    """ Password of the caller; 403 without it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        password_confirmation = self.password_confirmation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if password_confirmation is not UNSET:
            field_dict["password_confirmation"] = password_confirmation

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        password_confirmation = d.pop("password_confirmation", UNSET)

        group_password_confirmation = cls(password_confirmation=password_confirmation)

        group_password_confirmation.additional_properties = d
        return group_password_confirmation
