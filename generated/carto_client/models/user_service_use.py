# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class UserServiceUse(Extensible[Any]):
    """Quota and use of a data service."""

    quota: int | None | Unset = UNSET
    """ Allowed in a billing period. """
    block_price: int | None | Unset = UNSET
    """ Price of a block beyond it. """
    monthly_use: int | None | Unset = UNSET
    """ Used in this billing period. """
    hard_limit: bool | None | Unset = UNSET
    """ True if the quota is a hard limit. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        quota: int | None | Unset
        if isinstance(self.quota, Unset):
            quota = UNSET
        else:
            quota = self.quota

        block_price: int | None | Unset
        if isinstance(self.block_price, Unset):
            block_price = UNSET
        else:
            block_price = self.block_price

        monthly_use: int | None | Unset
        if isinstance(self.monthly_use, Unset):
            monthly_use = UNSET
        else:
            monthly_use = self.monthly_use

        hard_limit: bool | None | Unset
        if isinstance(self.hard_limit, Unset):
            hard_limit = UNSET
        else:
            hard_limit = self.hard_limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if quota is not UNSET:
            field_dict["quota"] = quota
        if block_price is not UNSET:
            field_dict["block_price"] = block_price
        if monthly_use is not UNSET:
            field_dict["monthly_use"] = monthly_use
        if hard_limit is not UNSET:
            field_dict["hard_limit"] = hard_limit

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        quota = cast("int | None | Unset", d.pop("quota", UNSET))

        block_price = cast("int | None | Unset", d.pop("block_price", UNSET))

        monthly_use = cast("int | None | Unset", d.pop("monthly_use", UNSET))

        hard_limit = cast("bool | None | Unset", d.pop("hard_limit", UNSET))

        user_service_use = cls(quota=quota, block_price=block_price, monthly_use=monthly_use, hard_limit=hard_limit)

        user_service_use.additional_properties = d
        return user_service_use
