# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class OrganizationUserExtras(Extensible[Any]):
    """Additional fields of a member for administrators."""

    soft_geocoding_limit: bool
    """ True if geocoding can exceed the quota, at a price. """
    api_key: None | str
    """ Master key of the member, a secret. May be null while the account is being created. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        soft_geocoding_limit = self.soft_geocoding_limit

        api_key: None | str
        api_key = self.api_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"soft_geocoding_limit": soft_geocoding_limit, "api_key": api_key})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        soft_geocoding_limit = d.pop("soft_geocoding_limit")

        api_key = cast("None | str", d.pop("api_key"))

        organization_user_extras = cls(soft_geocoding_limit=soft_geocoding_limit, api_key=api_key)

        organization_user_extras.additional_properties = d
        return organization_user_extras
