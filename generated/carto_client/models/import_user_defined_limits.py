# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class ImportUserDefinedLimits(Extensible[Any]):
    """Limits that a user sets for one import."""

    twitter_credits_limit: int | Unset = UNSET
    """ Most Twitter credits to spend. 0 by default. """
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
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        twitter_credits_limit = d.pop("twitter_credits_limit", UNSET)

        import_user_defined_limits = cls(twitter_credits_limit=twitter_credits_limit)

        import_user_defined_limits.additional_properties = d
        return import_user_defined_limits
