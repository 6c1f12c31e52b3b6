# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class UserStorage(Extensible[Any]):
    """Storage in parts; sizes exceed 32 bits."""

    quota_in_bytes: int | None | Unset = UNSET
    """ Allowed. """
    db_size_in_bytes: int | None | Unset = UNSET
    """ Used by the database. """
    subscriptions_public_size_in_bytes: int | None | Unset = UNSET
    """ Used by public subscriptions. """
    subscriptions_premium_size_in_bytes: int | None | Unset = UNSET
    """ Used by premium subscriptions. """
    subscriptions_premium_estimated_size_in_bytes: int | None | Unset = UNSET
    """ Used by premium subscriptions, estimated. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        quota_in_bytes: int | None | Unset
        if isinstance(self.quota_in_bytes, Unset):
            quota_in_bytes = UNSET
        else:
            quota_in_bytes = self.quota_in_bytes

        db_size_in_bytes: int | None | Unset
        if isinstance(self.db_size_in_bytes, Unset):
            db_size_in_bytes = UNSET
        else:
            db_size_in_bytes = self.db_size_in_bytes

        subscriptions_public_size_in_bytes: int | None | Unset
        if isinstance(self.subscriptions_public_size_in_bytes, Unset):
            subscriptions_public_size_in_bytes = UNSET
        else:
            subscriptions_public_size_in_bytes = self.subscriptions_public_size_in_bytes

        subscriptions_premium_size_in_bytes: int | None | Unset
        if isinstance(self.subscriptions_premium_size_in_bytes, Unset):
            subscriptions_premium_size_in_bytes = UNSET
        else:
            subscriptions_premium_size_in_bytes = self.subscriptions_premium_size_in_bytes

        subscriptions_premium_estimated_size_in_bytes: int | None | Unset
        if isinstance(self.subscriptions_premium_estimated_size_in_bytes, Unset):
            subscriptions_premium_estimated_size_in_bytes = UNSET
        else:
            subscriptions_premium_estimated_size_in_bytes = self.subscriptions_premium_estimated_size_in_bytes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if quota_in_bytes is not UNSET:
            field_dict["quota_in_bytes"] = quota_in_bytes
        if db_size_in_bytes is not UNSET:
            field_dict["db_size_in_bytes"] = db_size_in_bytes
        if subscriptions_public_size_in_bytes is not UNSET:
            field_dict["subscriptions_public_size_in_bytes"] = subscriptions_public_size_in_bytes
        if subscriptions_premium_size_in_bytes is not UNSET:
            field_dict["subscriptions_premium_size_in_bytes"] = subscriptions_premium_size_in_bytes
        if subscriptions_premium_estimated_size_in_bytes is not UNSET:
            field_dict["subscriptions_premium_estimated_size_in_bytes"] = subscriptions_premium_estimated_size_in_bytes

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        quota_in_bytes = cast("int | None | Unset", d.pop("quota_in_bytes", UNSET))

        db_size_in_bytes = cast("int | None | Unset", d.pop("db_size_in_bytes", UNSET))

        subscriptions_public_size_in_bytes = cast(
            "int | None | Unset", d.pop("subscriptions_public_size_in_bytes", UNSET)
        )

        subscriptions_premium_size_in_bytes = cast(
            "int | None | Unset", d.pop("subscriptions_premium_size_in_bytes", UNSET)
        )

        subscriptions_premium_estimated_size_in_bytes = cast(
            "int | None | Unset", d.pop("subscriptions_premium_estimated_size_in_bytes", UNSET)
        )

        user_storage = cls(
            quota_in_bytes=quota_in_bytes,
            db_size_in_bytes=db_size_in_bytes,
            subscriptions_public_size_in_bytes=subscriptions_public_size_in_bytes,
            subscriptions_premium_size_in_bytes=subscriptions_premium_size_in_bytes,
            subscriptions_premium_estimated_size_in_bytes=subscriptions_premium_estimated_size_in_bytes,
        )

        user_storage.additional_properties = d
        return user_storage
