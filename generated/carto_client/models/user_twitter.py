# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class UserTwitter(Extensible[Any]):
    """Quota and use of Twitter."""

    enabled: bool | None | Unset = UNSET
    """ True if it can be used. """
    quota: int | None | Unset = UNSET
    """ Allowed in a billing period. """
    block_price: int | None | Unset = UNSET
    """ Price of a block beyond it. """
    block_size: int | None | Unset = UNSET
    """ Size of a block. """
    monthly_use: int | None | Unset = UNSET
    """ Used in this billing period. """
    hard_limit: bool | None | Unset = UNSET
    """ True if the quota is a hard limit. """
    customized_config: bool | None | Unset = UNSET
    """ True if the account has settings of its own. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        enabled: bool | None | Unset
        if isinstance(self.enabled, Unset):
            enabled = UNSET
        else:
            enabled = self.enabled

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

        block_size: int | None | Unset
        if isinstance(self.block_size, Unset):
            block_size = UNSET
        else:
            block_size = self.block_size

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

        customized_config: bool | None | Unset
        if isinstance(self.customized_config, Unset):
            customized_config = UNSET
        else:
            customized_config = self.customized_config

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if quota is not UNSET:
            field_dict["quota"] = quota
        if block_price is not UNSET:
            field_dict["block_price"] = block_price
        if block_size is not UNSET:
            field_dict["block_size"] = block_size
        if monthly_use is not UNSET:
            field_dict["monthly_use"] = monthly_use
        if hard_limit is not UNSET:
            field_dict["hard_limit"] = hard_limit
        if customized_config is not UNSET:
            field_dict["customized_config"] = customized_config

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        enabled = cast("bool | None | Unset", d.pop("enabled", UNSET))

        quota = cast("int | None | Unset", d.pop("quota", UNSET))

        block_price = cast("int | None | Unset", d.pop("block_price", UNSET))

        block_size = cast("int | None | Unset", d.pop("block_size", UNSET))

        monthly_use = cast("int | None | Unset", d.pop("monthly_use", UNSET))

        hard_limit = cast("bool | None | Unset", d.pop("hard_limit", UNSET))

        customized_config = cast("bool | None | Unset", d.pop("customized_config", UNSET))

        user_twitter = cls(
            enabled=enabled,
            quota=quota,
            block_price=block_price,
            block_size=block_size,
            monthly_use=monthly_use,
            hard_limit=hard_limit,
            customized_config=customized_config,
        )

        user_twitter.additional_properties = d
        return user_twitter
