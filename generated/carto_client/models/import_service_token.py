# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ImportServiceToken(Extensible[Any]):
    """The connection of an account to a service."""

    oauth_valid: bool
    """ True if the stored token works. """
    success: bool
    """ True. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        oauth_valid = self.oauth_valid

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"oauth_valid": oauth_valid, "success": success})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        oauth_valid = d.pop("oauth_valid")

        success = d.pop("success")

        import_service_token = cls(oauth_valid=oauth_valid, success=success)

        import_service_token.additional_properties = d
        return import_service_token
