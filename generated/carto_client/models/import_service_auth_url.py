# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ImportServiceAuthUrl(Extensible[Any]):
    """Where a person connects the account to a service."""

    url: str
    """ The address, to be opened in a browser. """
    success: bool
    """ True. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"url": url, "success": success})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        url = d.pop("url")

        success = d.pop("success")

        import_service_auth_url = cls(url=url, success=success)

        import_service_auth_url.additional_properties = d
        return import_service_auth_url
