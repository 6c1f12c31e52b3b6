# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import Extensible, require_object, show_model

if TYPE_CHECKING:
    from ..models.me_update_user import MeUpdateUser


@cache
def _nested_models() -> Any:
    from ..models.me_update_user import MeUpdateUser

    return (MeUpdateUser,)


@_attrs_define
class MeUpdateRequest(Extensible[Any]):
    """Changes to the caller's account."""

    user: MeUpdateUser
    """ Fields of the account to change, and the password that allows it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MeUpdateUser,) = _nested_models()

        user = to_object("user", self.user, MeUpdateUser)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"user": user})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MeUpdateUser,) = _nested_models()

        d = require_object(src_dict)
        user = MeUpdateUser.from_dict(d.pop("user"))

        me_update_request = cls(user=user)

        me_update_request.additional_properties = d
        return me_update_request
