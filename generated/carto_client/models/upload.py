# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class Upload(Extensible[Any]):
    """A file on the server."""

    file_uri: str
    """ Path of the file on the account's host. """
    success: bool
    """ True. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        file_uri = self.file_uri

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"file_uri": file_uri, "success": success})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        file_uri = d.pop("file_uri")

        success = d.pop("success")

        upload = cls(file_uri=file_uri, success=success)

        upload.additional_properties = d
        return upload
