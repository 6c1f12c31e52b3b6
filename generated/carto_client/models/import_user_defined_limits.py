# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, require_object, show_model

T = TypeVar("T", bound="ImportUserDefinedLimits")


@_attrs_define
class ImportUserDefinedLimits:
    """Limits that a user sets for one import."""

    twitter_credits_limit: int | Unset = UNSET
    """ Most Twitter credits to spend. 0 unless told. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        twitter_credits_limit = self.twitter_credits_limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if twitter_credits_limit is not UNSET:
            field_dict["twitter_credits_limit"] = twitter_credits_limit

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        twitter_credits_limit = d.pop("twitter_credits_limit", UNSET)

        import_user_defined_limits = cls(twitter_credits_limit=twitter_credits_limit)

        import_user_defined_limits.additional_properties = d
        return import_user_defined_limits

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
